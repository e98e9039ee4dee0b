import type { OpenOptions } from '@signet/smime';
import type { Outgoing } from '../compose/make.ts';
import type { MailServer } from '../mail/source.ts';
import { saysTheSame, type Made, type Readers } from './read-back.ts';
import { wasRefused } from './refusal.ts';
import { whereIs } from './whereabouts.ts';

export type Phase = 'uploading' | 'checking' | 'submitting';

export interface Watcher {
  readonly signal: AbortSignal;
  /** `fraction` from 0 to 1; negative while it is not known. From `submitting` on there is no way back. */
  onPhase(phase: Phase, fraction: number): void;
}

/** The server changed what it stored. Nothing was sent, and nothing of it is left there. */
export class ChangedByServer extends Error {
  override readonly name = 'ChangedByServer';
}

/**
 * What became of it. `refused`: the server did not send, or no longer. `unknown`: it did not answer; `where` says what
 * its folders show: `drafts`, where it has not been sent as far as can be seen, or nothing.
 */
export type Outcome =
  | { readonly state: 'sent'; readonly to: readonly string[] }
  | {
      readonly state: 'refused' | 'unknown';
      readonly cause: unknown;
      readonly where: 'drafts' | 'unknown';
      /** Who has got it. */
      readonly sentTo: readonly string[];
      /** Who has not, or may not have. */
      readonly openTo: readonly string[];
    };

interface Item extends Outgoing {
  /** On the server; null while it is not there. */
  id: string | null;
  state: 'waiting' | 'unanswered' | 'sent';
}

/**
 * One draft on its way out: stored, read back and verified, and only then submitted. Nothing is submitted twice unless
 * the caller says so after the server's folders were looked at.
 */
export class Dispatch {
  private readonly server: MailServer;
  private readonly readers: Readers;
  private readonly from: string;
  private readonly made: Made;
  private readonly options: OpenOptions;
  private readonly items: Item[];

  constructor(
    server: MailServer,
    readers: Readers,
    {
      from,
      messages,
      made,
      options,
    }: {
      readonly from: string;
      readonly messages: readonly Outgoing[];
      readonly made: Made;
      readonly options: OpenOptions;
    },
  ) {
    this.server = server;
    this.readers = readers;
    this.from = from;
    this.made = made;
    this.options = options;
    this.items = messages.map((message) => ({ ...message, id: null, state: 'waiting' }));
  }

  /**
   * @throws {ChangedByServer} and whatever the server or the engine says before anything was submitted: then nothing was
   *   sent, and nothing of it is left on the server
   */
  async send(watcher: Watcher): Promise<Outcome> {
    try {
      for (const item of this.items) await this.store(item, watcher);
      watcher.signal.throwIfAborted();
    } catch (error) {
      await this.takeBack();
      throw error;
    }
    return this.submitAll(watcher);
  }

  /** Looks once more for what was not answered, and sends nothing. */
  async look(): Promise<Outcome> {
    const unanswered = this.items.find((item) => item.state === 'unanswered');
    if (unanswered === undefined) return this.outcome('refused', null, 'drafts');
    const where = await this.find(unanswered);
    if (where !== 'sent') return this.outcome('unknown', null, where);
    return this.items.every(isDone) ? this.end() : this.outcome('refused', null, 'drafts');
  }

  /** Sends what is not known to have been sent. The user has been told what is known. */
  async again(watcher: Watcher): Promise<Outcome> {
    for (const item of this.items) if (item.state === 'unanswered') await this.find(item);
    return this.submitAll(watcher);
  }

  /** Removes from the server what was not sent. */
  async takeBack(): Promise<void> {
    const ids = this.items.flatMap((item) =>
      item.id !== null && item.state === 'waiting' ? [item.id] : [],
    );
    for (const item of this.items) if (item.state === 'waiting') item.id = null;
    // What cannot be removed stays among the drafts, where the user sees it.
    if (ids.length > 0) await this.server.destroy(ids).catch(() => undefined);
  }

  private async store(item: Item, { signal, onPhase }: Watcher): Promise<void> {
    const part = (phase: Phase) => (done: number, total: number) =>
      onPhase(phase, total > 0 ? done / total : -1);
    onPhase('uploading', -1);
    item.id = await this.server.store(
      item.message,
      'drafts',
      { draft: true, seen: true },
      { signal, onProgress: part('uploading') },
    );
    onPhase('checking', -1);
    const stored = await this.server.read(item.id, { signal, onProgress: part('checking') });
    const options = { ...this.options, signal };
    if (!(await saysTheSame(item.message, stored, this.made, this.readers, options)))
      throw new ChangedByServer('the server changed the message');
  }

  private async submitAll({ onPhase }: Watcher): Promise<Outcome> {
    onPhase('submitting', -1);
    for (const item of this.items) {
      if (item.id === null || isDone(item)) continue;
      try {
        await this.server.submit(item.id, { from: this.from, to: item.to });
        item.state = 'sent';
      } catch (error) {
        if (wasRefused(error)) {
          item.state = 'waiting';
          const outcome = this.outcome('refused', error, 'drafts');
          if (outcome.state === 'refused' && outcome.sentTo.length === 0) await this.takeBack();
          return outcome;
        }
        item.state = 'unanswered';
        const where = await this.find(item);
        if (where !== 'sent') return this.outcome('unknown', error, where);
      }
    }
    return this.end();
  }

  private async find(item: Item): Promise<'sent' | 'drafts' | 'unknown'> {
    const where = item.id === null ? 'unknown' : await whereIs(this.server, item.id);
    if (where === 'sent') item.state = 'sent';
    return where;
  }

  /** What is left to do once everybody has got it. Nothing of it is worth an alarm. */
  private async end(): Promise<Outcome> {
    const sent = this.server.folders.find((folder) => folder.role === 'sent');
    const copies = this.items.flatMap((item) =>
      item.to.length === 0 && item.id !== null ? [item.id] : [],
    );
    if (copies.length > 0 && sent !== undefined) {
      await this.server.setFlags(copies, { draft: false }).catch(() => undefined);
      await this.server.move(copies, sent.id).catch(() => undefined);
    }
    const hidden = this.items.flatMap((item) => (item.hidden && item.id !== null ? [item.id] : []));
    // The author can read none of these, and each would stand beside the copy that is kept.
    if (hidden.length > 0 && this.items.some((item) => !item.hidden))
      await this.server.destroy(hidden).catch(() => undefined);
    return { state: 'sent', to: this.items.flatMap((item) => item.to) };
  }

  private outcome(
    state: 'refused' | 'unknown',
    cause: unknown,
    where: 'drafts' | 'unknown',
  ): Outcome {
    const addresses = (sent: boolean): string[] =>
      this.items.filter((item) => (item.state === 'sent') === sent).flatMap((item) => item.to);
    return { state, cause, where, sentTo: addresses(true), openTo: addresses(false) };
  }
}

/** Sent, or a copy that goes to nobody. */
function isDone(item: Item): boolean {
  return item.state === 'sent' || item.to.length === 0;
}
