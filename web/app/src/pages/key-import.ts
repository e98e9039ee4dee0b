import {
  Localised,
  NewPassphrase,
  controls,
  icon,
  newPassphraseStyle,
  notes,
  octets,
  passphraseAccount,
  passphraseInput,
  passphraseInputStyle,
} from '@signet/elements';
import { css, html, nothing } from 'lit';
import { failureOf } from '../engine/failure.ts';
import { findingsIn, importKeyFile, type ChosenFile, type Finding } from '../keys/import.ts';
import { accountOf } from '../keys/key-files.ts';
import { ownAddresses } from '../keys/own-addresses.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import { renderFindings, renderWeaknesses } from './import-notes.ts';
import { layout } from './layout.ts';

/** Larger than any key file; the server's own limit is smaller. */
const largestKeyFile = 1_000_000;

interface Outcome {
  readonly success: boolean;
  readonly code: string;
  readonly text: string;
}

/**
 * Imports a .p12: chosen, opened in the worker to prove its passphrase, then stored encrypted. What the user should know
 * of it is shown first; a passphrase that may not be used is replaced, and weak protection as well unless declined.
 */
export class KeyImport extends Localised {
  static override properties = {
    workspace: { attribute: false },
    file: { state: true },
    findings: { state: true },
    replacing: { state: true },
    outcome: { state: true },
    busy: { state: true },
    reading: { state: true },
  };

  static override styles = [
    controls,
    notes,
    layout,
    passphraseInputStyle,
    newPassphraseStyle,
    css`
      form {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-4);
      }
      .check {
        display: flex;
        align-items: center;
        gap: var(--signet-gap-2);
        min-height: 1.75rem;
        font-size: var(--signet-size);
        font-weight: 400;
      }
      .check input {
        flex: none;
        width: 1.25rem;
        height: 1.25rem;
      }
      .words {
        display: flex;
        flex-direction: column;
        gap: var(--signet-gap-2);
        min-width: 0;
      }
      ul {
        padding-inline-start: 1.25rem;
      }
    `,
  ];

  declare workspace: Workspace;
  declare file: ChosenFile | null;
  /** What was shown to the user of the file. */
  declare findings: readonly Finding[];
  /** The file's passphrase is right, and may not be used further. */
  declare replacing: boolean;
  declare outcome: Outcome | null;
  declare busy: boolean;
  /** The chosen file is being looked at. */
  declare reading: boolean;

  private readonly fresh = new NewPassphrase(this, () => ({
    policy: this.workspace.config.newPassphrase,
    remember: this.workspace.config.rememberPassphrase,
    about: this.guessable,
    readonly: this.busy,
  }));

  constructor() {
    super();
    this.outcome = null;
    this.busy = false;
    this.reading = false;
    this.file = null;
    this.findings = [];
    this.replacing = false;
  }

  private get guessable(): string[] {
    const named = this.file?.info.certificates.flatMap((one) => one.emailAddresses) ?? [];
    return [this.workspace.session.user, this.file?.name ?? '', ...named];
  }

