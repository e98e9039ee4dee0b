import { Localised, controls } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { texts } from '../texts/index.ts';

/**
 * Asks what becomes of a mail that is not finished, before another one is begun.
 *
 * @fires keep-writing
 * @fires drop
 * @fires save-draft
 */
export class ComposeLeave extends Localised {
  static override properties = {
    open: { type: Boolean },
    savable: { type: Boolean },
  };

  static override styles = [
    controls,
    css`
      .row {
        justify-content: flex-end;
        margin-top: var(--signet-gap-5);
      }
    `,
  ];

  declare open: boolean;
  /** There is a mail server that keeps drafts. */
  declare savable: boolean;

  constructor() {
    super();
    this.open = false;
    this.savable = false;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  protected override render() {
    return html`<signet-dialog
      heading=${texts.dropHeading}
      hook="compose-leave"
      ?open=${this.open}
      @signet-close=${() => this.tell('keep-writing')}
    >
      <p>${texts.dropQuestion}</p>
      <div class="row">
        <button type="button" data-testid="leave-keep" @click=${() => this.tell('keep-writing')}>
          ${texts.keepWriting}
        </button>
        <button
          type="button"
          class="danger"
          data-testid="leave-drop"
          @click=${() => this.tell('drop')}
        >
          ${texts.dropAccept}
        </button>
        ${
          this.savable
            ? html`<button
                type="button"
                class="primary"
                data-testid="leave-save"
                @click=${() => this.tell('save-draft')}
              >
                ${texts.dropSaving}
              </button>`
            : nothing
        }
      </div>
    </signet-dialog>`;
  }
}
