import { controls, icon, octets } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import type { DraftAttachment } from '../compose/mime-writer.ts';
import { texts } from '../texts.ts';

/**
 * The files attached to a draft.
 *
 * @fires attachments - `detail` is the new list
 * @fires unreadable - files could not be read; `detail` says so
 */
export class ComposeAttachments extends LitElement {
  static override properties = { attachments: { attribute: false } };

  static override styles = [
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
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
        padding-left: var(--signet-gap-3);
        border: 1px solid var(--signet-border);
        border-radius: var(--signet-radius);
      }
      li span {
        min-width: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  declare attachments: readonly DraftAttachment[];

  constructor() {
    super();
    this.attachments = [];
  }

  private take(attachments: readonly DraftAttachment[]): void {
    this.dispatchEvent(new CustomEvent('attachments', { detail: attachments }));
  }

  private async read(files: readonly File[]): Promise<void> {
    try {
      const added = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          type: file.type,
          octets: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      this.take([...this.attachments, ...added]);
    } catch {
      const names = files.map((file) => file.name).join(', ');
      const detail = texts.unreadableFile(names);
      this.dispatchEvent(new CustomEvent('unreadable', { detail }));
    }
  }

  private renderAttachment(attachment: DraftAttachment) {
    return html`<li data-testid="compose-attachment" data-name=${attachment.name}>
      ${icon('paperclip')}<span><bdi>${attachment.name}</bdi></span>
      <small class="muted">${octets(attachment.octets.length)}</small>
      <button
        type="button"
        class="quiet"
        data-testid="compose-attachment-remove"
        aria-label=${texts.removeAttachment(attachment.name)}
        @click=${() => this.take(this.attachments.filter((one) => one !== attachment))}
      >
        ${icon('close', { size: 16 })}
      </button>
    </li>`;
  }

  protected override render() {
    return html`
      ${
        this.attachments.length === 0
          ? nothing
          : html`<ul aria-label=${texts.attachments}>
              ${this.attachments.map((one) => this.renderAttachment(one))}
            </ul>`
      }
      <signet-file-drop
        compact
        multiple
        hook="compose-attach"
        label=${texts.attach}
        hint=${texts.attachHint}
        @signet-files=${(event: CustomEvent<File[]>) => void this.read(event.detail)}
      ></signet-file-drop>
    `;
  }
}
