import { Localised, controls, icon, type IconName } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { texts } from '../texts/index.ts';

export type ProtectionName = keyof typeof texts.save;

export function protectionName(sign: boolean, encrypt: boolean): ProtectionName {
  if (sign) return encrypt ? 'both' : 'sign';
  return encrypt ? 'encrypt' : 'neither';
}

/**
 * The buttons Sign and Encrypt, and what they come to.
 *
 * @fires toggle-sign
 * @fires toggle-encrypt
 */
export class ComposeProtection extends Localised {
  static override properties = {
    sign: { type: Boolean },
    encrypt: { type: Boolean },
    blind: { type: Boolean },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
    `,
  ];

  declare sign: boolean;
  declare encrypt: boolean;
  /** There is no certificate to encrypt the author's own copy to. */
  declare blind: boolean;

  constructor() {
    super();
    this.sign = false;
    this.encrypt = false;
    this.blind = false;
  }

  private renderToggle(id: 'sign' | 'encrypt', symbol: IconName) {
    return html`<button
      type="button"
      data-testid="compose-${id}"
      aria-pressed=${this[id] ? 'true' : 'false'}
      @click=${() => this.dispatchEvent(new CustomEvent(`toggle-${id}`))}
    >
      ${icon(symbol)}${texts[id]}
    </button>`;
  }

  protected override render() {
    return html`<div class="row" role="group" aria-label=${texts.smime}>
      ${this.renderToggle('sign', 'certificate')} ${this.renderToggle('encrypt', 'lock')}
      <span class="hint">
        ${texts.protection[protectionName(this.sign, this.encrypt)]}
        ${this.encrypt ? texts.subjectVisible : ''}
        ${this.encrypt && this.blind ? html`<strong>${texts.noOwnCopy}</strong>` : nothing}
      </span>
    </div>`;
  }
}
