import type { Observable } from '../state/observable.ts';
import type { Order } from './order.ts';
import type { MailSummary } from './summary.ts';

/** What a folder is for (RFC 8621, section 2; the names of the IANA registry of IMAP mailbox name attributes). */
export type FolderRole = 'inbox' | 'drafts' | 'sent' | 'archive' | 'junk' | 'trash';

export interface MailFolder {
  readonly id: string;
  /** As the mail server names it; for a role the page has a name of its own in each language. */
  readonly name: string;
  /** `files` and `written` are those of the files opened and the mail written in this page. */
  readonly role: FolderRole | 'files' | 'written' | null;
  /** How deep it stands among the folders; 0 at the top. */
  readonly depth: number;
  readonly total: number;
  readonly unread: number;
}

/** RFC 8621, section 4.1.1: `$seen`, `$flagged`, `$answered`, `$forwarded`, `$draft`. */
export interface MailFlags {
  readonly seen: boolean;
  readonly flagged: boolean;
  readonly answered: boolean;
  readonly forwarded: boolean;
  readonly draft: boolean;
}

/** One mail of a list. */
export interface MailEntry {
  /** Of the mail in its source; no other source has the same. */
  readonly id: string;
  readonly summary: MailSummary;
  /** In octets. */
  readonly size: number;
  readonly flags: MailFlags;
  /** When the server got it; null where no server did. */
  readonly received: Date | null;
  readonly folder: string;
}

export interface MailQuery {
  readonly folder: string;
  /** Words that the visible parts (From, To, Cc, Subject, unencrypted text) must hold; empty: all mail. */
  readonly search: string;
  readonly order: Order;
}

/** The mails that answer a query: a window that is filled as it is looked at. Tells of every change until it is closed. */
export interface MailListing extends Observable {
  /** Null until it is known. */
  readonly total: number | null;
  /** Why it could not be filled, or null. */
  readonly failure: unknown;
  /** The mail in this place, or null while it is not loaded. */
  at(index: number): MailEntry | null;
  /** Where this mail stands, or -1 where that is not known. */
  indexOf(id: string): number;
  /** Loads the places from `first` up to, without, `after`, as far as they are not there. */
  need(first: number, after: number): void;
  /** Loads again what failed. */
  retry(): void;
  close(): void;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** In octets; `total` is 0 where it is not known. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Where mail comes from: a mail server's account, or files opened in this page. Every call rejects with what failed. */
export interface MailSource extends Observable {
  /** Whose mail it is, where a mail's id will mean the same mail in later pages. */
  readonly owner?: string;
  readonly folders: readonly MailFolder[];
  list(query: MailQuery): MailListing;
  /** The message, octet for octet as it is stored. */
  read(id: string, options?: ReadOptions): Promise<Uint8Array>;
  setFlags(ids: readonly string[], change: Partial<MailFlags>): Promise<void>;
  move(ids: readonly string[], folder: string): Promise<void>;
  /** Into the trash; what is there already, or where there is none, for good. */
  remove(ids: readonly string[]): Promise<void>;
}

/** A message's envelope (RFC 5321): who it goes out from and to, whatever its header says. */
export interface Envelope {
  readonly from: string;
  readonly to: readonly string[];
}

/** A mail server's account: one can also store messages of one's own there, and send what is stored. */
export interface MailServer extends MailSource {
  /** Addresses that the server lets this user send from (RFC 8621, section 6). */
  readonly identities: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
  }[];
  /** Stores these octets in the folder of a role, and answers the id. The server may change them: read it back. */
  store(
    message: Uint8Array,
    role: FolderRole,
    flags: Partial<MailFlags>,
    options?: ReadOptions,
  ): Promise<string>;
  /** Sends a stored message and, once the server has taken it, moves it into the folder for sent mail. */
  submit(id: string, envelope: Envelope, signal?: AbortSignal): Promise<void>;
  /** Removes for good, without the way by the trash: drafts that were replaced, messages that were not sent. */
  destroy(ids: readonly string[]): Promise<void>;
}