  private get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#passphrase');
  }

  private forgetFile(): void {
    this.file = null;
    this.findings = [];
    this.replacing = false;
    this.fresh.forget();
    if (this.field !== null) this.field.value = '';
  }

  private async choose(chosen: File | undefined): Promise<void> {
    if (chosen === undefined || this.busy) return;
    this.outcome = null;
    this.forgetFile();
    if (chosen.size > largestKeyFile) {
      this.outcome = { success: false, code: 'too-large', text: texts.tooLargeKey };
      return;
    }
    this.reading = true;
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const engine = await this.workspace.engine.engine();
      const info = await engine.inspectPkcs12(bytes);
      this.file = { name: chosen.name, octets: bytes, info };
      this.findings = findingsIn(info.certificates, ownAddresses(this.workspace), new Date());
      this.field?.focus();
    } catch (error) {
      this.fail(error);
    } finally {
      this.reading = false;
    }
  }

  private fail(error: unknown): void {
    const { code, text } = failureOf(error);
    this.outcome = { success: false, code, text };
  }

  private async upload(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { file, field } = this;
    if (field === null || this.busy || this.reading) return;
    if (file === null) {
      this.outcome = { success: false, code: 'no-file', text: texts.noFile };
      return;
    }
    this.outcome = null;
    const newPassphrase = this.replacing ? this.fresh.take() : null;
    if (this.replacing && newPassphrase === null) return;
    this.busy = true;
    try {
      await this.offer(file, field.value, newPassphrase);
    } catch (error) {
      this.fail(error);
      // Nothing of what was typed is kept longer than it is needed.
      field.value = '';
      field.focus();
    } finally {
      this.busy = false;
    }
  }

  private async offer(file: ChosenFile, passphrase: string, newPassphrase: string | null) {
    const { workspace } = this;
    const result = await importKeyFile(
      workspace.keyFiles,
      file,
      passphrase,
      { policy: workspace.config.newPassphrase, addresses: ownAddresses(workspace) },
      {
        seen: this.findings,
        reprotect: this.renderRoot.querySelector<HTMLInputElement>('#reprotect')?.checked === true,
        newPassphrase,
      },
    );
    if (result.kind === 'stored') {
      this.forgetFile();
      this.outcome = { success: true, code: '', text: texts.imported };
      workspace.announce(texts.imported);
    } else if (result.kind === 'findings') {
      this.findings = result.findings;
      workspace.announce(texts.uploadAllTheSame);
    } else {
      this.replacing = true;
      workspace.announce(texts.passphraseToReplace);
      await this.updateComplete;
      this.fresh.focus();
    }
  }

  private renderReplacing(file: ChosenFile) {
    return html`
      <p class="note orange" data-testid="import-replace">
        ${icon('warning')}<span>${texts.passphraseToReplace}</span>
      </p>
      ${this.workspace.config.rememberPassphrase ? passphraseAccount(accountOf(file.name)) : nothing}
      ${this.fresh.render()}
    `;
  }

  private renderFile(file: ChosenFile) {
    return html`
      <p class="break" data-testid="import-chosen">
        ${texts.chosen}: <strong><bdi>${file.name}</bdi></strong>
        <span class="muted">${octets(file.octets.length)}</span>
      </p>
      ${renderWeaknesses(file.info, !this.replacing)} ${renderFindings(this.findings)}
    `;
  }

  private renderOutcome({ success, code, text }: Outcome) {
    return html`<p
      class="note ${success ? 'green' : 'red'}"
      data-testid="import-message"
      data-outcome=${success ? 'success' : 'failure'}
      data-code=${code}
    >
      ${icon(success ? 'check' : 'cross')}<span>${text}</span>
    </p>`;
  }

  private get uploadLabel(): string {
    if (this.busy) return texts.uploading;
    return this.findings.length > 0 ? texts.uploadAnyway : texts.upload;
  }

  protected override render() {
    const { file, outcome } = this;
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
        ${file === null ? nothing : this.renderFile(file)}
        <div class="field">
          <label for="passphrase">${texts.passphraseOf}</label>
          ${passphraseInput({
            id: 'passphrase',
            hook: 'import-passphrase',
            // That of a file from elsewhere; what is remembered is the passphrase that unlocks.
            remember: null,
            readonly: this.busy || this.replacing,
          })}
        </div>
        ${file !== null && this.replacing ? this.renderReplacing(file) : nothing}
        <div class="row">
          <button
            class="primary"
            type="submit"
            data-testid="import-upload"
            ?disabled=${this.busy || this.reading}
          >
            ${icon('upload')}${this.uploadLabel}
          </button>
        </div>
        ${this.busy ? html`<signet-progress label=${texts.uploading}></signet-progress>` : nothing}
        <div role="alert">${outcome === null ? nothing : this.renderOutcome(outcome)}</div>
      </form>
    `;
  }
}
