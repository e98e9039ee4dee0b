import type { OpenedMessage, SignerReport } from '@signet/smime';
import type { Correspondents, Saved } from '../certificates/correspondents.ts';
import type { EngineSession } from '../engine/engine-session.ts';
import { failureOf, wasAborted, type Failure } from '../engine/failure.ts';
import { Observable } from '../state/observable.ts';
import type { ContentReader } from './content-reader.ts';
import type { MailContent } from './content.ts';
import type { LearntKinds } from './kinds.ts';
import type { SmimeKind } from './smime-kind.ts';
import type { MailEntry, MailSource } from './source.ts';

const nothing = { opened: null, content: null, failure: null, unreadable: false } as const;

interface Found {
  readonly opened: OpenedMessage | null;
  readonly content: MailContent | null;
  readonly failure: Failure | null;
  /** The content was opened, but cannot be shown. */
  readonly unreadable: boolean;
}

/**
 * The mail that is being read. Plaintext lives here alone, and only while the mail is shown; when the keys are
 * forgotten, so is what they opened.
 */
export class Reading extends Observable {
  private readonly engine: EngineSession;
  private readonly reader: ContentReader;
  private readonly correspondents: Correspondents;
  private current: { source: MailSource; entry: MailEntry } | null = null;
  private found: Found = nothing;
  private abort: AbortController | null = null;
  private share = -1;
  private isLoading = false;
  private lockedMeanwhile = false;
  private savedNow: readonly Saved[] = [];
  private readonly kinds: LearntKinds;

  constructor(
    engine: EngineSession,
    reader: ContentReader,
    correspondents: Correspondents,
    kinds: LearntKinds,
  ) {
    super();
    this.engine = engine;
    this.reader = reader;
    this.correspondents = correspondents;
    this.kinds = kinds;
    kinds.subscribe(() => this.changed());
    engine.subscribe(() => this.keysChanged());
  }

  get entry(): MailEntry | null {
    return this.current?.entry ?? null;
  }

  /** Where the mail that is being read comes from. */
  get source(): MailSource | null {
    return this.current?.source ?? null;
  }

  get result(): Found {
    return this.found;
  }

  get busy(): boolean {
    return this.abort !== null;
  }

  /** Whether the message is still on its way here; else it is being opened. */
  get loading(): boolean {
    return this.busy && this.isLoading;
  }

  /** From 0 to 1; negative while it is not known. */
  get fraction(): number {
    return this.share;
  }

  /** Certificates that the mail has brought and that were kept, whether or not that was undone. */
  get saved(): readonly Saved[] {
    return this.savedNow;
  }

  /** Takes back what the mail has brought, and returns what that came to. */
  async takeBack(saved: Saved): Promise<Saved> {
    const undone = await this.correspondents.takeBack(saved);
    this.savedNow = this.savedNow.map((one) => (one === saved ? undone : one));
    this.changed();
    return undone;
  }

  /** What the list shows: known better once a mail was opened. */
  kind(entry: MailEntry): SmimeKind {
    return this.kinds.get(entry.id) ?? entry.summary.smime;
  }

  /** The octets of the mail that is being read. */
  bytes(): Promise<Uint8Array> {
    if (this.current === null) return Promise.reject(new RangeError('no mail is open'));
    return this.current.source.read(this.current.entry.id);
  }

  async show(source: MailSource, entry: MailEntry): Promise<void> {
    this.close();
    this.current = { source, entry };
    await this.again();
  }

  /** Opens the same mail once more, with the keys that are unlocked now. */
  async again(): Promise<void> {
    const { current } = this;
    if (current === null) return;
    this.abort?.abort();
    const abort = new AbortController();
    this.abort = abort;
    this.share = -1;
    this.found = nothing;
    this.changed();
    let locked = false;
    try {
      const found = await this.openWith(current, abort.signal);
      if (this.abort === abort) {
        this.found = found;
        locked = this.lockedMeanwhile && found.opened?.encryption?.key !== null;
      }
    } catch (error) {
      if (this.abort === abort)
        this.found = { ...nothing, failure: wasAborted(error) ? null : failureOf(error) };
    } finally {
      if (this.abort === abort) {
        this.abort = null;
        this.changed();
      }
    }
    if (locked) await this.again();
  }

