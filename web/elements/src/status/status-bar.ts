import type { OpenedMessage, Status } from '@signet/smime';
import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { icon, type IconName } from '../icon.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

const symbols: Record<Status['colour'], IconName> = {
  none: 'info',
  green: 'check',
  orange: 'warning',
  red: 'cross',
};

/** Whether a passphrase could open more of the message. */
export function wantsKey(opened: OpenedMessage): boolean {
  return opened.status.code === 'locked' || opened.status.code === 'no-key';
}

/**
 * The verdict on one message, as a bar that is a button. The lock stands apart from the verdict: it says nothing on
 * who wrote the message.
 *
 * @fires signet-details - the bar was clicked
 * @fires signet-unlock - the bar was clicked, and a key is what the message waits for
 */
export class SignetStatusBar extends Localised {
  static override properties = { opened: { attribute: false } };

  static override styles = [
    controls,
    css`
      button {
        display: grid;
        grid-template-columns: auto 1fr auto auto;
        gap: var(--signet-gap-1) var(--signet-gap-3);
        width: 100%;
        padding: var(--signet-gap-3) var(--signet-gap-4);
        border: 1px solid var(--edge);
        border-inline-start-width: 6px;
        background: var(--surface);
        color: var(--text);
        text-align: start;
        font-weight: 400;
      }
      button:hover {
        background: var(--surface);
        border-color: var(--text);
      }
      .none {
        --surface: var(--signet-none-surface);
        --text: var(--signet-none-text);
        --edge: var(--signet-none-edge);
      }
      .green {
        --surface: var(--signet-green-surface);
        --text: var(--signet-green-text);
        --edge: var(--signet-green-edge);
      }
      .orange {
        --surface: var(--signet-orange-surface);
        --text: var(--signet-orange-text);
        --edge: var(--signet-orange-edge);
      }
      .red {
        --surface: var(--signet-red-surface);
        --text: var(--signet-red-text);
        --edge: var(--signet-red-edge);
      }
      .words {
        display: flex;
        flex-direction: column;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .title {
        font-weight: 650;
      }
      .message {
        font-size: var(--signet-size-small);
      }
      .lock,
      .more {
        display: inline-flex;
        align-items: center;
        gap: var(--signet-gap-1);
        font-size: var(--signet-size-small);
        white-space: nowrap;
      }
      .lock {
        padding: 0.1rem 0.6rem;
        border: 1px solid currentColor;
        border-radius: 99px;
        font-weight: 600;
      }
      @media (max-width: 40rem) {
        button {
          grid-template-columns: auto 1fr;
        }
        .lock {
          grid-column: 2;
          justify-self: start;
        }
        .more {
          display: none;
        }
      }
    `,
  ];

  declare opened: OpenedMessage | null;

  constructor() {
    super();
    this.opened = null;
  }

  private choose(opened: OpenedMessage): void {
    this.dispatchEvent(new CustomEvent(wantsKey(opened) ? 'signet-unlock' : 'signet-details'));
  }

  protected override render() {
    const { opened } = this;
    if (opened === null) return nothing;
    const { colour, code, message } = opened.status;
    const encrypted = opened.layers.some((layer) => layer.type === 'encrypted');
    const symbol = code === 'locked' ? 'lock' : symbols[colour];
    return html`
      <button
        type="button"
        class=${colour}
        data-testid="status-bar"
        data-colour=${colour}
        data-code=${code}
        data-encrypted=${encrypted ? 'true' : 'false'}
        aria-haspopup="dialog"
        @click=${() => this.choose(opened)}
      >
        ${icon(symbol, { size: 24 })}
        <span class="words">
          <span class="title">${texts.titles[code]}</span>
          <span class="message">${message}</span>
        </span>
        ${encrypted ? html`<span class="lock">${icon('lock', { size: 14 })}${texts.encrypted}</span>` : html`<span></span>`}
        <span class="more"
          >${wantsKey(opened) ? texts.unlock : texts.details}${icon('chevron', { size: 14 })}</span
        >
      </button>
    `;
  }
}
