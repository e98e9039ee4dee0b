import type { Certificate } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { date } from '../format.ts';
import { icon, type IconName } from '../icon.ts';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/** Whether a message to somebody can be encrypted. */
export type RecipientState =
  'present' | 'missing' | 'expired' | 'not-yet-valid' | 'not-for-encryption' | 'checking';

/** One recipient, and what is known of the certificate to encrypt to. */
export interface Recipient {
  readonly address: string;
  readonly state: RecipientState;
  /** The certificate that the state speaks of, where there is one. */
  readonly certificate?: Certificate;
}

const symbols: Record<RecipientState, IconName> = {
  present: 'lock',
  missing: 'warning',
  expired: 'warning',
  'not-yet-valid': 'warning',
  'not-for-encryption': 'warning',
  checking: 'info',
};

/** Says of each recipient whether a message can be encrypted to them, in words beside the symbol, and tells of changes. */
export class SignetRecipientStatus extends Localised {
  static override properties = { recipients: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--signet-gap-2);
        list-style: none;
      }
      li {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-2);
        max-width: 100%;
        min-height: 1.75rem;
        padding-block: 0.125rem;
        padding-inline: var(--signet-gap-2) var(--signet-gap-3);
        border: 1px solid var(--signet-orange-edge);
        border-radius: var(--signet-radius);
        background: var(--signet-orange-surface);
        color: var(--signet-orange-text);
        font-size: var(--signet-size-small);
      }
      li[data-state='present'] {
        border-color: var(--signet-green-edge);
        background: var(--signet-green-surface);
        color: var(--signet-green-text);
      }
      li[data-state='checking'] {
        border-color: var(--signet-none-edge);
        background: var(--signet-none-surface);
        color: var(--signet-none-text);
      }
      span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      bdi {
        font-weight: 600;
      }
    `,
  ];

  declare recipients: readonly Recipient[];

  constructor() {
    super();
    this.recipients = [];
  }

  private said({ state, certificate }: Recipient): string {
    if (state === 'expired' && certificate !== undefined)
      return texts.recipientExpired(date(certificate.notAfter));
    if (state === 'not-yet-valid' && certificate !== undefined)
      return texts.recipientNotYetValid(date(certificate.notBefore));
    return texts.recipientStates[state];
  }

  protected override render() {
    // The live region stands there before anything is put into it; else its first words go unheard.
    return html`<ul
      aria-label=${this.recipients.length === 0 ? nothing : texts.recipientsHeading}
      aria-live="polite"
      aria-relevant="additions text"
    >
      ${this.recipients.map(
        (recipient) =>
          html`<li
            data-testid="recipient"
            data-address=${recipient.address}
            data-state=${recipient.state}
          >
            ${icon(symbols[recipient.state], { size: 16 })}
            <span><bdi>${recipient.address}</bdi> ${this.said(recipient)}</span>
          </li>`,
      )}
    </ul>`;
  }
}
