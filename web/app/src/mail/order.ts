import type { SmimeKind } from './smime-kind.ts';
import type { MailEntry } from './source.ts';
import type { Mailbox } from './summary.ts';

export type Column = 'smime' | 'from' | 'subject' | 'date';

export interface Order {
  readonly column: Column;
  readonly descending: boolean;
}

/** What a list shows of a mail's protection. */
export type KindOf = (entry: MailEntry) => SmimeKind;

/** As far as the outer message tells. */
export const kindOf: KindOf = (entry) => entry.summary.smime;

const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** A sorted copy; entries that are equal keep the order in which they came. */
export function sorted(
  entries: readonly MailEntry[],
  order: Order,
  kind: KindOf = kindOf,
): MailEntry[] {
  const sign = order.descending ? -1 : 1;
  return entries.toSorted((one, other) => sign * compare(one, other, order.column, kind));
}

function compare(one: MailEntry, other: MailEntry, column: Column, kind: KindOf): number {
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

/** Who the outer message says wrote it. */
export function authorOf(entry: MailEntry): string {
  return namesOf(entry.summary.from);
}

/** People in few words: name, else address. */
export function namesOf(people: readonly Mailbox[]): string {
  return people.map((mailbox) => mailbox.name || mailbox.address).join(', ');
}
