import { css, html, type PropertyValues } from 'lit';
import { Localised } from '../localised.ts';
import { icon } from '../icon.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/**
 * A modal dialog: the browser's own, so that focus stays inside, Escape closes and focus returns.
 *
 * @slot - the content
 * @fires signet-close - the user wants it closed; the owner sets `open` to false
 */
export class SignetDialog extends Localised {
  static override properties = {
    heading: {},
    open: { type: Boolean },
    hook: {},
    closeHook: { attribute: 'close-hook' },
  };

  static override styles = [
    controls,
    css`
      dialog {
        width: min(38rem, calc(100vw - 2rem));
        max-height: calc(100vh - 3rem);
        padding: 0;
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius-large);
        background: var(--signet-surface-raised);
        color: var(--signet-text);
        box-shadow: var(--signet-shadow-raised);
      }
      dialog::backdrop {
        background: var(--signet-backdrop);
      }
      .head {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--signet-gap-3);
        padding-block: var(--signet-gap-4) var(--signet-gap-2);
        padding-inline: var(--signet-gap-5) var(--signet-gap-4);
      }
      h2 {
        font-size: var(--signet-size-large);
      }
      .content {
        padding: var(--signet-gap-2) var(--signet-gap-5) var(--signet-gap-5);
      }
    `,
  ];

  declare heading: string;
  declare open: boolean;
  /** The dialog's `data-testid`. */
  declare hook: string;
  declare closeHook: string;

  constructor() {
    super();
    this.heading = '';
    this.open = false;
    this.hook = 'dialog';
    this.closeHook = 'dialog-close';
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    const dialog = this.renderRoot.querySelector('dialog');
    if (this.open && dialog?.open === false) dialog.showModal();
    if (!this.open && dialog?.open === true) dialog.close();
  }

  private close(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('signet-close'));
  }

  protected override render() {
    return html`
      <dialog
        data-testid=${this.open ? this.hook : `${this.hook}-closed`}
        aria-labelledby="heading"
        @cancel=${this.close}
      >
        <div class="head">
          <h2 id="heading">${this.heading}</h2>
          <button
            type="button"
            class="quiet"
            data-testid=${this.closeHook}
            aria-label=${texts.close}
            @click=${this.close}
          >
            ${icon('close')}
          </button>
        </div>
        <div class="content"><slot></slot></div>
      </dialog>
    `;
  }
}
