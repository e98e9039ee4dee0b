import { Observable } from '../state/observable.ts';
import type { MailEntry, MailSource } from './source.ts';
import { summarise } from './summary.ts';

/** The largest file that is taken in, in octets: the page holds each mail in memory. */
export const largestMail = 150_000_000;

/** Mail that lives in this page's memory alone, and goes with it. */
export class LocalSource extends Observable implements MailSource {
  readonly id: string;
  private readonly messages = new Map<string, Uint8Array>();
  private list: readonly MailEntry[] = [];
  private count = 0;

  constructor(id: string) {
    super();
    this.id = id;
  }

  get entries(): readonly MailEntry[] {
    return this.list;
  }

  /** @returns the new entry */
  async add(message: Uint8Array): Promise<MailEntry> {
    this.count += 1;
    const id = `${this.id}-${this.count}`;
    const entry: MailEntry = { id, summary: await summarise(message), size: message.length };
    this.messages.set(id, message);
    this.list = [...this.list, entry];
    this.changed();
    return entry;
  }

  async read(id: string): Promise<Uint8Array> {
    const message = this.messages.get(id);
    if (message === undefined) throw new RangeError(`there is no mail ${id}`);
    return message;
  }
}
