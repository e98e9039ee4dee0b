import { css, html } from 'lit';
import { Localised } from '../localised.ts';
import { icon } from '../icon.ts';
import { texts } from '../texts/index.ts';

/** The symbols of the list's S/MIME column: a lock for encrypted, a certificate for signed mail. */
export class SignetSmimeSymbols extends Localised {
  static override properties = {
    encrypted: { type: Boolean },
    signed: { type: Boolean },
  };

  static override styles = css`
    :host {
      display: flex;
      align-items: center;
      gap: var(--signet-gap-1);
      min-width: 2.5rem;
      color: var(--signet-accent);
    }
    .none {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  `;

  declare encrypted: boolean;
  declare signed: boolean;

  constructor() {
    super();
    this.encrypted = false;
    this.signed = false;
  }

  protected override render() {
    return html`
      ${this.encrypted ? icon('lock', { label: texts.encrypted }) : ''}
      ${this.signed ? icon('certificate', { label: texts.signed }) : ''}
      ${this.encrypted || this.signed ? '' : html`<span class="none">${texts.columnEmpty}</span>`}
    `;
  }
}
