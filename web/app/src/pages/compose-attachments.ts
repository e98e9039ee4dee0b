import { Localised, controls, icon, octets } from '@signet/elements';
import { css, html, nothing } from 'lit';
import { largestAttachments } from '../compose/draft.ts';
import { readFiles, UnreadableFile } from '../compose/files.ts';
import type { DraftAttachment } from '../compose/mime-writer.ts';
import { wasAborted, type Failure } from '../engine/failure.ts';
import { texts } from '../texts/index.ts';

/**
 * The files attached to a draft.
 *
 * @fires attached - `detail` are files that were read
 * @fires detached - `detail` is the one to remove
 * @fires unreadable - files could not be taken; `detail` is the {@link Failure}
 */
export class ComposeAttachments extends Localised {
  static override properties = {
    attachments: { attribute: false },
    reading: { state: true },
  };

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
        padding-inline-start: var(--signet-gap-3);
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
  /** How far files are read, from 0 to 1; null while none is. */
  declare reading: number | null;

  private abort: AbortController | null = null;

  constructor() {
    super();
    this.attachments = [];
    this.reading = null;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.abort?.abort();
  }

  private get size(): number {
    return this.attachments.reduce((sum, one) => sum + one.octets.length, 0);
  }

  private tell(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  private refuse(failure: Failure): void {
    this.tell('unreadable', failure);
  }

  /** Reads files and attaches them: all of them or none. */
  async add(files: readonly File[]): Promise<void> {
    const more = files.reduce((sum, file) => sum + file.size, 0);
    if (this.size + more > largestAttachments)
      return this.refuse({ code: 'too-large', text: texts.attachmentsTooLarge });
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.reading = 0;
    try {
      const read = await readFiles(files, abort.signal, (done, total) => {
        if (this.abort === abort) this.reading = total > 0 ? done / total : 0;
      });
      this.tell('attached', read);
    } catch (error) {
      if (!wasAborted(error)) {
        const names =
          error instanceof UnreadableFile ? error.file : files.map((file) => file.name).join(', ');
        this.refuse({ code: 'unreadable-file', text: texts.unreadableFile(names) });
      }
    } finally {
      if (this.abort === abort) {
        this.abort = null;
        this.reading = null;
      }
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
        @click=${() => this.tell('detached', attachment)}
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
      ${
        this.reading === null
          ? nothing
          : html`<signet-progress
              label=${texts.readingFiles}
              .fraction=${this.reading}
              cancellable
              @signet-cancel=${() => this.abort?.abort()}
            ></signet-progress>`
      }
      <signet-file-drop
        compact
        multiple
        hook="compose-attach"
        label=${texts.attach}
        hint=${texts.attachHint}
        @signet-files=${(event: CustomEvent<File[]>) => void this.add(event.detail)}
      ></signet-file-drop>
    `;
  }
}
