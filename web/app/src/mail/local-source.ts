import { Observable } from '../state/observable.ts';
import { kindOf, sorted, type KindOf } from './order.ts';
import type {
  MailEntry,
  MailFlags,
  MailFolder,
  MailListing,
  MailQuery,
  MailSource,
} from './source.ts';
import { summarise, type MailSummary } from './summary.ts';

/** The largest file that is taken in, in octets: the page holds each mail in memory. */
export const largestMail = 150_000_000;

/** Folders of this source: files that were opened, and mail that was written here. */
export type LocalFolder = 'local' | 'written';

const unread: MailFlags = {
  seen: false,
  flagged: false,
  answered: false,
  forwarded: false,
  draft: false,
};

/** Mail that lives in this page's memory alone, and goes with it. */
export class LocalSource extends Observable implements MailSource {
  private readonly messages = new Map<string, Uint8Array>();
  private entries: readonly MailEntry[] = [];
  private count = 0;
  /** What is known of a mail's protection; better once it was opened. */
  kind: KindOf = kindOf;

  get folders(): readonly MailFolder[] {
    return (['local', 'written'] as const).map((id) => {
      const own = this.entries.filter((entry) => entry.folder === id);
      return {
        id,
        name: id,
        role: id === 'local' ? 'files' : 'written',
        depth: 0,
        total: own.length,
        unread: own.filter((entry) => !entry.flags.seen).length,
      };
    });
  }

  /** @returns the new entry */
  async add(message: Uint8Array, folder: LocalFolder = 'local'): Promise<MailEntry> {
    this.count += 1;
    const entry: MailEntry = {
      // No id of a mail server's (RFC 8620, 1.2) holds a colon.
      id: `${folder}:${this.count}`,
      summary: await summarise(message),
      size: message.length,
      flags: { ...unread, seen: folder === 'written' },
      received: null,
      folder,
    };
    this.messages.set(entry.id, message);
    this.entries = [...this.entries, entry];
    this.changed();
    return entry;
  }

  list(query: MailQuery): MailListing {
    return new LocalListing(this, () => {
      const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
      const found = this.entries.filter(
        (entry) =>
          entry.folder === query.folder &&
          words.every((word) => visible(entry.summary).includes(word)),
      );
      return sorted(found, query.order, this.kind);
    });
  }

  async read(id: string): Promise<Uint8Array> {
    const message = this.messages.get(id);
    if (message === undefined) throw new RangeError(`there is no mail ${id}`);
    return message;
  }

  async setFlags(ids: readonly string[], change: Partial<MailFlags>): Promise<void> {
    this.entries = this.entries.map((entry) =>
      ids.includes(entry.id) ? { ...entry, flags: { ...entry.flags, ...change } } : entry,
    );
    this.changed();
  }

  async move(ids: readonly string[], folder: string): Promise<void> {
    this.entries = this.entries.map((entry) =>
      ids.includes(entry.id) ? { ...entry, folder } : entry,
    );
    this.changed();
  }

  async remove(ids: readonly string[]): Promise<void> {
    this.entries = this.entries.filter((entry) => !ids.includes(entry.id));
    for (const id of ids) this.messages.delete(id);
    this.changed();
  }
}

/** All of it is there at once. */
class LocalListing extends Observable implements MailListing {
  readonly failure = null;
  private readonly find: () => readonly MailEntry[];
  private readonly end: () => void;
  private found: readonly MailEntry[];

  constructor(source: LocalSource, find: () => readonly MailEntry[]) {
    super();
    this.find = find;
    this.found = find();
    this.end = source.subscribe(() => {
      this.found = this.find();
      this.changed();
    });
  }

  get total(): number {
    return this.found.length;
  }

  at(index: number): MailEntry | null {
    return this.found[index] ?? null;
  }

  indexOf(id: string): number {
    return this.found.findIndex((entry) => entry.id === id);
  }

  need(): void {
    // Nothing is to be loaded.
  }

  retry(): void {
    // Nothing fails.
  }

  close(): void {
    this.end();
  }
}

function visible(summary: MailSummary): string {
  return [...summary.from, ...summary.to, ...summary.cc]
    .flatMap((mailbox) => [mailbox.name, mailbox.address])
    .concat(summary.subject)
    .join(' ')
    .toLowerCase();
}
