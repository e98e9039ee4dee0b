import { Observable } from '../../state/observable.ts';
import type {
  Envelope,
  FolderRole,
  MailFlags,
  MailFolder,
  MailListing,
  MailQuery,
  MailServer,
  ReadOptions,
} from '../source.ts';
import type { LearntKinds } from '../kinds.ts';
import { catchUp } from './changes.ts';
import { destroy, move, setFlags } from './changing.ts';
import { MailFailure } from './failure.ts';
import { ServerOrder } from './finder.ts';
import { mailboxProperties } from './folders.ts';
import type { Call } from './client.ts';
import type { Link } from './link.ts';
import { Listing } from './listing.ts';
import { SmimeOrder } from './smime-order.ts';
import { Mirror, type Identity } from './mirror.ts';
import { record } from './session.ts';
import { identitiesOf, store, submit } from './sending.ts';

/** One account on a JMAP server (RFC 8620, 8621). */
export class JmapServer extends Observable implements MailServer {
  private readonly mirror: Mirror;
  private readonly kinds: LearntKinds;
  private readonly stirred: () => void;

  private constructor(
    mirror: (told: () => void) => Mirror,
    kinds: LearntKinds,
    stirred: () => void,
  ) {
    super();
    this.mirror = mirror(() => this.changed());
    this.kinds = kinds;
    this.stirred = stirred;
  }

  /**
   * Signs in and looks at the account.
   *
   * @param kinds what is known better of mails that were opened
   * @param stirred is told when something was changed here, so that the server is asked what it made of it
   * @throws {MailFailure}
   */
  static async open(
    link: Link,
    kinds: LearntKinds,
    stirred: () => void,
    signal?: AbortSignal,
  ): Promise<JmapServer> {
    const session = await link.session(signal);
    const server = new JmapServer((told) => new Mirror(link, session, told), kinds, stirred);
    await server.begin(signal);
    return server;
  }

  private async begin(signal?: AbortSignal): Promise<void> {
    const { mirror } = this;
    const { account: accountId, submissionAccount } = mirror;
    const calls: Call[] = [
      ['Email/get', { accountId, ids: [], properties: ['id'] }, 'mails'],
      ['Mailbox/get', { accountId, ids: null, properties: mailboxProperties }, 'mailboxes'],
    ];
    if (submissionAccount !== null)
      calls.push(['Identity/get', { accountId: submissionAccount, ids: null }, 'identities']);
    const answers = await mirror.link.call(calls, signal);
    const mailboxes = answers.of('mailboxes', 'Mailbox/get');
    mirror.folders.replace(mailboxes.list);
    mirror.mailboxState = mailboxes.state;
    mirror.emailState = answers.of('mails', 'Email/get').state;
    // Cyrus knows no identities while it cannot reach its own way out; they are asked for again when something is sent.
    if (answers.errorType('identities') === null && submissionAccount !== null)
      mirror.identities = identitiesOf(answers.of('identities', 'Identity/get'));
  }

  get folders(): readonly MailFolder[] {
    return this.mirror.folders.all;
  }

  get identities(): readonly Identity[] {
    return this.mirror.identities;
  }

  /** Whose account it is. */
  get owner(): string {
    return `${this.mirror.username} ${this.mirror.account}`;
  }

  list(query: MailQuery): MailListing {
    const finder =
      query.order.column === 'smime'
        ? new SmimeOrder(this.mirror, query, this.kinds)
        : new ServerOrder(this.mirror, query);
    return new Listing(this.mirror, finder, query.folder);
  }

  async read(id: string, options: ReadOptions = {}): Promise<Uint8Array> {
    options.signal?.throwIfAborted();
    const { mirror } = this;
    const held = mirror.recent.get(id);
    if (held !== null) {
      options.onProgress?.(held.length, held.length);
      return held;
    }
    const { blob, size } = await this.stored(id, options.signal);
    const message = await mirror.link.download(blob, size, options);
    mirror.recent.put(id, message);
    return message;
  }

  private async stored(id: string, signal?: AbortSignal): Promise<{ blob: string; size: number }> {
    const { mirror } = this;
    const entry = mirror.entries.get(id);
    if (entry !== null) return entry;
    const properties = ['id', 'blobId', 'size'];
    const answers = await mirror.link.call(
      [['Email/get', { accountId: mirror.account, ids: [id], properties }, 'get']],
      signal,
    );
    const { blobId, size } = record(answers.of('get', 'Email/get').list[0]);
    if (typeof blobId !== 'string') throw new MailFailure('not-found');
    return { blob: blobId, size: Number(size) };
  }

  setFlags(ids: readonly string[], change: Partial<MailFlags>): Promise<void> {
    return this.stir(setFlags(this.mirror, ids, change));
  }

  move(ids: readonly string[], folder: string): Promise<void> {
    return this.stir(move(this.mirror, ids, folder));
  }

  async remove(ids: readonly string[]): Promise<void> {
    const trash = this.mirror.folders.byRole('trash');
    const inTrash = new Set(
      this.mirror.entries
        .of(ids)
        .filter((entry) => trash === null || entry.mailboxes.includes(trash.id))
        .map((entry) => entry.id),
    );
    const gone = ids.filter((id) => trash === null || inTrash.has(id));
    const kept = ids.filter((id) => !gone.includes(id));
    const work = [];
    if (gone.length > 0) work.push(destroy(this.mirror, gone));
    if (trash !== null && kept.length > 0) work.push(move(this.mirror, kept, trash.id));
    await this.stir(Promise.all(work));
  }

  destroy(ids: readonly string[]): Promise<void> {
    return this.stir(destroy(this.mirror, ids));
  }

  store(
    message: Uint8Array,
    role: FolderRole,
    flags: Partial<MailFlags>,
    options?: ReadOptions,
  ): Promise<string> {
    return this.stir(store(this.mirror, message, role, flags, options));
  }

  submit(id: string, envelope: Envelope, signal?: AbortSignal): Promise<void> {
    return this.stir(submit(this.mirror, id, envelope, signal));
  }

  /** Brings what is shown to what the server has. */
  async catchUp(signal?: AbortSignal): Promise<void> {
    await catchUp(this.mirror, signal);
  }

  /** The connection is there again: what had failed goes on. */
  resume(): void {
    for (const list of this.mirror.lists) list.retry();
  }

  close(): void {
    for (const list of this.mirror.lists) list.close();
    this.mirror.recent.clear();
  }

  private async stir<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } finally {
      this.stirred();
    }
  }
}
