import type { Key } from '@signet/smime';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { checkDraft, withoutCertificate } from '../compose/draft.ts';
import type { Identity } from '../compose/identity.ts';
import type { Draft } from '../compose/mime-writer.ts';
import type { MailServer } from '../mail/source.ts';
import type { Job } from '../outbox/outbox.ts';
import type { Workspace } from '../state/workspace.ts';
import { texts } from '../texts/index.ts';
import type { Unlocking } from './unlocking.ts';

/** The way from the button to the outbox: what is asked before, and what is refused. */
export class Submission implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly workspace: () => Workspace;
  private readonly unlocking: Unlocking;
  /** Whether the user is asked about going without encryption, and whose certificates are missing. */
  private asked: readonly string[] | null = null;

  constructor(host: ReactiveControllerHost, workspace: () => Workspace, unlocking: Unlocking) {
    this.host = host;
    this.workspace = workspace;
    this.unlocking = unlocking;
    host.addController(this);
  }

  hostConnected(): void {
    this.asked = null;
  }

  /** Null while nothing is asked. */
  get question(): readonly string[] | null {
    return this.asked;
  }

  /** The user goes back to the draft. */
  back(): void {
    this.asked = null;
    this.host.requestUpdate();
  }

  /** The user has chosen to go without encryption, this once. */
  unencrypted(sender: Identity | null): void {
    this.back();
    this.begin(sender, true);
  }

  /** Sends, or saves where there is no mail server. */
  submit(sender: Identity | null): void {
    this.begin(sender, false);
  }

  /** Why there is nobody to write as. */
  get withoutIdentity(): string {
    return this.workspace().keyFiles.all.length === 0 ? texts.noIdentity : texts.noIdentityKnown;
  }

  /** Asks for the passphrase of the sender's key; `unlocked` is called with the sender's key unlocked, or not at all. */
  unlock(sender: Identity, unlocked: (sender: Identity) => void): void {
    const { outbox } = this.workspace();
    const unusable = { code: 'key-unusable', text: texts.nothingSent(texts.noSigner) };
    if (sender.files.length === 0) return outbox.refuse(unusable);
    this.unlocking.ask({
      files: sender.files,
      preferred: sender.files[0]?.id ?? '',
      purpose: () => texts.passphraseToSign,
      unlocked: () => {
        const own = this.workspace().identities.find((one) => one.address === sender.address);
        if (own === undefined || own.key === null) outbox.refuse(unusable);
        else unlocked(own);
      },
    });
  }

  private begin(sender: Identity | null, unencrypted: boolean): void {
    const { composition, outbox, knownCertificates } = this.workspace();
    const { state } = composition;
    if (outbox.busy) return;
    outbox.clear();
    if (sender === null) return outbox.refuse({ code: 'no-sender', text: this.withoutIdentity });
    const { draft, refusal } = checkDraft(state, { name: sender.name, address: sender.address });
    if (draft === null) return outbox.refuse(refusal);
    const encrypt = state.encrypt && !unencrypted;
    const missing = encrypt ? withoutCertificate(draft, knownCertificates) : [];
    if (missing.length > 0) {
      outbox.refuse({ code: 'missing-certificate', text: texts.missingCertificates(missing) });
      return this.ask(missing);
    }
    if (!encrypt && !unencrypted && state.quotesDecrypted) return this.ask([]);
    if (!state.sign) return this.give(draft, null, sender, encrypt);
    if (sender.key !== null) return this.give(draft, sender.key, sender, encrypt);
    this.unlock(sender, (own) => this.give(draft, own.key, own, encrypt));
  }

  private ask(missing: readonly string[]): void {
    this.asked = missing;
    this.host.requestUpdate();
  }

  private give(draft: Draft, sign: Key | null, sender: Identity, encrypt: boolean): void {
    const { outbox, mail, knownCertificates, correspondents } = this.workspace();
    const encryption = {
      own: sender.certificate,
      known: knownCertificates,
      capabilities: correspondents.capabilities,
    };
    const job = { draft, protection: { sign, encrypt: encrypt ? encryption : null } };
    const server = mail?.server ?? null;
    void (server === null ? outbox.saveFile(job) : this.send(server, job));
  }

  /** A draft that is just being saved would come after what was sent. */
  private async send(server: MailServer, job: Job): Promise<void> {
    const { drafts, outbox } = this.workspace();
    await drafts.settle();
    await outbox.send(server, job);
  }
}
