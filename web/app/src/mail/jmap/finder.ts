import type { MailQuery } from '../source.ts';
import { entryOf, entryProperties } from './entry.ts';
import { batches, type Mirror } from './mirror.ts';
import { filterOf, sortOf } from './query.ts';

/** A stretch of the answer to a query. */
export interface Found {
  readonly ids: readonly string[];
  readonly total: number;
  /** As long as it is the same, so is the order. */
  readonly state: string;
}

/** Answers a query, in stretches. The entries of what it finds are in the mirror then. */
export interface Finder {
  find(position: number, limit: number, signal: AbortSignal): Promise<Found>;
}

/** In an order that the server knows. */
export class ServerOrder implements Finder {
  private readonly mirror: Mirror;
  private readonly query: MailQuery;

  constructor(mirror: Mirror, query: MailQuery) {
    this.mirror = mirror;
    this.query = query;
  }

  async find(position: number, limit: number, signal: AbortSignal): Promise<Found> {
    const { mirror, query } = this;
    await mirror.settled();
    const accountId = mirror.account;
    const answers = await mirror.link.call(
      [
        [
          'Email/query',
          {
            accountId,
            filter: filterOf(query),
            sort: sortOf(query),
            position,
            limit,
            calculateTotal: true,
          },
          'query',
        ],
        [
          'Email/get',
          {
            accountId,
            '#ids': { resultOf: 'query', name: 'Email/query', path: '/ids' },
            properties: entryProperties,
          },
          'get',
        ],
      ],
      signal,
    );
    const { ids, total, queryState } = answers.of('query', 'Email/query');
    const { list } = answers.of('get', 'Email/get');
    mirror.entries.put(list.map((email) => entryOf(email, query.folder)));
    return { ids, total: total ?? position + ids.length, state: queryState };
  }
}

/** Loads the entries of these mails, as far as they are not there. */
export async function loadEntries(
  mirror: Mirror,
  ids: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<void> {
  const missing = ids.filter((id) => !mirror.entries.has(id));
  for (const part of batches(missing, mirror.limits.get)) {
    const answers = await mirror.link.call(
      [['Email/get', { accountId: mirror.account, ids: part, properties: entryProperties }, 'get']],
      signal,
    );
    const { list } = answers.of('get', 'Email/get');
    mirror.entries.put(list.map((email) => entryOf(email, folder)));
  }
}
