import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import {
  HttpError,
  providerSignIn,
  type Api,
  type ServerConfig,
  type Credentials,
  type Session,
  type SignedIn,
} from '../session/api.ts';
import { keepUser, lastUser } from '../session/last-user.ts';
import { texts } from '../texts/index.ts';
import { accountFields, refuseKeyAccount, typedAccount } from './account-fields.ts';

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
 * @fires signed-in - `detail` is a `SignedIn`
 */
export class SignInForm extends Localised {
  static override properties = {
    api: { attribute: false },
    kind: {},
    user: {},
    again: { type: Boolean },
    error: {},
    why: { state: true },
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
  /** What is said before anything was tried. */
  declare error: string;
  /** What became of the attempt, in the language of now; null before the first. */
  declare why: (() => string) | null;
  declare busy: boolean;

  constructor() {
    super();
    this.kind = 'local';
    this.user = '';
    this.again = false;
    this.error = '';
    this.why = null;
    this.busy = false;
  }

  private get said(): string {
    return this.why === null ? this.error : this.why();
  }

  protected override firstUpdated(): void {
    this.focus();
  }

  /** Puts the focus where the user has to do something. */
  override focus(): void {
    const first = this.user === '' && lastUser() === '' ? '#user' : '#password';
    this.renderRoot.querySelector<HTMLElement>(`${first}, .primary`)?.focus();
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (refuseKeyAccount(this.renderRoot)) {
      this.why = () => texts.notAnAccount;
      return;
    }
    const typed = typedAccount(this.renderRoot);
    await this.sign(async () => this.api.signIn(typed.user, typed.password), typed);
    const field = this.renderRoot.querySelector<HTMLInputElement>('#password');
    if (this.said === '' && field !== null) field.value = '';
    field?.select();
    field?.focus();
  }

  /** Signs in by what the proxy says. */
  async byProxy(): Promise<void> {
    await this.sign(async () => this.api.signInByProxy(), null);
  }

  private async sign(way: () => Promise<Session>, typed: Credentials | null): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.why = () => '';
    try {
      const session = await way();
      if (typed !== null) keepUser(session.user);
      this.dispatchEvent(new CustomEvent<SignedIn>('signed-in', { detail: { session, typed } }));
    } catch (error) {
      this.why = () => whySignInFailed(this.kind, error);
    } finally {
      this.busy = false;
    }
  }

  private renderError() {
    return html`<div id="error" role="alert">
      ${
        this.said === ''
          ? nothing
          : html`<p class="note red" data-testid="sign-in-error">
              ${icon('cross')}<span>${this.said}</span>
            </p>`
      }
    </div>`;
  }

  private renderLocal() {
    return html`
      <form method="post" action="#" @submit=${(event: SubmitEvent) => void this.submit(event)}>
        ${accountFields({
          hook: 'sign-in',
          userLabel: texts.user,
          passwordLabel: texts.password,
          user: this.user === '' ? lastUser() : this.user,
          fixed: this.user !== '',
          typed: () => refuseKeyAccount(this.renderRoot),
        })}
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
        this.said === ''
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
