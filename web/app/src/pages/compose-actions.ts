import { Localised, controls, dateAndTime, icon, notes } from '@signet/elements';
import { css, html, nothing } from 'lit';
import type { DraftState } from '../outbox/drafts.ts';
import { texts } from '../texts/index.ts';
import type { ProtectionName } from './compose-protection.ts';

/**
 * What can be done with a mail that is written.
 *
 * @fires send - or saves as a file, where there is no mail server
 * @fires save-draft
 * @fires discard
 */
export class ComposeActions extends Localised {
  static override properties = {
    protection: {},
    sends: { type: Boolean },
    busy: { type: Boolean },
    draft: { attribute: false },
  };

  static override styles = [
    controls,
    notes,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
        padding-top: var(--signet-gap-4);
        border-top: 1px solid var(--signet-border);
      }
    `,
  ];

  declare protection: ProtectionName;
  /** There is a mail server. */
  declare sends: boolean;
  declare busy: boolean;
  declare draft: DraftState;

  constructor() {
    super();
    this.protection = 'neither';
    this.sends = false;
    this.busy = false;
    this.draft = { kind: 'idle' };
  }

  private tell(name: string): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  private renderDraft() {
    const { draft } = this;
    if (!this.sends) return nothing;
    if (draft.kind === 'unsaved')
      return html`<p
        class="note orange"
        data-testid="draft-state"
        data-state="unsaved"
        data-code=${draft.failure.code}
      >
        ${icon('warning')}<span>${draft.failure.text}</span>
      </p>`;
    const said = {
      idle: '',
      saving: texts.savingDraft,
      saved: draft.kind === 'saved' ? texts.draftSaved(dateAndTime(draft.at)) : '',
    }[draft.kind];
    return html`<span class="hint" data-testid="draft-state" data-state=${draft.kind}>
      ${said}
    </span>`;
  }

  protected override render() {
    const { sends, protection } = this;
    return html`
      <div class="row">
        <button
          type="button"
          class="primary"
          data-testid=${sends ? 'compose-send' : 'compose-save'}
          ?disabled=${this.busy}
          @click=${() => this.tell('send')}
        >
          ${icon(sends ? 'mail' : 'download')}
          ${sends ? texts.send[protection] : texts.save[protection]}
        </button>
        ${
          sends
            ? html`<button
                type="button"
                data-testid="compose-draft"
                ?disabled=${this.busy}
                @click=${() => this.tell('save-draft')}
              >
                ${texts.saveDraft}
              </button>`
            : nothing
        }
        <button
          type="button"
          data-testid="compose-discard"
          ?disabled=${this.busy}
          @click=${() => this.tell('discard')}
        >
          ${icon('trash')}${texts.discard}
        </button>
      </div>
      <div role="status">${this.renderDraft()}</div>
    `;
  }
}
