import { controls, icon, notes } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import type { Failure } from '../engine/failure.ts';
import type { MailEntry } from '../mail/source.ts';
import { texts } from '../texts.ts';

/** A message that was made, and the name of its file. */
export interface Made {
  readonly entry: MailEntry;
  readonly name: string;
}

/**
 * What became of a draft.
 *
 * @fires open-copy - `detail` is the entry
 */
export class ComposeOutcome extends LitElement {
  static override properties = {
    failure: { attribute: false },
    made: { attribute: false },
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

  declare failure: Failure | null;
  declare made: Made | null;

  constructor() {
    super();
    this.failure = null;
    this.made = null;
  }

  private renderMade(made: Made) {
    return html`<div class="note green" data-testid="compose-result" data-mail-id=${made.entry.id}>
      ${icon('check')}
      <div class="stack">
        <span>${texts.made(made.name)}</span>
        <div>
          <button
            type="button"
            data-testid="compose-open"
            @click=${() => this.dispatchEvent(new CustomEvent('open-copy', { detail: made.entry }))}
          >
            ${texts.openCopy}
          </button>
        </div>
      </div>
    </div>`;
  }

  protected override render() {
    const { made, failure } = this;
    return html`
      <div role="alert">
        ${
          failure === null
            ? nothing
            : html`<p class="note red" data-testid="compose-error" data-code=${failure.code}>
                ${icon('cross')}<span>${failure.text}</span>
              </p>`
        }
      </div>
      ${made === null ? nothing : this.renderMade(made)}
    `;
  }
}
