import type { PassphraseChange } from '@signet/elements';
import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { failureOf, type Failure } from '../engine/failure.ts';
import type { KeyFile } from '../keys/key-files.ts';
import { HttpError } from '../session/api.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

/** The dialog of a page that changes the passphrase of a key file. */
export class ChangingPassphrase implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly workspace: () => Workspace;
  private file: KeyFile | null = null;
  private failure: Failure | null = null;
  private busy = false;

  constructor(host: ReactiveControllerHost, workspace: () => Workspace) {
    this.host = host;
    this.workspace = workspace;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.file = null;
  }

  ask(file: KeyFile): void {
    this.file = file;
    this.failure = null;
    this.host.requestUpdate();
  }

  private close(): void {
    // What is under way cannot be taken back, and its end is worth knowing.
    if (this.busy) return;
    this.file = null;
    this.failure = null;
    this.host.requestUpdate();
  }

  private async change({ passphrase, newPassphrase }: PassphraseChange): Promise<void> {
    const { file } = this;
    if (file === null || this.busy) return;
    this.busy = true;
    this.failure = null;
    this.host.requestUpdate();
    try {
      await this.workspace().keyFiles.changePassphrase(file.id, passphrase, newPassphrase);
      if (this.file === file) this.file = null;
      this.workspace().announce(texts.passphraseChanged);
    } catch (error) {
      if (this.file === file) this.failure = changeFailure(error);
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  render(): TemplateResult {
    const { file, failure } = this;
    const { config, session, keyFiles } = this.workspace();
    const addresses = file?.certificates.flatMap((one) => one.emailAddresses) ?? [];
    return html`
      <signet-change-passphrase
        ?open=${file !== null}
        name=${file?.name ?? ''}
        account=${file === null ? '' : keyFiles.account(file)}
        policy=${config.newPassphrase}
        .about=${[session.user, file?.name ?? '', ...addresses]}
        error=${failure?.text ?? ''}
        error-code=${failure?.code ?? ''}
        ?busy=${this.busy}
        ?remember=${config.rememberPassphrase}
        @signet-close=${() => this.close()}
        @signet-change-passphrase=${(event: CustomEvent<PassphraseChange>) =>
          void this.change(event.detail)}
      ></signet-change-passphrase>
    `;
  }
}

function changeFailure(error: unknown): Failure {
  const failure = failureOf(error);
  if (failure.code === 'wrong-passphrase') return { ...failure, text: texts.oldPassphraseWrong };
  if (error instanceof HttpError && (error.status === 412 || error.status === 404))
    return { ...failure, text: texts.keyFileConflict };
  return failure;
}
