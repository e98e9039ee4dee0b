import { controls, icon, notes, octets } from '@signet/elements';
import type { Pkcs12Info } from '@signet/smime';
import { css, html, LitElement, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts.ts';
import { layout } from './layout.ts';

/** Larger than any key file; the server's own limit is smaller. */
const largestKeyFile = 1_000_000;

interface Outcome {
  readonly success: boolean;
  readonly code: string;
  readonly text: string;
}

/** Imports a .p12: chosen, opened in the worker to prove its passphrase, then stored encrypted as it is. */
export class KeyImport extends LitElement {
  static override properties = {
    workspace: { attribute: false },
    file: { state: true },
    info: { state: true },
    outcome: { state: true },
    busy: { state: true },
    reading: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
      .check {
        display: flex;
        gap: var(--signet-gap-2);
        font-size: var(--signet-size);
        font-weight: 400;
      }
      ul {
        padding-left: 1.25rem;
      }
    `,
  ];

  declare workspace: Workspace;
  declare file: { name: string; octets: Uint8Array } | null;
  declare info: Pkcs12Info | null;
  declare outcome: Outcome | null;
  declare busy: boolean;
  /** The chosen file is being looked at. */
  declare reading: boolean;

  constructor() {
    super();
    this.file = null;
    this.info = null;
    this.outcome = null;
    this.busy = false;
    this.reading = false;
  }

  private async choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined) return;
    this.outcome = null;
    this.info = null;
    this.file = null;
    if (chosen.size > largestKeyFile) {
      this.outcome = { success: false, code: 'too-large', text: texts.tooLargeKey };
      return;
    }
    this.reading = true;
    try {
      const file = { name: chosen.name, octets: new Uint8Array(await chosen.arrayBuffer()) };
      this.file = file;
      const engine = await this.workspace.engine.engine();
      const info = await engine.inspectPkcs12(file.octets);
      if (this.file === file) this.info = info;
      this.renderRoot.querySelector<HTMLInputElement>('#passphrase')?.focus();
    } catch (error) {
      const { code, text } = failureOf(error);
      this.outcome = { success: false, code, text };
    } finally {
      this.reading = false;
    }
  }

  private async upload(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#passphrase');
    const { file } = this;
    if (field === null || this.busy || this.reading) return;
    if (file === null) {
      this.outcome = { success: false, code: 'no-file', text: texts.noFile };
      return;
    }
    const passphrase = field.value;
    const reprotect =
      this.renderRoot.querySelector<HTMLInputElement>('#reprotect')?.checked === true;
    field.value = '';
    this.busy = true;
    this.outcome = null;
    try {
      await this.workspace.engine.prove(file.octets, passphrase, async (engine, keys) => {
        const p12 = reprotect
          ? // What is stored here is what a person downloads for other programs.
            await engine.reprotectPkcs12(file.octets, passphrase, passphrase, { compatible: true })
          : file.octets;
        await this.workspace.keyFiles.add(file.name, p12, keys);
      });
      this.file = null;
      this.info = null;
      this.outcome = { success: true, code: '', text: texts.imported };
      this.workspace.announce(texts.imported);
    } catch (error) {
      const { code, text } = failureOf(error);
      this.outcome = { success: false, code, text };
      field.focus();
    } finally {
      this.busy = false;
    }
  }

  private renderWeaknesses(info: Pkcs12Info) {
    if (info.weaknesses.length === 0) return nothing;
    return html`<div class="note orange" data-testid="import-weakness">
      ${icon('warning')}
      <div class="stack">
        <span>${texts.weak}</span>
        <ul>
          ${info.weaknesses.map((weakness) => html`<li>${weakness}</li>`)}
        </ul>
        <label class="check"
          ><input
            id="reprotect"
            data-testid="import-reprotect"
            type="checkbox"
          />${texts.reprotect}</label
        >
      </div>
    </div>`;
  }

  protected override render() {
    const { file, info, outcome } = this;
    return html`
      <form method="post" action="#" @submit=${(event: SubmitEvent) => void this.upload(event)}>
        <signet-file-drop
          compact
          hook="import-file"
          label=${texts.select}
          hint=".p12, .pfx"
          accept=".p12,.pfx,application/x-pkcs12"
          @signet-files=${(event: CustomEvent<File[]>) => void this.choose(event.detail[0])}
        ></signet-file-drop>
        ${
          file === null
            ? nothing
            : html`<p class="break" data-testid="import-chosen">
                ${texts.chosen}: <strong><bdi>${file.name}</bdi></strong>
                <span class="muted">${octets(file.octets.length)}</span>
              </p>`
        }
        ${info === null ? nothing : this.renderWeaknesses(info)}
        <div class="field">
          <label for="passphrase">${texts.passphraseOf}</label>
          <input
            id="passphrase"
            data-testid="import-passphrase"
            type="password"
            name="passphrase"
            autocomplete="off"
            ?readonly=${this.busy}
          />
        </div>
        <div class="row">
          <button
            class="primary"
            type="submit"
            data-testid="import-upload"
            ?disabled=${this.busy || this.reading}
          >
            ${icon('upload')}${this.busy ? texts.uploading : texts.upload}
          </button>
        </div>
        ${this.busy ? html`<signet-progress label=${texts.uploading}></signet-progress>` : nothing}
        <div role="alert">
          ${
            outcome === null
              ? nothing
              : html`<p
                  class="note ${outcome.success ? 'green' : 'red'}"
                  data-testid="import-message"
                  data-outcome=${outcome.success ? 'success' : 'failure'}
                  data-code=${outcome.code}
                >
                  ${icon(outcome.success ? 'check' : 'cross')}<span>${outcome.text}</span>
                </p>`
          }
        </div>
      </form>
    `;
  }
}
