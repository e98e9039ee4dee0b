import type { LockedKey, PassphraseGiven } from '@signet/elements';
import { date } from '@signet/elements';
import {
  html,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import { failureOf, type Failure } from '../engine/failure.ts';
import type { KeyFile } from '../keys/key-files.ts';
import { canRecall, recall } from '../keys/remembering.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';

interface Request {
  readonly files: readonly KeyFile[];
  readonly preferred: string;
  /** Asked for whenever the dialog is drawn: the language may be switched under it. */
  readonly purpose: () => string;
  readonly unlocked: () => void;
}

/** The passphrase dialog of a page: asks, unlocks, and says what went wrong. */
export class Unlocking implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly workspace: () => Workspace;
  private request: Request | null = null;
  private keys: readonly LockedKey[] = [];
  private failure: Failure | null = null;
  private busy = false;

  constructor(host: ReactiveControllerHost, workspace: () => Workspace) {
    this.host = host;
    this.workspace = workspace;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.request = null;
  }

  ask(request: Request): void {
    this.request = request;
    this.keys = request.files.map((file) => this.lockedKey(file));
    this.failure = null;
    this.host.requestUpdate();
  }

  private close(): void {
    this.request = null;
    this.failure = null;
    this.host.requestUpdate();
  }

  private async unlock(given: PassphraseGiven): Promise<void> {
    const { request } = this;
    if (request === null) return;
    this.busy = true;
    this.failure = null;
    this.host.requestUpdate();
    try {
      await this.workspace().keyFiles.unlock(given.keyId, given.passphrase);
      if (this.request !== request) return;
      this.close();
      this.workspace().announce(texts.keysUnlocked);
      // Some password managers look for a change of the page before they offer to keep what was entered.
      history.replaceState(null, '');
      request.unlocked();
    } catch (error) {
      if (this.request === request) this.failure = failureOf(error);
    } finally {
      this.busy = false;
      this.host.requestUpdate();
    }
  }

  private async recall(keyId: string): Promise<void> {
    const { request } = this;
    const account = this.keys.find((key) => key.id === keyId)?.account ?? '';
    const passphrase = await recall(account);
    if (request === null || this.request !== request) return;
    if (passphrase !== null) return this.unlock({ keyId, passphrase });
    this.failure = { code: 'not-recalled', text: texts.notRecalled(account) };
    this.host.requestUpdate();
  }

  private lockedKey(file: KeyFile): LockedKey {
    const leaf = file.certificates.find((certificate) => !certificate.isCa);
    const named = {
      id: file.id,
      name: file.name,
      account: this.workspace().keyFiles.account(file),
    };
    if (leaf === undefined) return { ...named, detail: '' };
    const addresses = leaf.emailAddresses.join(', ');
    return { ...named, detail: `${addresses}, ${texts.validUntil(date(leaf.notAfter))}` };
  }

  render(): TemplateResult {
    const { request } = this;
    return html`
      <signet-passphrase-dialog
        ?open=${request !== null}
        .keys=${this.keys}
        preferred=${request?.preferred ?? ''}
        purpose=${request?.purpose() ?? ''}
        error=${this.failure?.text ?? ''}
        error-code=${this.failure?.code ?? ''}
        ?busy=${this.busy}
        ?remember=${this.workspace().config.rememberPassphrase}
        ?recallable=${canRecall()}
        @signet-recall=${(event: CustomEvent<string>) => void this.recall(event.detail)}
        @signet-close=${() => this.close()}
        @signet-passphrase=${(event: CustomEvent<PassphraseGiven>) => void this.unlock(event.detail)}
      ></signet-passphrase-dialog>
    `;
  }
}
