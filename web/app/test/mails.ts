/** Mails and a mail server for tests, in memory. */
import { sorted } from '../src/mail/order.ts';
import type {
  MailEntry,
  MailFlags,
  MailFolder,
  MailListing,
  MailQuery,
  MailSource,
} from '../src/mail/source.ts';
import { Observable } from '../src/state/observable.ts';

const unread: MailFlags = {
  seen: false,
  flagged: false,
  answered: false,
  forwarded: false,
  draft: false,
};

export function mail(id: string, folder = 'in', flags: Partial<MailFlags> = {}): MailEntry {
  return {
    id,
    size: 100,
    received: null,
    folder,
    flags: { ...unread, ...flags },
    summary: {
      from: [{ name: '', address: 'bob@example.org' }],
      replyTo: [],
      to: [],
      cc: [],
      subject: `Mail ${id}`,
      date: new Date(Number(id.replaceAll(/\D/g, '') || 0)),
      messageId: '',
      references: '',
      smime: { encrypted: false, signed: false },
    },
  };
}

export const folder = (id: string, role: MailFolder['role'] = null): MailFolder => ({
  id,
  name: id,
  role,
  depth: 0,
  total: 0,
  unread: 0,
});

/** A listing whose places are there once they were asked for and `arrive` was called. */
export class Window extends Observable implements MailListing {
  readonly failure = null;
  readonly loaded = new Set<number>();
  readonly needed = new Set<number>();
  closed = false;
  private readonly find: () => readonly MailEntry[];
  private readonly eager: boolean;

  constructor(find: () => readonly MailEntry[], eager = true) {
    super();
    this.find = find;
    this.eager = eager;
  }

  get total(): number {
    return this.find().length;
  }

  at(index: number): MailEntry | null {
    return this.eager || this.loaded.has(index) ? (this.find()[index] ?? null) : null;
  }

  indexOf(id: string): number {
    const index = this.find().findIndex((entry) => entry.id === id);
    return this.eager || this.loaded.has(index) ? index : -1;
  }

  need(first: number, after: number): void {
    for (let index = first; index < after; index += 1) this.needed.add(index);
  }

  arrive(): void {
    for (const index of this.needed) this.loaded.add(index);
    this.changed();
  }

  tell(): void {
    this.changed();
  }

  retry(): void {
    this.changed();
  }

  close(): void {
    this.closed = true;
  }
}

/** What a mail server does, as far as a mailbox sees it. */
export class Server extends Observable implements MailSource {
  folders: readonly MailFolder[] = [
    folder('in', 'inbox'),
    folder('old', 'archive'),
    folder('bin', 'trash'),
  ];
  mails: MailEntry[];
  listings: Window[] = [];
  refuses: Error | null = null;

  private readonly eager: boolean;

  constructor(mails: MailEntry[], eager = true) {
    super();
    this.eager = eager;
    this.mails = mails;
  }

  list(query: MailQuery): MailListing {
    const listing = new Window(
      () =>
        sorted(
          this.mails.filter(
            (one) => one.folder === query.folder && one.summary.subject.includes(query.search),
          ),
          query.order,
        ),
      this.eager,
    );
    this.listings.push(listing);
    return listing;
  }

  async read(): Promise<Uint8Array> {
    return new TextEncoder().encode('Subject: x\r\n\r\n');
  }

  async setFlags(ids: readonly string[], change: Partial<MailFlags>): Promise<void> {
    this.change(ids, (one) => ({ ...one, flags: { ...one.flags, ...change } }));
  }

  async move(ids: readonly string[], to: string): Promise<void> {
    this.change(ids, (one) => ({ ...one, folder: to }));
  }

  async remove(ids: readonly string[]): Promise<void> {
    await this.move(ids, 'bin');
  }

  private change(ids: readonly string[], make: (one: MailEntry) => MailEntry): void {
    if (this.refuses !== null) throw this.refuses;
    this.mails = this.mails.map((one) => (ids.includes(one.id) ? make(one) : one));
    for (const listing of this.listings) if (!listing.closed) listing.tell();
    this.changed();
  }
}
