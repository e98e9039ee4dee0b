import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { MailAccount } from '../mail/account.ts';
import { watch } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { accountFields, refuseKeyAccount, typedAccount } from './account-fields.ts';
import { layout } from './layout.ts';

/**
 * The way to the mail server, as long as there is none: connecting, why that failed, or who the user is. Nothing where
 * the account is ready, but a note while the connection is lost.
 */
export class MailSignIn extends Localised {
  static override properties = {
    account: { attribute: false },
    user: {},
    busy: { state: true },
    refused: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      :host {
        display: block;
      }
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
        max-inline-size: 25rem;
      }
      .note {
        align-items: center;
        flex-wrap: wrap;
      }
    `,
  ];

  declare account: MailAccount;
  /** What the name is likely to be. */
  declare user: string;
  declare busy: boolean;
  /** What was filled in is a key file's passphrase. */
  declare refused: boolean;

  constructor() {
    super();
    this.user = '';
    this.busy = false;
    this.refused = false;
    watch(this, () => [this.account]);
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this.busy) return;
    this.refused = refuseKeyAccount(this.renderRoot);
    if (this.refused) return;
    const { user, password } = typedAccount(this.renderRoot);
    this.busy = true;
    await this.account.signIn(user, password);
    this.busy = false;
    await this.updateComplete;
    const field = this.renderRoot.querySelector<HTMLInputElement>('#password');
    field?.select();
    field?.focus();
  }

  private renderForm() {
    const failure = this.refused ? texts.notAnAccount : (this.account.failure?.text ?? '');
    return html`<form
      class="card"
      method="post"
      action="#"
      data-testid="mail-sign-in"
      aria-labelledby="mail-sign-in"
      @submit=${(event: SubmitEvent) => void this.submit(event)}
    >
      <h2 id="mail-sign-in">${texts.mailSignIn}</h2>
      <p class="muted">${texts.mailSignInWhy}</p>
      ${accountFields({
        hook: 'mail-sign-in',
        userLabel: texts.mailUser,
        passwordLabel: texts.mailPassword,
        user: this.user,
        typed: () => refuseKeyAccount(this.renderRoot),
      })}
      <div id="error" role="alert">
        ${
          failure === '' || this.busy
            ? nothing
            : html`<p class="note red" data-testid="mail-sign-in-error">
                ${icon('cross')}<span>${failure}</span>
              </p>`
        }
      </div>
      <button
        class="primary"
        type="submit"
        data-testid="mail-sign-in-submit"
        ?disabled=${this.busy}
      >
        ${this.busy ? texts.mailSigningIn : texts.signIn}
      </button>
    </form>`;
  }

  private renderNote(colour: 'red' | 'orange', text: string) {
    return html`<div class="note ${colour}" role="status" data-testid="mail-connection">
      ${icon(colour === 'red' ? 'cross' : 'warning')}<span>${text}</span>
      <button type="button" data-testid="mail-retry" @click=${() => void this.account.retry()}>
        ${texts.retry}
      </button>
    </div>`;
  }

  protected override render() {
    const { state, failure } = this.account;
    // The form stays while what was typed in it is tried.
    if (state === 'signed-out' || this.busy) return this.renderForm();
    if (state === 'connecting')
      return html`<p class="muted" role="status" data-testid="mail-connecting">
        ${texts.connectingToMail}
      </p>`;
    if (state === 'failed') return this.renderNote('red', failure?.text ?? '');
    return failure === null ? nothing : this.renderNote('orange', texts.mailLost);
  }
}
