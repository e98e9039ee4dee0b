import type { SmimeKind } from '../smime-kind.ts';
import { Entries } from './entries.ts';
import { Folders } from './folders.ts';
import type { Link } from './link.ts';
import { RecentMessages } from './recent.ts';
import type { Limits } from './session.ts';

/** A list that is open, as far as what happens to mails matters to it. */
export interface OpenList {
  /** Something is another now: it looks again at what it shows. */
  refresh(): void;
  /** Some entries are others now. */
  redraw(): void;
  /** These mails leave the folders named; what is returned puts them back. */
  take(ids: readonly string[], folders: (id: string) => readonly string[]): () => void;
  /** Goes on where something had failed. */
  retry(): void;
  close(): void;
}

export interface Identity {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

/** What the page holds of an account on the mail server. */
export class Mirror {
  readonly link: Link;
  readonly account: string;
  readonly submissionAccount: string | null;
  readonly username: string;
  readonly limits: Limits;
  readonly folders = new Folders();
  readonly entries = new Entries();
  readonly recent = new RecentMessages();
  /** What each mail's Content-Type says, of those that were asked; it does not change. */
  readonly types = new Map<string, SmimeKind>();
  readonly lists = new Set<OpenList>();
  identities: readonly Identity[] = [];
  /** The states (RFC 8620, 5.1) that mailboxes and mails have here. */
  mailboxState = '';
  emailState = '';
  private readonly told: () => void;
  private pending: Promise<unknown> = Promise.resolve();

  constructor(
    link: Link,
    owner: Pick<Mirror, 'account' | 'submissionAccount' | 'username' | 'limits'>,
    told: () => void,
  ) {
    this.link = link;
    this.account = owner.account;
    this.submissionAccount = owner.submissionAccount;
    this.username = owner.username;
    this.limits = owner.limits;
    this.told = told;
  }

  /** Folders are others now. */
  tell(): void {
    this.told();
  }

  /** Resolves when nothing is being changed: what is asked for before would show the server as it was. */
  async settled(): Promise<void> {
    await this.pending;
  }

  /** Changes follow one another in the order in which they were wanted. */
  change<T>(work: () => Promise<T>): Promise<T> {
    const done = this.pending.then(work);
    this.pending = done.catch(() => undefined);
    return done;
  }
}

/** In parts of at most so many. */
export function batches<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
