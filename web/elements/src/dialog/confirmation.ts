import { css, html } from 'lit';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/**
 * Asks before something is lost.
 *
 * @fires signet-accept
 * @fires signet-close
 */
export class SignetConfirmation extends Localised {
  static override properties = {
    heading: {},
    question: {},
    accept: {},
    open: { type: Boolean },
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

  declare heading: string;
  declare question: string;
  declare accept: string;
  declare open: boolean;

  constructor() {
    super();
    this.heading = '';
    this.question = '';
    this.accept = '';
    this.open = false;
  }

  protected override render() {
    return html`
      <signet-dialog
        heading=${this.heading}
        hook="confirmation"
        ?open=${this.open}
        @signet-close=${() => this.tell('signet-close')}
      >
        <p>${this.question}</p>
        <div class="row">
          <button
            type="button"
            data-testid="confirm-cancel"
            @click=${() => this.tell('signet-close')}
          >
            ${texts.cancel}
          </button>
          <button
            type="button"
            class="danger"
            data-testid="confirm-accept"
            @click=${() => this.tell('signet-accept')}
          >
            ${this.accept}
          </button>
        </div>
      </signet-dialog>
    `;
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }
}
