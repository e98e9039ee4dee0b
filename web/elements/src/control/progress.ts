import { css, html, nothing } from 'lit';
import { Localised } from '../localised.ts';
import { controls } from '../styles/controls.ts';
import { texts } from '../texts/index.ts';

/**
 * Says that something runs; appears after a blink, so that quick work does not flicker.
 *
 * @fires signet-cancel
 */
export class SignetProgress extends Localised {
  static override properties = {
    label: {},
    fraction: { type: Number },
    cancellable: { type: Boolean },
  };

  static override styles = [
    controls,
    css`
      :host {
        display: block;
        animation: appear 1ms 150ms both;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      .box {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-3);
        padding: var(--signet-gap-3) var(--signet-gap-4);
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
        background: var(--signet-surface);
      }
      progress {
        flex: 1;
        height: 0.5rem;
        accent-color: var(--signet-accent);
      }
    `,
  ];

  declare label: string;
  /** From 0 to 1; negative while it is not known. */
  declare fraction: number;
  declare cancellable: boolean;

  constructor() {
    super();
    this.label = '';
    this.fraction = -1;
    this.cancellable = false;
  }

  protected override render() {
    return html`
      <div class="box" data-testid="progress">
        <span id="label">${this.label === '' ? texts.progress : this.label}</span>
        ${
          this.fraction >= 0
            ? html`<progress aria-labelledby="label" max="1" .value=${this.fraction}></progress>`
            : html`<progress aria-labelledby="label"></progress>`
        }
        ${
          this.cancellable
            ? html`<button
                type="button"
                data-testid="progress-cancel"
                @click=${() => this.dispatchEvent(new CustomEvent('signet-cancel'))}
              >
                ${texts.cancel}
              </button>`
            : nothing
        }
      </div>
    `;
  }
}
