import type { Observable } from '../state/observable.ts';
import type { MailSummary } from './summary.ts';

/** One mail of a list. */
export interface MailEntry {
  readonly id: string;
  readonly summary: MailSummary;
  /** In octets. */
  readonly size: number;
}

/** Where mail comes from. The one behind it now holds `.eml` files in memory; a mail server's mailbox fits as well. */
export interface MailSource extends Observable {
  readonly id: string;
  readonly entries: readonly MailEntry[];
  /** The message, octet for octet as it came. */
  read(id: string, signal?: AbortSignal): Promise<Uint8Array>;
}
