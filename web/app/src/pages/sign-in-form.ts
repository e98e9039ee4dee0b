import { controls, icon, notes } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import {
  HttpError,
  providerSignIn,
  type Api,
  type ServerConfig,
  type Session,
} from '../session/api.ts';
import { texts } from '../texts.ts';

/** Why signing in failed, for a person. */
export function whySignInFailed(kind: ServerConfig['signIn'], error: unknown): string {
  if (error instanceof HttpError && error.status === 401)
    return kind === 'proxy' ? texts.siteSignInMissing : texts.wrongPassword;
  if (error instanceof HttpError && error.status === 429)
    return texts.tooManyAttempts(error.retryAfter);
  return failureOf(error).text;
}

/**
 * Signing in, on whichever of the three ways the server has: name and password, the provider's page, or what the
 * proxy before the server says.
 *
 * @fires signed-in - `detail` is the session
 */
export class SignInForm extends LitElement {
  static override properties = {
    api: { attribute: false },
    kind: {},
    user: {},
    again: { type: Boolean },
    error: {},
    busy: { state: true },
  };

  static override styles = [
    controls,
    notes,
    css`
      form,
      .ways {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
    `,
  ];

  declare api: Api;
  declare kind: ServerConfig['signIn'];
  /** The only user who may sign in; empty where it is anybody. */
  declare user: string;
  /** Over a page with work in it, which must not be left: other pages open in a tab of their own. */
  declare again: boolean;
  declare error: string;
  declare busy: boolean;

  constructor() {
    super();
    this.kind = 'local';
    this.user = '';
    this.again = false;
    this.error = '';
    this.busy = false;
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  /** Puts the focus where the user has to do something. */
  override focus(): void {
    const first = this.user === '' ? '#user' : '#password';
    this.renderRoot.querySelector<HTMLElement>(`${first}, .primary`)?.focus();
  }

  private value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.sign(async () => this.api.signIn(this.value('user'), this.value('password')));
    const field = this.renderRoot.querySelector<HTMLInputElement>('#password');
    if (this.error === '' && field !== null) field.value = '';
    field?.select();
    field?.focus();
  }

  /** Signs in by what the proxy says. */
  async byProxy(): Promise<void> {
    await this.sign(async () => this.api.signInByProxy());
  }

  private async sign(way: () => Promise<Session>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      const session = await way();
      this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: session }));
    } catch (error) {
      this.error = whySignInFailed(this.kind, error);
    } finally {
      this.busy = false;
    }
  }

  private renderError() {
    return html`<div id="error" role="alert">
      ${
        this.error === ''
          ? nothing
          : html`<p class="note red" data-testid="sign-in-error">
              ${icon('cross')}<span>${this.error}</span>
            </p>`
      }
    </div>`;
  }

  private renderLocal() {
    return html`
      <form method="post" action="#" @submit=${(event: SubmitEvent) => void this.submit(event)}>
        <div class="field">
          <label for="user">${texts.user}</label>
          <input
            id="user"
            data-testid="sign-in-user"
            type="text"
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            .value=${this.user}
            ?readonly=${this.user !== ''}
          />
        </div>
        <div class="field">
          <label for="password">${texts.password}</label>
          <input
            id="password"
            data-testid="sign-in-password"
            type="password"
            name="password"
            autocomplete="current-password"
            required
            aria-describedby="error"
          />
        </div>
        ${this.renderError()}
        <button class="primary" type="submit" data-testid="sign-in-submit" ?disabled=${this.busy}>
          ${this.busy ? texts.signingIn : texts.signIn}
        </button>
      </form>
    `;
  }

  private renderAway(href: string, label: string, className: string) {
    return html`<a
      class="button ${className}"
      data-testid="sign-in-away"
      href=${href}
      target=${this.again ? '_blank' : nothing}
      rel="noopener"
      aria-describedby="away"
      >${label}</a
    >`;
  }

  private renderProvider() {
    return html`<div class="ways">
      <p id="away" class="muted">${this.again ? texts.signInInOtherTab : texts.signInAway}</p>
      ${this.renderError()} ${this.renderAway(providerSignIn, texts.signIn, 'primary')}
    </div>`;
  }

  private renderProxy() {
    return html`<div class="ways">
      ${this.renderError()}
      <button
        class="primary"
        type="button"
        data-testid="sign-in-submit"
        ?disabled=${this.busy}
        @click=${() => void this.byProxy()}
      >
        ${this.busy ? texts.signingIn : texts.signIn}
      </button>
      ${
        this.error === ''
          ? nothing
          : html`<p id="away" class="muted" ?hidden=${!this.again}>${texts.signInInOtherTab}</p>
              ${this.renderAway('/', texts.openSignIn, '')}`
      }
    </div>`;
  }

  protected override render() {
    switch (this.kind) {
      case 'local':
        return this.renderLocal();
      case 'oidc':
        return this.renderProvider();
      case 'proxy':
        return this.renderProxy();
    }
  }
}
