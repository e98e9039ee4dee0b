import type { MailQuery } from '../source.ts';

/** RFC 8621, 4.4.1. Each word has to be there; `text` looks at what is visible, so at nothing that is encrypted. */
export function filterOf(query: MailQuery): Record<string, unknown> {
  const words = query.search.split(/\s+/).filter(Boolean);
  const folder = { inMailbox: query.folder };
  if (words.length === 0) return folder;
  return { operator: 'AND', conditions: [folder, ...words.map((text) => ({ text }))] };
}

/**
 * RFC 8621, 4.4.2. The date is that of receipt: the one that a mail names itself would let it stand first for ever.
 * S/MIME is no property that a server sorts by.
 */
export function sortOf({ order }: MailQuery): Record<string, unknown>[] {
  const newest = { property: 'receivedAt', isAscending: false };
  switch (order.column) {
    case 'date':
      return [{ property: 'receivedAt', isAscending: !order.descending }];
    case 'from':
    case 'subject':
      return [{ property: order.column, isAscending: !order.descending }, newest];
    case 'smime':
      return [newest];
  }
}
