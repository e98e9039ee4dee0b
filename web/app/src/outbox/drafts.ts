import type { Engine } from '@signet/smime';
import type { Composition } from '../compose/composition.ts';
import type { Identity } from '../compose/identity.ts';
import { failureOf, type Failure } from '../engine/failure.ts';
import type { MailContent } from '../mail/content.ts';
import type { MailServer } from '../mail/source.ts';
import { Observable } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import { draftMessage, readDraft, unwrapped, wrapped } from './draft-message.ts';

/** How long after the last change a draft is saved, in ms. */
const pause = 5000;

export type DraftState =
  | { readonly kind: 'idle' | 'saving' }
  | { readonly kind: 'saved'; readonly at: Date }
  /** It is not on the server, and why. */
  | { readonly kind: 'unsaved'; readonly failure: Failure };

/** What keeping drafts works with. */
export interface DraftSurroundings {
  engine(): Promise<Engine>;
  readonly content: (entity: Uint8Array) => Promise<MailContent>;
  readonly composition: Composition;
  /** Null where there is none, or it is not there now. */
  server(): MailServer | null;
  /** Whom the mail is from; null where nobody can write. */
  sender(): Identity | null;
  /** Whether the mail is on its way out: then it is no draft. */
  sending(): boolean;
}

/** A draft that was decrypted without authentication: somebody else may have written it, out of mail of others. */
export class DoubtfulDraft extends Error {
  override readonly name = 'DoubtfulDraft';
}

/**
 * Keeps the mail that is written among the drafts on the mail server. One that is to be encrypted, or quotes what came
 * encrypted, is stored encrypted to its author alone, or not at all.
 */
export class Drafts extends Observable {
  private readonly around: DraftSurroundings;
  private current: DraftState = { kind: 'idle' };
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private number = -1;
  /** Stored earlier, in place of which something else is stored, and still there: it may be in clear. */
  private readonly outdated = new Set<string>();
  private readonly end: () => void;

  constructor(around: DraftSurroundings) {
    super();
    this.around = around;
    const ending = around.composition.subscribe(() => this.heard());
    window.addEventListener('beforeunload', this.leaving);
    document.addEventListener('visibilitychange', this.hidden);
    this.end = () => {
      ending();
      window.removeEventListener('beforeunload', this.leaving);
      document.removeEventListener('visibilitychange', this.hidden);
    };
  }

  get state(): DraftState {
    return this.current;
  }

  close(): void {
    this.end();
    this.stop();
  }

  /** Saves what is written now; resolves when that is done or has failed. */
  async save(): Promise<void> {
    this.stop();
    await this.running;
    this.running = this.store().finally(() => (this.running = null));
    await this.running;
  }

  /** Resolves once nothing is being saved, and begins nothing more: the mail goes out now. */
  async settle(): Promise<void> {
    this.stop();
    await this.running;
    await this.sweep();
  }

  /** Removes the draft from the server as well: it is not wanted any more. */
  async discard(): Promise<void> {
    await this.settle();
    const id = this.around.composition.draftId;
    if (id !== null)
      await this.around
        .server()
        ?.destroy([id])
        .catch(() => undefined);
  }

  /**
   * Brings back a draft from the server; false: it is encrypted, and no key is unlocked that opens it.
   *
   * @throws {DoubtfulDraft}
   */
  async open(server: MailServer, id: string): Promise<boolean> {
    const stored = await server.read(id);
    const opened = await (await this.around.engine()).open(stored);
    let message: Uint8Array | null = stored;
    if (opened.layers.some((layer) => layer.type === 'encrypted')) {
      if (opened.content === null) return false;
      if (opened.encryption?.authenticated !== true) throw new DoubtfulDraft('not authenticated');
      message = unwrapped(opened.content);
      if (message === null) throw new DoubtfulDraft('no draft of ours');
    }
    const state = await readDraft(message, server, this.around.content);
    this.around.composition.begin(state, id, state.from);
    return true;
  }

  private heard(): void {
    const { composition } = this.around;
    if (composition.number !== this.number) {
      this.number = composition.number;
      this.stop();
      this.take({ kind: 'idle' });
    }
    if (!composition.unsaved) return;
    this.stop();
    this.timer = setTimeout(() => void this.save(), pause);
  }

  private stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
  }

  private async store(): Promise<void> {
    const { composition, sending } = this.around;
    const server = this.around.server();
    const sender = this.around.sender();
    if (server === null || !composition.unsaved || sending()) return;
    if (sender === null) return this.take(unsaved('no-sender', texts.draftWithoutSender));
    const { revision, number, draftId } = composition;
    this.take({ kind: 'saving' });
    try {
      const message = await this.made(server, sender);
      if (message === null)
        return this.take(unsaved('no-own-certificate', texts.draftWithoutCertificate));
      const id = await server.store(message, 'drafts', { draft: true, seen: true });
      if (composition.number !== number) {
        await server.destroy([id]);
        return;
      }
      composition.kept(revision, id);
      this.take({ kind: 'saved', at: new Date() });
      // The new one is there: only now the old one may go.
      if (draftId !== null) this.outdated.add(draftId);
      await this.sweep();
    } catch (error) {
      if (composition.number !== number) return;
      const failure = failureOf(error);
      this.take(unsaved(failure.code, texts.draftNotSaved(failure.text)));
    }
  }

  /** What could not be removed before is tried again with every draft that is stored, and when the mail goes out. */
  private async sweep(): Promise<void> {
    const ids = [...this.outdated];
    const server = this.around.server();
    if (server === null || ids.length === 0) return;
    try {
      await server.destroy(ids);
      for (const id of ids) this.outdated.delete(id);
    } catch {
      // Two drafts, for now.
    }
  }

  /** Null where it must be encrypted and cannot be. */
  private async made(server: MailServer, sender: Identity): Promise<Uint8Array | null> {
    const { state } = this.around.composition;
    const from = { name: sender.name, address: sender.address };
    const date = new Date();
    const draft = draftMessage(state, from, server, date);
    if (!state.encrypt && !state.quotesDecrypted) return draft;
    const own = sender.certificate;
    if (own === null) return null;
    const engine = await this.around.engine();
    return engine.encrypt(wrapped(draft, state, from, date), {
      recipients: [own.der],
      // With authentication: a draft that somebody else has put together must not open.
      contentCipher: 'aes-256-gcm',
    });
  }

  private readonly leaving = (event: BeforeUnloadEvent): void => {
    if (this.around.composition.unsaved) event.preventDefault();
  };

  private readonly hidden = (): void => {
    if (document.visibilityState === 'hidden' && this.around.composition.unsaved) void this.save();
  };

  private take(state: DraftState): void {
    this.current = state;
    this.changed();
  }
}

function unsaved(code: string, text: string): DraftState {
  return { kind: 'unsaved', failure: { code, text } };
}
