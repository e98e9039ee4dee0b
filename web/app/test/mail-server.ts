import type {
  FolderRole,
  MailEntry,
  MailFlags,
  MailListing,
  MailQuery,
  MailServer,
} from '../src/mail/source.ts';
import { summarise } from '../src/mail/summary.ts';
import { Observable } from '../src/state/observable.ts';

/** A mail server in memory, whose ways and failures a test sets. */
export class MemoryServer extends Observable implements MailServer {
  readonly identities = [{ id: 'i', name: 'Alice', address: 'alice@example.org' }];
  readonly messages = new Map<string, { octets: Uint8Array; entry: MailEntry }>();
  readonly submitted: { octets: Uint8Array; from: string; to: readonly string[] }[] = [];
  /** What becomes of a message that is stored. */
  rewrite: (message: Uint8Array) => Uint8Array = (message) => message;
  storing: () => Promise<void> = async () => undefined;
  /** Called before a message is sent; what it throws is what the caller gets. */
  submitting: () => Promise<void> = async () => undefined;
  /** Called after a message was sent. */
  answering: () => Promise<void> = async () => undefined;
  listingFails = false;
  private count = 0;

  get folders() {
    return (['inbox', 'drafts', 'sent'] as const).map((role) => ({
      id: role,
      name: role,
      role,
      depth: 0,
      total: this.in(role).length,
      unread: 0,
    }));
  }

  in(role: FolderRole): { octets: Uint8Array; entry: MailEntry }[] {
    return [...this.messages.values()].filter(({ entry }) => entry.folder === role);
  }

  list({ folder }: MailQuery): MailListing {
    const found = this.in(folder as FolderRole).map(({ entry }) => entry);
    return Object.assign(new Observable(), {
      total: this.listingFails ? null : found.length,
      failure: this.listingFails ? new Error('no connection') : null,
      at: (index: number) => found[index] ?? null,
      indexOf: (id: string) => found.findIndex((entry) => entry.id === id),
      need: () => undefined,
      retry: () => undefined,
      close: () => undefined,
    });
  }

  async read(id: string): Promise<Uint8Array> {
    const found = this.messages.get(id);
    if (found === undefined) throw new RangeError(id);
    return found.octets;
  }

  async store(message: Uint8Array, role: FolderRole, flags: Partial<MailFlags>): Promise<string> {
    await this.storing();
    const octets = this.rewrite(message);
    const id = `m${(this.count += 1)}`;
    const none = { seen: false, flagged: false, answered: false, forwarded: false, draft: false };
    const entry: MailEntry = {
      id,
      summary: await summarise(octets),
      size: octets.length,
      flags: { ...none, ...flags },
      received: new Date(0),
      folder: role,
    };
    this.messages.set(id, { octets, entry });
    return id;
  }

  async submit(id: string, { from, to }: { from: string; to: readonly string[] }): Promise<void> {
    await this.submitting();
    this.submitted.push({ octets: await this.read(id), from, to });
    await this.move([id], 'sent');
    await this.answering();
  }

  async setFlags(ids: readonly string[], change: Partial<MailFlags>): Promise<void> {
    this.update(ids, (entry) => ({ ...entry, flags: { ...entry.flags, ...change } }));
  }

  async move(ids: readonly string[], folder: string): Promise<void> {
    this.update(ids, (entry) => ({ ...entry, folder }));
  }

  async remove(ids: readonly string[]): Promise<void> {
    return this.destroy(ids);
  }

  async destroy(ids: readonly string[]): Promise<void> {
    for (const id of ids) this.messages.delete(id);
  }

  private update(ids: readonly string[], change: (entry: MailEntry) => MailEntry): void {
    for (const id of ids) {
      const found = this.messages.get(id);
      if (found !== undefined) this.messages.set(id, { ...found, entry: change(found.entry) });
    }
  }
}

/** What a mail server says that does not do what it is asked. */
export class Refusal extends Error {
  override readonly name = 'MailFailure';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
