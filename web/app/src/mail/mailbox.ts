import { Observable } from '../state/observable.ts';
import { texts } from '../texts/index.ts';
import type { MailAccount } from './account.ts';
import { MailActions } from './mail-actions.ts';
import type { Column, Order } from './order.ts';
import { Selection } from './selection.ts';
import type { MailEntry, MailFolder, MailListing, MailSource } from './source.ts';

/** Where the mailbox is: in a folder of the mail server, or of the page. */
interface Place {
  readonly at: 'server' | 'files';
  /** Null until the server's folders are known. */
  readonly folder: string | null;
}

/**
 * What the mail page lists: one folder of one source, in an order, searched or not; with the mail that the keyboard is
 * at and those that are chosen. It outlives the page, so that coming back finds it as it was.
 */
export class Mailbox extends Observable {
  readonly files: MailSource;
  /** Null where mail comes from files alone. */
  readonly account: MailAccount | null;
  readonly actions: MailActions;
  readonly selection = new Selection(() => this.listed);
  private readonly announce: (text: string) => void;
  private place: Place;
  private words = '';
  private sorting: Order = { column: 'date', descending: true };
  private listed: MailListing | null = null;
  private listedFrom: MailSource | null = null;
  private unlist: (() => void) | null = null;
  private readonly endings: (() => void)[];
  private unwatch: (() => void) | null = null;
  private untold = false;

  constructor(
    files: MailSource,
    account: MailAccount | null,
    announce: (text: string) => void = () => undefined,
  ) {
    super();
    this.files = files;
    this.account = account;
    this.announce = announce;
    this.actions = new MailActions(announce);
    this.place =
      account === null ? { at: 'files', folder: 'local' } : { at: 'server', folder: null };
    this.endings = [files, account, this.actions]
      .filter((one) => one !== null)
      .map((one) => one.subscribe(this.changedSource));
    this.arrive();
  }

  /** Where the shown folder is; null while the mail server is not there. */
  get source(): MailSource | null {
    return this.place.at === 'files' ? this.files : (this.account?.server ?? null);
  }

  /** Whether it is a folder of the mail server that is shown, or will be. */
  get isAtServer(): boolean {
    return this.place.at === 'server';
  }

  get folder(): MailFolder | null {
    const { folder } = this.place;
    return this.source?.folders.find((one) => one.id === folder) ?? null;
  }

  get listing(): MailListing | null {
    return this.listed;
  }

  get search(): string {
    return this.words;
  }

  get order(): Order {
    return this.sorting;
  }

  /** Whether the people a mail went to say more than who wrote it. */
  get showsRecipients(): boolean {
    const role = this.folder?.role ?? null;
    return role === 'sent' || role === 'drafts' || role === 'written';
  }

  /** The folders that mails of this one can be moved to. */
  get targets(): readonly MailFolder[] {
    if (!this.isAtServer) return [];
    const { folder } = this.place;
    return (this.source?.folders ?? []).filter((one) => one.id !== folder);
  }

  /** Goes to a folder; who goes to one, or to the same once more, wants to see what is new there. */
  choose(at: 'server' | 'files', folder: string | null): void {
    if (at === 'server') this.account?.look();
    if (this.place.at === at && this.place.folder === folder && this.words === '') return;
    this.place = { at, folder };
    this.words = '';
    this.untold = false;
    this.arrive();
    this.relist();
  }

  orderBy(column: Column): void {
    const again = this.sorting.column === column;
    this.sorting = {
      column,
      descending: again ? !this.sorting.descending : column === 'date' || column === 'smime',
    };
    this.relist();
  }

  /** Lists what holds these words; how many were found is announced as soon as it is known. */
  find(words: string): void {
    if (words.trim() === this.words) return;
    this.words = words.trim();
    this.untold = this.words !== '';
    this.relist();
  }

  /** The mail as it is known now: its flags may have changed since it was opened. */
  latest(entry: MailEntry): MailEntry {
    const { listed } = this;
    return listed?.at(listed.indexOf(entry.id)) ?? entry;
  }

  async flag(
    ids: readonly string[],
    change: { seen: boolean } | { flagged: boolean },
  ): Promise<void> {
    const { source } = this;
    if (source !== null && ids.length > 0) await this.actions.flag(source, ids, change);
  }

  async move(ids: readonly string[], to: MailFolder): Promise<boolean> {
    const { source, folder } = this;
    if (source === null || folder === null || ids.length === 0) return false;
    const done = await this.actions.move(source, ids, folder, to);
    if (done) this.gone(ids);
    return done;
  }

  async remove(ids: readonly string[]): Promise<boolean> {
    const { source, folder } = this;
    if (source === null || folder === null || ids.length === 0) return false;
    const done = await this.actions.remove(source, ids, folder);
    if (done) this.gone(ids);
    return done;
  }

  /** Draws anew what depends on the selection. */
  select(change: (selection: Selection) => void): void {
    change(this.selection);
    this.changed();
  }

  close(): void {
    for (const end of this.endings) end();
    this.unwatch?.();
    this.unlist?.();
    this.listed?.close();
    this.listed = null;
  }

  private gone(ids: readonly string[]): void {
    this.selection.drop(ids);
    this.selection.settle();
    this.changed();
  }

  private readonly changedSource = (): void => {
    this.arrive();
    this.changed();
  };

  /** Goes to the inbox as soon as there is one, and lists again where the server is another one. */
  private arrive(): void {
    const { source } = this;
    if (this.place.folder === null && source !== null) {
      const inbox = source.folders.find((one) => one.role === 'inbox') ?? source.folders[0];
      if (inbox !== undefined) this.place = { ...this.place, folder: inbox.id };
    }
    if (source !== this.listedFrom) {
      this.unwatch?.();
      // Those of the page are watched always.
      this.unwatch =
        source === null || source === this.files ? null : source.subscribe(this.changedSource);
    }
    if (source !== this.listedFrom || (this.listed === null && this.place.folder !== null))
      this.relist();
  }

  private relist(): void {
    this.unlist?.();
    this.listed?.close();
    this.selection.reset();
    const { source } = this;
    const { folder } = this.place;
    this.listedFrom = source;
    this.listed =
      source === null || folder === null
        ? null
        : source.list({ folder, search: this.words, order: this.sorting });
    this.unlist = this.listed?.subscribe(() => this.listChanged()) ?? null;
    this.listChanged();
  }

  private listChanged(): void {
    this.selection.settle();
    const total = this.listed?.total ?? null;
    if (this.untold && total !== null) {
      this.untold = false;
      this.announce(texts.found(total));
    }
    this.changed();
  }
}
