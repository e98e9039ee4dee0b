import { css, html, nothing, type PropertyValues } from 'lit';
import type { SignetDialog } from '../dialog/dialog.ts';
import { icon } from '../icon.ts';
import { Localised } from '../localised.ts';
import { controls, notes } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';
import { NewPassphrase, newPassphraseStyle } from './new-passphrase.ts';
import { passphraseAccount, passphraseInput, passphraseInputStyle } from './passphrase-input.ts';
import type { PassphrasePolicy } from './passphrase-policy.ts';

export interface PassphraseChange {
  readonly passphrase: string;
  /** In the form in which it is to be used. */
  readonly newPassphrase: string;
}

/**
 * Asks for the passphrase of a key file and for another in its place.
 *
 * @fires signet-change-passphrase - `detail` is a {@link PassphraseChange}; the owner sets `busy`, then `error` or `open`
 * @fires signet-close
 */
export class SignetChangePassphrase extends Localised {
  static override properties = {
    open: { type: Boolean },
    name: {},
    account: {},
    policy: {},
    about: { attribute: false },
    error: {},
    errorCode: { attribute: 'error-code' },
    busy: { type: Boolean },
    remember: { type: Boolean },
  };

  static override styles = [
    controls,
    notes,
    passphraseInputStyle,
    newPassphraseStyle,
    css`
      .actions {
        justify-content: flex-end;
      }
    `,
  ];

  declare open: boolean;
  /** The key file's. */
  declare name: string;
  /** Under which a password manager keeps it. */
  declare account: string;
  declare policy: PassphrasePolicy;
  /** Words that are easily guessed here, such as the address. */
  declare about: readonly string[];
  declare error: string;
  declare errorCode: string;
  declare busy: boolean;
  /** Whether a password manager may keep the passphrases. */
  declare remember: boolean;

  private readonly fresh = new NewPassphrase(this, () => ({
    policy: this.policy,
    remember: this.remember,
    about: this.about,
    readonly: this.busy,
  }));

  constructor() {
    super();
    this.open = false;
    this.name = '';
    this.account = '';
    this.policy = 'ascii';
    this.about = [];
    this.error = '';
    this.errorCode = '';
    this.busy = false;
    this.remember = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const field = this.renderRoot.querySelector<HTMLInputElement>('#passphrase');
    if (field === null) return;
    if (changed.has('open')) {
      field.value = '';
      this.fresh.forget();
      if (this.open) void this.focusField(field);
    } else if (changed.has('error') && this.error !== '') {
      field.select();
      field.focus();
    }
  }

  private async focusField(field: HTMLInputElement): Promise<void> {
    await this.renderRoot.querySelector<SignetDialog>('signet-dialog')?.updateComplete;
    field.focus();
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const passphrase = this.renderRoot.querySelector<HTMLInputElement>('#passphrase')?.value ?? '';
    if (this.busy) return;
    const newPassphrase = this.fresh.take();
    if (newPassphrase === null) return;
    const detail: PassphraseChange = { passphrase, newPassphrase };
    this.dispatchEvent(new CustomEvent('signet-change-passphrase', { detail }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('signet-close'));
  }

  private renderForm() {
    return html`<form class="stack" method="post" action="#" novalidate @submit=${this.submit}>
      <p class="break"><bdi>${this.name}</bdi></p>
      ${passphraseAccount(this.account)}
      <div class="field">
        <label for="passphrase">${texts.oldPassphrase}</label>
        ${passphraseInput({
          id: 'passphrase',
          hook: 'change-old',
          remember: this.remember ? 'current-password' : null,
          invalid: this.errorCode === 'wrong-passphrase',
          readonly: this.busy,
          describedBy: 'error',
        })}
      </div>
      ${this.fresh.render()}
      <p class="hint">${texts.passphraseChangeNote}</p>
      <div id="error" role="alert">
        ${
          this.error === ''
            ? nothing
            : html`<p class="note red" data-testid="change-error" data-code=${this.errorCode}>
                ${icon('cross')}<span>${this.error}</span>
              </p>`
        }
      </div>
      <div class="row actions">
        <button type="button" data-testid="change-cancel" @click=${this.close}>
          ${texts.cancel}
        </button>
        <button type="submit" class="primary" data-testid="change-submit" ?disabled=${this.busy}>
          ${icon('key')}${this.busy ? texts.changingPassphrase : texts.changePassphrase}
        </button>
      </div>
    </form>`;
  }

  protected override render() {
    return html`
      <signet-dialog
        heading=${texts.changePassphrase}
        hook="change-dialog"
        ?open=${this.open}
        @signet-close=${this.close}
      >
        ${this.open ? this.renderForm() : nothing}
      </signet-dialog>
    `;
  }
}
