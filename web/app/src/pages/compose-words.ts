import { Localised, controls, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CompositionState } from '../compose/composition.ts';
import { texts } from '../texts/index.ts';
import type { ComposeAttachments } from './compose-attachments.ts';

/**
 * What a mail says: subject, text and files.
 *
 * @fires words - `detail` has the field that was changed
 * @fires quote-anyway - what was withheld is to be quoted
 * @fires attached, detached, unreadable - as {@link ComposeAttachments}
 */
export class ComposeWords extends Localised {
  static override properties = { state: { attribute: false } };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
      textarea {
        min-height: 16rem;
        resize: vertical;
        line-height: 1.55;
      }
    `,
  ];

  declare state: CompositionState;

  /** Begins above what is quoted. */
  begin(): void {
    const body = this.renderRoot.querySelector<HTMLTextAreaElement>('#body');
    body?.focus();
    body?.setSelectionRange(0, 0);
  }

  /** Attaches files that were dropped on the page. */
  add(files: readonly File[]): void {
    const list = this.renderRoot.querySelector<ComposeAttachments>('signet-compose-attachments');
    void list?.add(files);
  }

  private tell(name: string, detail: unknown = null): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private pass(event: CustomEvent<unknown>): void {
    this.tell(event.type, event.detail);
  }

  private typed(name: 'subject' | 'text', event: Event): void {
    this.tell('words', { [name]: (event.target as HTMLInputElement | HTMLTextAreaElement).value });
  }

  private renderWithheld() {
    const { withheld } = this.state;
    if (withheld === null) return nothing;
    return html`<div
      class="note orange"
      data-testid="compose-withheld"
      data-reason=${withheld.reason}
    >
      ${icon('warning')}
      <div class="stack">
        <span>${texts.withheld[withheld.reason]}</span>
        ${
          withheld.text === ''
            ? nothing
            : html`<div>
                <button
                  type="button"
                  data-testid="compose-quote-anyway"
                  @click=${() => this.tell('quote-anyway')}
                >
                  ${texts.quoteAnyway}
                </button>
              </div>`
        }
      </div>
    </div>`;
  }

  protected override render() {
    const { state } = this;
    return html`
      <div class="field">
        <label for="subject">${texts.subject}</label>
        <input
          id="subject"
          data-testid="compose-subject"
          type="text"
          autocomplete="off"
          spellcheck="true"
          .value=${live(state.subject)}
          @input=${(event: Event) => this.typed('subject', event)}
        />
      </div>
      ${this.renderWithheld()}
      <div class="field">
        <label for="body">${texts.text}</label>
        <textarea
          id="body"
          data-testid="compose-body"
          dir="auto"
          .value=${live(state.text)}
          @input=${(event: Event) => this.typed('text', event)}
        ></textarea>
      </div>
      <signet-compose-attachments
        .attachments=${state.attachments}
        @attached=${this.pass}
        @detached=${this.pass}
        @unreadable=${this.pass}
      ></signet-compose-attachments>
    `;
  }
}
