import { controls, icon, notes } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import { HttpError, type Api, type Session } from '../session/api.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

/** @fires signed-in - `detail` is the session */
export class SignInPage extends LitElement {
  static override properties = {
    api: { attribute: false },
    elsewhere: { type: Boolean },
    busy: { state: true },
    error: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      .page {
        justify-content: center;
        max-width: 25rem;
        min-height: 80vh;
      }
      .brand {
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: var(--signet-gap-2);
        text-align: center;
      }
      .brand svg {
        color: var(--signet-accent);
      }
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
    `,
  ];

  declare api: Api;
  /** Users of this server sign in on another way. */
  declare elsewhere: boolean;
  declare busy: boolean;
  declare error: string;

  constructor() {
    super();
    this.elsewhere = false;
    this.busy = false;
    this.error = '';
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLInputElement>('#user')?.focus();
  }

  private value(id: string): string {
    return this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.busy = true;
    this.error = '';
    try {
      const session = await this.api.signIn(this.value('user'), this.value('password'));
      this.dispatchEvent(new CustomEvent<Session>('signed-in', { detail: session }));
    } catch (error) {
      this.error = words(error);
      const field = this.renderRoot.querySelector<HTMLInputElement>('#password');
      field?.select();
      field?.focus();
    } finally {
      this.busy = false;
    }
  }

  protected override render() {
    return html`
      <main class="page" id="main">
        <div class="brand">
          ${icon('seal', { size: 56 })}
          <h1>${texts.product}</h1>
          <p class="muted">${texts.claim}</p>
        </div>
        <div class="card">
          ${this.elsewhere ? html`<p>${texts.signInElsewhere}</p>` : this.renderForm()}
        </div>
      </main>
    `;
  }

  private renderForm() {
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
        <div id="error" role="alert">
          ${
            this.error === ''
              ? nothing
              : html`<p class="note red" data-testid="sign-in-error">
                  ${icon('cross')}<span>${this.error}</span>
                </p>`
          }
        </div>
        <button class="primary" type="submit" data-testid="sign-in-submit" ?disabled=${this.busy}>
          ${this.busy ? texts.signingIn : texts.signIn}
        </button>
      </form>
    `;
  }
}

function words(error: unknown): string {
  if (error instanceof HttpError && error.status === 401) return texts.wrongPassword;
  if (error instanceof HttpError && error.status === 429)
    return texts.tooManyAttempts(error.retryAfter);
  return failureOf(error).text;
}
