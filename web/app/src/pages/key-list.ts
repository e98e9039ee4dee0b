import { controls, icon, notes, octets } from '@signet/elements';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import type { KeyFile } from '../keys/key-files.ts';
import { save } from '../mail/saving.ts';
import { watch } from '../state/observable.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';
import { Unlocking } from './unlocking.ts';

/** The stored key files. */
export class KeyList extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    removing: { state: true },
    error: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      .list > li:first-child {
        border-top: 0;
      }
    `,
  ];

  declare workspace: Workspace;
  declare removing: KeyFile | null;
  declare error: string;

  private readonly unlocking = new Unlocking(this, () => this.workspace);

  constructor() {
    super();
    this.removing = null;
    this.error = '';
    watch(this, () => [this.workspace.keyFiles, this.workspace.engine]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.workspace.keyFiles.loaded) void this.attempt(() => this.workspace.keyFiles.load());
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    this.error = '';
    try {
      await work();
    } catch (error) {
      this.error = failureOf(error).text;
    }
  }

  private async removeFile(file: KeyFile): Promise<void> {
    this.removing = null;
    await this.attempt(async () => {
      await this.workspace.keyFiles.remove(file.id);
      this.workspace.announce(texts.keyRemoved);
    });
  }

  private unlock(file: KeyFile): void {
    this.unlocking.ask({
      files: [file],
      preferred: file.id,
      purpose: texts.unlockFor,
      unlocked: () => this.requestUpdate(),
    });
  }

  private renderFacts(file: KeyFile) {
    if (file.certificates.length === 0) {
      return html`<p class="hint">
        ${file.info === null ? texts.unreadableKey : texts.factsHidden}
      </p>`;
    }
    const leaves = file.certificates.filter((certificate) => !certificate.isCa);
    const shown = leaves.length > 0 ? leaves : file.certificates;
    return shown.map(
      (certificate) =>
        html`<signet-certificate-facts
          brief
          .certificate=${certificate}
        ></signet-certificate-facts>`,
    );
  }

  private renderFile(file: KeyFile, locked: boolean) {
    return html`<li data-testid="key-row" data-key-id=${file.id} data-name=${file.name}>
      <div class="spread">
        <div class="row break">
          ${icon('key')}<strong><bdi>${file.name}</bdi></strong>
          <span class="tag ${locked ? '' : 'good'}"
            >${locked ? texts.stateLocked : texts.stateUnlocked}</span
          >
          <span class="small muted">${octets(file.size)}</span>
        </div>
        <div class="row">
          ${
            locked
              ? html`<button
                  type="button"
                  data-testid="key-unlock"
                  @click=${() => this.unlock(file)}
                >
                  ${icon('unlock')}${texts.unlock}
                </button>`
              : nothing
          }
          <button
            type="button"
            data-testid="key-download"
            @click=${() =>
              void this.attempt(async () =>
                save(
                  await this.workspace.keyFiles.bytes(file.id),
                  file.name,
                  'application/x-pkcs12',
                ),
              )}
          >
            ${icon('download')}${texts.download}
          </button>
          <button
            type="button"
            class="quiet"
            data-testid="key-remove"
            @click=${() => (this.removing = file)}
          >
            ${icon('trash')}${texts.remove}
          </button>
        </div>
      </div>
      ${this.renderFacts(file)}
    </li>`;
  }

  protected override render() {
    const { keyFiles } = this.workspace;
    const locked = new Set(keyFiles.locked.map((file) => file.id));
    return html`
      ${
        this.error === ''
          ? nothing
          : html`<p class="note red" role="alert">${icon('cross')}<span>${this.error}</span></p>`
      }
      ${!keyFiles.loaded && this.error === '' ? html`<signet-progress label=${texts.loading}></signet-progress>` : nothing}
      ${keyFiles.loaded && keyFiles.all.length === 0 ? html`<p class="muted">${texts.noKeys}</p>` : nothing}
      ${
        keyFiles.all.length === 0
          ? nothing
          : html`<ul class="list">
              ${keyFiles.all.map((file) => this.renderFile(file, locked.has(file.id)))}
            </ul>`
      }
      <signet-confirmation
        heading=${texts.removeKeyHeading}
        question=${this.removing === null ? '' : texts.removeKeyQuestion(this.removing.name)}
        accept=${texts.removeKey}
        ?open=${this.removing !== null}
        @signet-close=${() => (this.removing = null)}
        @signet-accept=${() => {
          if (this.removing !== null) void this.removeFile(this.removing);
        }}
      ></signet-confirmation>
      ${this.unlocking.render()}
    `;
  }
}
