import { css, html, nothing, type PropertyValues } from 'lit';
import { Localised } from '../localised.ts';
import { icon } from '../icon.ts';
import { controls, notes } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';
import {
  passphraseAccount,
  passphraseInput,
  passphraseInputStyle,
} from '../keys/passphrase-input.ts';
import type { SignetDialog } from './dialog.ts';

/** A key file that a passphrase can be asked for. */
export interface LockedKey {
  readonly id: string;
  readonly name: string;
  /** What else distinguishes it, such as its addresses; may be empty. */
  readonly detail: string;
  /** The user name under which a password manager keeps its passphrase: no account's, and the same ever after. */
  readonly account: string;
}

export interface PassphraseGiven {
  readonly keyId: string;
  readonly passphrase: string;
}

/**
 * Asks for the passphrase of a key file. The field is emptied as soon as its content was handed on; where a password
 * manager may keep it, when the dialog closes or the passphrase was wrong.
 *
 * The form carries a user name of its own, so that a password manager keeps this passphrase apart
 * from the password of the account.
 *
 * @fires signet-passphrase - `detail` is a {@link PassphraseGiven}; the owner sets `busy`, then `error` or `open`
 * @fires signet-recall - `detail` is the key's id: the user wants to choose among what the browser has saved
 * @fires signet-close
 */
export class SignetPassphraseDialog extends Localised {
  static override properties = {
    open: { type: Boolean },
    keys: { attribute: false },
    preferred: {},
    purpose: {},
    error: {},
    errorCode: { attribute: 'error-code' },
    busy: { type: Boolean },
    remember: { type: Boolean },
    recallable: { type: Boolean },
    selected: { state: true },
  };

  static override styles = [
    controls,
    notes,
    passphraseInputStyle,
    css`
      .actions {
        justify-content: flex-end;
      }
      .recall {
        margin-inline-end: auto;
      }
    `,
  ];

  declare open: boolean;
  declare keys: readonly LockedKey[];
  /** The id of the key to offer first; empty for none in particular. */
  declare preferred: string;
  /** Why it is asked: one sentence. */
  declare purpose: string;
  declare error: string;
  declare errorCode: string;
  declare busy: boolean;
  /** Whether a password manager may keep the passphrase. */
  declare remember: boolean;
  /** Whether the browser can be asked for what it has saved. */
  declare recallable: boolean;
  declare selected: string;

  private drawn: HTMLInputElement | null = null;

  constructor() {
    super();
    this.open = false;
    this.keys = [];
    this.preferred = '';
    this.purpose = '';
    this.error = '';
    this.errorCode = '';
    this.busy = false;
    this.remember = false;
    this.recallable = false;
    this.selected = '';
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('open') || changed.has('keys') || changed.has('preferred')) {
      const known = this.keys.some((key) => key.id === this.selected);
      if (changed.has('open') || changed.has('preferred') || !known) {
        const wanted = this.keys.find((key) => key.id === this.preferred) ?? this.keys[0];
        this.selected = wanted?.id ?? '';
      }
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open')) {
      if (!this.open) this.forget();
      else this.drawn = this.field();
      if (this.drawn !== null && this.open) void this.focusField(this.drawn);
    } else if (changed.has('error') && this.error !== '') {
      const field = this.field();
      if (field !== null) field.value = '';
      field?.focus();
    }
  }

  /**
   * Empties the field, which is out of the document by now. Firefox looks at a form that was taken out after the page
   * has fetched something, so where a password manager may keep the passphrase that waits until it has looked.
   */
  private forget(): void {
    const { drawn } = this;
    this.drawn = null;
    if (drawn === null) return;
    if (this.remember) setTimeout(() => (drawn.value = ''), 1000);
    else drawn.value = '';
  }

  /** The dialog takes the focus when it opens, which it does after this element was drawn. */
  private async focusField(field: HTMLInputElement): Promise<void> {
    await this.renderRoot.querySelector<SignetDialog>('signet-dialog')?.updateComplete;
    field.focus();
  }

  private field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#passphrase');
  }

  private submit(event: SubmitEvent): void {
    event.preventDefault();
    const field = this.field();
    if (field === null || this.busy || this.selected === '') return;
    const detail: PassphraseGiven = { keyId: this.selected, passphrase: field.value };
    // What a password manager may keep stands until the form goes.
    if (!this.remember) field.value = '';
    this.dispatchEvent(new CustomEvent('signet-passphrase', { detail }));
  }

  private close(): void {
    this.dispatchEvent(new CustomEvent('signet-close'));
  }

  private keyName(key: LockedKey): string {
    return key.detail === '' ? key.name : `${key.name} (${key.detail})`;
  }

  private renderKey() {
    const current = this.keys.find((key) => key.id === this.selected);
    const user = this.remember ? passphraseAccount(current?.account ?? '') : nothing;
    if (this.keys.length <= 1) {
      return html`
        <div class="field">
          <span class="label">${texts.key}</span>
          <span data-testid="passphrase-key"
            >${current === undefined ? '' : this.keyName(current)}</span
          >
        </div>
        ${user}
      `;
    }
    return html`
      <div class="field">
        <label for="key">${texts.key}</label>
        <select
          id="key"
          data-testid="passphrase-key"
          .value=${this.selected}
          @change=${(event: Event) => (this.selected = (event.target as HTMLSelectElement).value)}
        >
          ${this.keys.map((key) => html`<option value=${key.id} ?selected=${key.id === this.selected}>${this.keyName(key)}</option>`)}
        </select>
      </div>
      ${user}
    `;
  }

  private renderForm() {
    return html`
      <form class="stack" method="post" action="#" @submit=${this.submit}>
        <p>${this.purpose}</p>
        ${this.renderKey()}
        <div class="field">
          <label for="passphrase">${texts.passphrase}</label>
          ${passphraseInput({
            id: 'passphrase',
            hook: 'passphrase-input',
            remember: this.remember ? 'current-password' : null,
            invalid: this.error !== '',
            required: true,
            readonly: this.busy,
            describedBy: 'hint error',
          })}
          <span id="hint" class="hint">${texts.passphraseStays}</span>
        </div>
        <div id="error" role="alert">
          ${
            this.error === ''
              ? nothing
              : html`<p class="note red" data-testid="passphrase-error" data-code=${this.errorCode}>
                  ${icon('cross')}<span>${this.error}</span>
                </p>`
          }
        </div>
        <div class="row actions">
          ${
            this.remember && this.recallable
              ? html`<button
                  type="button"
                  class="quiet recall"
                  data-testid="passphrase-recall"
                  ?disabled=${this.busy}
                  @click=${this.recall}
                >
                  ${icon('key')}${texts.recallPassphrase}
                </button>`
              : nothing
          }
          <button type="button" data-testid="passphrase-cancel" @click=${this.close}>
            ${texts.cancel}
          </button>
          <button
            type="submit"
            class="primary"
            data-testid="passphrase-submit"
            ?disabled=${this.busy}
          >
            ${icon('unlock')}${this.busy ? texts.unlocking : texts.unlock}
          </button>
        </div>
      </form>
    `;
  }

  private recall(): void {
    this.dispatchEvent(new CustomEvent('signet-recall', { detail: this.selected }));
  }

  protected override render() {
    return html`
      <signet-dialog
        heading=${texts.passphraseHeading}
        hook="passphrase-dialog"
        ?open=${this.open}
        @signet-close=${this.close}
      >
        ${this.open ? this.renderForm() : nothing}
      </signet-dialog>
    `;
  }
}
