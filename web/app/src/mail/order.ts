import type { SmimeKind } from './smime-kind.ts';
import type { MailEntry } from './source.ts';

export type Column = 'smime' | 'from' | 'subject' | 'date';

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

const words = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A sorted copy; entries that are equal keep the order in which they came. */
export function sorted(
  entries: readonly MailEntry[],
  order: Order,
  kind: (entry: MailEntry) => SmimeKind,
): MailEntry[] {
  const sign = order.descending ? -1 : 1;
  return entries.toSorted((one, other) => sign * compare(one, other, order.column, kind));
}

function compare(
  one: MailEntry,
  other: MailEntry,
  column: Column,
  kind: (entry: MailEntry) => SmimeKind,
): number {
  switch (column) {
    case 'smime':
      return weight(kind(one)) - weight(kind(other));
    case 'from':
      return words.compare(authorOf(one), authorOf(other));
    case 'subject':
      return words.compare(one.summary.subject, other.summary.subject);
    case 'date':
      return (one.summary.date?.getTime() ?? 0) - (other.summary.date?.getTime() ?? 0);
  }
}

function weight(kind: SmimeKind): number {
  return (kind.encrypted ? 2 : 0) + (kind.signed ? 1 : 0);
}

/** Who the outer message says wrote it: name, else address. */
export function authorOf(entry: MailEntry): string {
  return entry.summary.from.map((mailbox) => mailbox.name || mailbox.address).join(', ');
}