  cancel(): void {
    this.close();
  }

  close(): void {
    this.abort?.abort();
    this.abort = null;
    this.current = null;
    this.found = nothing;
    this.savedNow = [];
    this.reader.close();
    this.changed();
  }

  private async openWith(
    current: { source: MailSource; entry: MailEntry },
    signal: AbortSignal,
  ): Promise<Found> {
    const onProgress = (done: number, total: number): void => {
      this.share = total > 0 ? done / total : -1;
      this.changed();
    };
    this.isLoading = true;
    const message = await current.source.read(current.entry.id, { signal, onProgress });
    if (!signal.aborted) {
      this.isLoading = false;
      this.share = -1;
    }
    const opened = await this.engine.open(message, {
      signal,
      intermediates: this.correspondents.ders,
      held: this.correspondents.ders,
      onProgress,
    });
    // Keys that are forgotten after every use were forgotten by now; what counts is a lock from here on.
    this.lockedMeanwhile = false;
    this.learn(current, opened);
    if (opened.content === null) return { ...nothing, opened };
    if (noMail(current.entry, opened)) return { ...nothing, opened, unreadable: true };
    // The verdict is shown at once; the content follows.
    if (!signal.aborted) {
      this.found = { ...nothing, opened };
      this.changed();
    }
    try {
      return { ...nothing, opened, content: await this.reader.read(opened.content, signal) };
    } catch (error) {
      if (signal.aborted) throw error;
      return { ...nothing, opened, unreadable: true };
    }
  }

  private learn(
    { source, entry }: { source: MailSource; entry: MailEntry },
    opened: OpenedMessage,
  ): void {
    // While it is locked, what is within cannot be seen: what was seen earlier is known better.
    const seen = opened.content !== null || this.kinds.get(entry.id) === null;
    if (opened.layers.length > 0 && seen) {
      const kind = {
        encrypted: opened.layers.some((layer) => layer.type === 'encrypted'),
        signed: opened.layers.some((layer) => layer.type === 'signed'),
      };
      void this.kinds.learn(entry.id, kind, source.owner ?? null);
    }
    for (const signer of opened.signature?.signers ?? []) void this.keep(entry, signer);
  }

  private async keep(entry: MailEntry, signer: SignerReport): Promise<void> {
    const { encryption, capabilities, signingTime } = signer;
    // Nothing is kept that the user would not be told of.
    if (!encryption || this.entry !== entry) return;
    const saved = await this.correspondents.save(encryption);
    if (saved !== null && this.entry === entry) {
      this.savedNow = [...this.savedNow, saved];
      this.changed();
    }
    // Without a time nothing tells whether it is the latest word.
    if (signer.status.colour !== 'green' || !capabilities || signingTime === null) return;
    await this.correspondents.learn(encryption.certificate.certificate.fingerprints.sha256, {
      oids: capabilities,
      signedAt: signingTime.getTime(),
    });
  }

  private keysChanged(): void {
    if (this.busy) {
      this.lockedMeanwhile ||= this.engine.keys.length === 0;
      return;
    }
    const { opened } = this.found;
    if (opened === null) return;
    const openedByKey = opened.encryption?.key ?? null;
    const forgotten =
      openedByKey !== null && !this.engine.keys.some((key) => key.id === openedByKey);
    if (forgotten) void this.again();
  }
}

/** Whether the octets are nobody's mail: their noise is not shown as text. */
function noMail(entry: MailEntry, opened: OpenedMessage): boolean {
  return (
    opened.status.code === 'malformed' &&
    opened.layers.length === 0 &&
    entry.summary.from.length === 0
  );
}
