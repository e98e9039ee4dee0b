import type { LearntKinds } from '../kinds.ts';
import type { SmimeKind } from '../smime-kind.ts';
import type { MailQuery } from '../source.ts';
import { contentTypeProperty, smimeOf } from './entry.ts';
import { loadEntries, type Finder, type Found } from './finder.ts';
import { batches, type Mirror } from './mirror.ts';
import { filterOf, sortOf } from './query.ts';
import { record } from './session.ts';

/** How many headers are asked for at once. */
const part = 1000;

interface Order {
  readonly ids: readonly string[];
  readonly state: string;
}

/**
 * By what a mail is protected with, which no server sorts by: the page asks for every id of the folder and for each
 * mail's Content-Type, once, since that does not change.
 */
export class SmimeOrder implements Finder {
  private readonly mirror: Mirror;
  private readonly query: MailQuery;
  private readonly learnt: LearntKinds;
  /** For which state of all mails, and the order of then. */
  private made: { readonly emailState: string; readonly order: Promise<Order> } | null = null;
  private count = 0;

  constructor(mirror: Mirror, query: MailQuery, learnt: LearntKinds) {
    this.mirror = mirror;
    this.query = query;
    this.learnt = learnt;
  }

  async find(position: number, limit: number, signal: AbortSignal): Promise<Found> {
    await this.mirror.settled();
    const { ids, state } = await this.ordered();
    signal.throwIfAborted();
    const found = ids.slice(position, position + limit);
    await loadEntries(this.mirror, found, this.query.folder, signal);
    return { ids: found, total: ids.length, state };
  }

  /** The order of now; whoever waits for the same waits for one, so none of them ends it. */
  private ordered(): Promise<Order> {
    const { emailState } = this.mirror;
    if (this.made?.emailState === emailState) return this.made.order;
    const made = { emailState, order: this.make() };
    this.made = made;
    made.order.catch(() => {
      if (this.made === made) this.made = null;
    });
    return made.order;
  }

  private async make(): Promise<Order> {
    const { mirror } = this;
    const ids = await this.ids();
    const unknown = ids.filter((id) => !mirror.types.has(id));
    for (const some of batches(unknown, Math.min(part, mirror.limits.get))) {
      const answers = await mirror.link.call([
        [
          'Email/get',
          { accountId: mirror.account, ids: some, properties: ['id', contentTypeProperty] },
          'get',
        ],
      ]);
      for (const email of answers.of('get', 'Email/get').list) {
        const { id, [contentTypeProperty]: type } = record(email);
        if (typeof id === 'string') mirror.types.set(id, smimeOf(type));
      }
    }
    const sign = this.query.order.descending ? -1 : 1;
    const weights = new Map(ids.map((id) => [id, sign * weight(this.kind(id))] as const));
    const sorted = ids.toSorted(
      (one, other) => (weights.get(one) ?? 0) - (weights.get(other) ?? 0),
    );
    this.count += 1;
    return { ids: sorted, state: String(this.count) };
  }

  /** The newest first; a server may answer less at once than it is asked for. */
  private async ids(): Promise<string[]> {
    const { mirror, query } = this;
    const all = new Set<string>();
    for (;;) {
      const answers = await mirror.link.call([
        [
          'Email/query',
          {
            accountId: mirror.account,
            filter: filterOf(query),
            sort: sortOf(query),
            position: all.size,
            calculateTotal: true,
          },
          'query',
        ],
      ]);
      const { ids, total } = answers.of('query', 'Email/query');
      const before = all.size;
      for (const id of ids) all.add(id);
      if (all.size === before || all.size >= (total ?? 0)) return [...all];
    }
  }

  private kind(id: string): SmimeKind | undefined {
    return this.learnt.get(id) ?? this.mirror.types.get(id);
  }
}

function weight(kind: SmimeKind | undefined): number {
  return (kind?.encrypted === true ? 2 : 0) + (kind?.signed === true ? 1 : 0);
}
