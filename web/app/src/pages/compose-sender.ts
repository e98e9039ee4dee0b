import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html } from 'lit';
import type { Identity } from '../compose/identity.ts';
import { texts } from '../texts/index.ts';

/**
 * Whom a draft is from: one of the addresses that the user's certificates name.
 *
 * @fires choose-sender - `detail` is the address
 * @fires unlock-key - the user wants to unlock a key, to be somebody
 */
export class ComposeSender extends Localised {
  static override properties = {
    identities: { attribute: false },
    sender: { attribute: false },
    problem: {},
    lockable: { type: Boolean },
  };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare identities: readonly Identity[];
  declare sender: Identity | null;
  /** Why there is no sender. */
  declare problem: string;
  /** Whether there are locked keys that may name addresses. */
  declare lockable: boolean;

  constructor() {
    super();
    this.identities = [];
    this.sender = null;
    this.problem = '';
    this.lockable = false;
  }

  private choose(event: Event): void {
    const address = (event.target as HTMLSelectElement).value;
    this.dispatchEvent(new CustomEvent('choose-sender', { detail: address }));
  }

  private renderMissing() {
    return html`<div class="field">
      <span class="label">${texts.from}</span>
      <p class="note" data-testid="compose-from">${icon('key')}<span>${this.problem}</span></p>
      ${
        this.lockable
          ? html`<div>
              <button
                type="button"
                @click=${() => this.dispatchEvent(new CustomEvent('unlock-key'))}
              >
                ${icon('unlock')}${texts.unlock}
              </button>
            </div>`
          : html`<div><a href="#/settings">${texts.settings}</a></div>`
      }
    </div>`;
  }

  protected override render() {
    const { sender } = this;
    if (sender === null) return this.renderMissing();
    return html`<div class="field">
      <label for="from">${texts.from}</label>
      <select id="from" data-testid="compose-from" @change=${this.choose}>
        ${this.identities.map(
          (one) =>
            html`<option value=${one.address} ?selected=${one.address === sender.address}>
              ${one.address}
            </option>`,
        )}
      </select>
    </div>`;
  }
}
