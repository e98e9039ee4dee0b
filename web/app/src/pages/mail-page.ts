import { controls, icon, notes } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import { largestMail, type LocalSource } from '../mail/local-source.ts';
import type { MailEntry } from '../mail/source.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

/** The mailbox: the list at the left, the open mail beside it; on a narrow screen one at a time. */
export class MailPage extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    folder: { state: true },
    problems: { state: true },
    adding: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      .panes {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        align-items: start;
        gap: var(--signet-gap-4);
        max-width: 62rem;
        margin: 0 auto;
        padding: var(--signet-gap-4);
      }
      .panes.reading {
        grid-template-columns: minmax(22rem, 5fr) minmax(0, 9fr);
        max-width: none;
      }
      .side {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-3);
        min-width: 0;
      }
      .folders {
        display: flex;
        gap: var(--signet-gap-1);
      }
      .empty {
        align-items: flex-start;
      }
      .empty ol {
        margin: 0;
        padding-left: 1.25rem;
      }
      .empty li + li {
        margin-top: var(--signet-gap-2);
      }
      @media (max-width: 64rem) {
        .panes.reading {
          grid-template-columns: minmax(0, 1fr);
        }
        .panes.reading .side {
          display: none;
        }
      }
    `,
  ];

  declare workspace: Workspace;
  declare folder: 'local' | 'written';
  declare problems: readonly string[];
  declare adding: boolean;

  constructor() {
    super();
    this.folder = 'local';
    this.problems = [];
    this.adding = false;
    watch(this, () => [this.workspace.local, this.workspace.written, this.workspace.reading]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const shown = this.workspace.reading.entry;
    if (shown !== null && this.workspace.written.entries.some((entry) => entry.id === shown.id))
      this.folder = 'written';
  }

  private get source(): LocalSource {
    return this.folder === 'local' ? this.workspace.local : this.workspace.written;
  }

  private async add(files: readonly File[]): Promise<void> {
    this.folder = 'local';
    this.problems = [];
    this.adding = true;
    const problems: string[] = [];
    for (const file of files) {
      if (file.size > largestMail) problems.push(texts.tooLargeMail(file.name));
      else {
        try {
          await this.workspace.local.add(new Uint8Array(await file.arrayBuffer()));
        } catch {
          problems.push(texts.unreadableFile(file.name));
        }
      }
    }
    this.problems = problems;
    this.adding = false;
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void this.add(files);
  }

  private renderFolder(id: 'local' | 'written', label: string, count: number) {
    return html`<button
      type="button"
      class="quiet"
      data-testid="folder-${id}"
      aria-pressed=${this.folder === id ? 'true' : 'false'}
      @click=${() => (this.folder = id)}
    >
      ${label}<span class="tag">${count}</span>
    </button>`;
  }

  private renderEmpty() {
    return this.folder === 'written'
      ? html`<div class="card empty" data-testid="mail-empty">
          <p class="muted">${texts.emptyWritten}</p>
        </div>`
      : html`<div class="card empty" data-testid="mail-empty">
          <h2>${texts.emptyHeading}</h2>
          <ol>
            ${texts.emptySteps.map((step) => html`<li>${step}</li>`)}
          </ol>
        </div>`;
  }

  protected override render() {
    const { workspace, source } = this;
    const reading = workspace.reading.entry !== null;
    const none = source.entries.length === 0;
    return html`
      <div
        class="panes ${reading ? 'reading' : ''}"
        @dragover=${(event: DragEvent) => event.preventDefault()}
        @drop=${this.drop}
      >
        <h1 class="visually-hidden">${texts.mail}</h1>
        <section class="side" aria-label=${texts.mails}>
          <div class="folders" role="group" aria-label=${texts.folders}>
            ${this.renderFolder('local', texts.local, workspace.local.entries.length)}
            ${this.renderFolder('written', texts.written, workspace.written.entries.length)}
          </div>
          ${
            this.folder === 'local'
              ? html`<signet-file-drop
                  hook="mail-file"
                  label=${texts.openFiles}
                  hint=${texts.emlHint}
                  accept=".eml,message/rfc822"
                  multiple
                  ?compact=${!none}
                  @signet-files=${(event: CustomEvent<File[]>) => void this.add(event.detail)}
                ></signet-file-drop>`
              : nothing
          }
          ${this.adding ? html`<signet-progress></signet-progress>` : nothing}
          ${this.problems.map((problem) => html`<p class="note red" role="alert">${icon('cross')}<span>${problem}</span></p>`)}
          ${
            none
              ? this.renderEmpty()
              : html`<signet-mail-list
                  .entries=${source.entries}
                  .reading=${workspace.reading}
                  @choose=${(event: CustomEvent<MailEntry>) => void workspace.reading.show(source, event.detail)}
                ></signet-mail-list>`
          }
          <p class="hint">${texts.memoryOnly}</p>
        </section>
        ${reading ? html`<signet-mail-reader .workspace=${workspace}></signet-mail-reader>` : nothing}
      </div>
    `;
  }
}
