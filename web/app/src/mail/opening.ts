import { Observable } from '../state/observable.ts';
import type { Mailbox } from './mailbox.ts';
import type { Reading } from './reading.ts';
import type { MailEntry, MailSource } from './source.ts';

/**
 * Opens mails of the mailbox, one after the other: marks them as read once they were, and knows which comes before and
 * after, even where the open one has left the list.
 */
export class Opening extends Observable {
  private readonly mailbox: Mailbox;
  private readonly reading: Reading;
  private readonly edit: (entry: MailEntry) => Promise<boolean>;
  private place = -1;
  private unmarked: { source: MailSource; id: string } | null = null;
  /** To be opened as soon as it is loaded. */
  private awaited = -1;

  /** @param edit takes a draft; where it answers that it could not, the draft is read like any other mail */
  constructor(mailbox: Mailbox, reading: Reading, edit: (entry: MailEntry) => Promise<boolean>) {
    super();
    this.mailbox = mailbox;
    this.reading = reading;
    this.edit = edit;
    mailbox.subscribe(() => this.listChanged());
    reading.subscribe(() => this.mark());
  }

  open(entry: MailEntry): void {
    const { source, listing } = this.mailbox;
    if (source === null) return;
    this.awaited = -1;
    this.place = listing?.indexOf(entry.id) ?? -1;
    if (this.place >= 0) this.mailbox.select((selection) => selection.go(this.place));
    if (entry.flags.draft) void this.editOrShow(source, entry);
    else this.show(source, entry);
  }

  private async editOrShow(source: MailSource, entry: MailEntry): Promise<void> {
    if (!(await this.edit(entry))) this.show(source, entry);
  }

  private show(source: MailSource, entry: MailEntry): void {
    this.unmarked = entry.flags.seen ? null : { source, id: entry.id };
    void this.reading.show(source, entry);
  }

  /** Whether there is a mail that many places further down. */
  has(step: 1 | -1): boolean {
    const target = this.target(step);
    return target >= 0 && target < (this.mailbox.listing?.total ?? 0);
  }

  go(step: 1 | -1): void {
    if (this.has(step)) this.openAt(this.target(step));
  }

  private openAt(index: number): void {
    const { listing } = this.mailbox;
    const entry = listing?.at(index) ?? null;
    if (entry === null) {
      this.awaited = index;
      listing?.need(index, index + 1);
    } else this.open(entry);
  }

  private target(step: 1 | -1): number {
    const { entry } = this.reading;
    const { listing } = this.mailbox;
    if (entry === null || listing === null) return -1;
    const index = listing.indexOf(entry.id);
    if (index >= 0) return index + step;
    // It has left the list: the next one has taken its place.
    if (this.place < 0) return -1;
    return step > 0 ? this.place : this.place - 1;
  }

  private listChanged(): void {
    const { listing } = this.mailbox;
    const { entry } = this.reading;
    const index = entry === null ? -1 : (listing?.indexOf(entry.id) ?? -1);
    if (index >= 0) this.place = index;
    const { awaited } = this;
    if (awaited >= 0 && (listing?.at(awaited) ?? null) !== null) this.openAt(awaited);
  }

  /** Read is what was opened, not what was clicked and could not be had. */
  private mark(): void {
    const { unmarked } = this;
    // While one mail gives way to the next, none is read.
    if (unmarked === null || this.reading.entry === null) return;
    if (this.reading.entry?.id !== unmarked.id) this.unmarked = null;
    else if (this.reading.result.opened !== null) {
      this.unmarked = null;
      // Nothing is lost where the server refuses: the mail stays unread.
      void unmarked.source.setFlags([unmarked.id], { seen: true }).catch(() => undefined);
    }
  }
}
