import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { Observable } from '../state/observable.ts';
import type { SmimeKind } from './smime-kind.ts';

interface Kept {
  readonly owner: string;
  readonly id: string;
  readonly kind: SmimeKind;
  /** In milliseconds since 1970; the oldest are dropped first. */
  readonly learnt: number;
}

interface Schema extends DBSchema {
  kinds: { key: [string, string]; value: Kept; indexes: { learnt: number } };
}

/** How many are kept at most. */
const most = 50_000;

/**
 * What opening mails has shown of their protection: that something signed was within what was encrypted. It is kept in
 * the browser's storage, apart for each user; on the mail server it would tell what encryption hides.
 */
export class LearntKinds extends Observable {
  private readonly database: Promise<IDBPDatabase<Schema>> | null;
  private readonly known = new Map<string, SmimeKind>();
  private readonly owners = new Set<string>();

  constructor(user: string) {
    super();
    this.database =
      typeof indexedDB === 'undefined'
        ? null
        : openDB<Schema>(`signet-kinds-${user}`, 1, {
            upgrade(database) {
              const store = database.createObjectStore('kinds', { keyPath: ['owner', 'id'] });
              store.createIndex('learnt', 'learnt');
            },
          });
    // Without storage, what was learnt lasts as long as the page.
    this.database?.catch(() => undefined);
  }

  get(id: string): SmimeKind | null {
    return this.known.get(id) ?? null;
  }

  /** Reads what was learnt of this owner's mails in earlier pages; once. */
  async load(owner: string): Promise<void> {
    if (this.owners.has(owner)) return;
    this.owners.add(owner);
    const database = await this.reach();
    if (database === null) return;
    const range = IDBKeyRange.bound([owner, ''], [owner, '\uffff']);
    const kept = await database.getAll('kinds', range).catch(() => []);
    for (const { id, kind } of kept) if (!this.known.has(id)) this.known.set(id, kind);
    if (kept.length > 0) this.changed();
  }

  /** @param owner whose mail it is, or null where its id means nothing in a later page */
  async learn(id: string, kind: SmimeKind, owner: string | null): Promise<void> {
    const before = this.known.get(id);
    if (before?.encrypted === kind.encrypted && before.signed === kind.signed) return;
    this.known.set(id, kind);
    this.changed();
    const database = owner === null ? null : await this.reach();
    if (database === null || owner === null) return;
    try {
      await database.put('kinds', { owner, id, kind, learnt: Date.now() });
      if ((await database.count('kinds')) > most) await forgetOldest(database);
    } catch {
      // The storage may be full; nothing but a symbol after the next start depends on it.
    }
  }

  close(): void {
    void this.reach().then((database) => database?.close());
  }

  private async reach(): Promise<IDBPDatabase<Schema> | null> {
    return this.database === null ? null : this.database.catch(() => null);
  }
}

async function forgetOldest(database: IDBPDatabase<Schema>): Promise<void> {
  const transaction = database.transaction('kinds', 'readwrite');
  let cursor = await transaction.store.index('learnt').openCursor();
  for (let count = 0; cursor !== null && count < most / 10; count += 1) {
    await cursor.delete();
    cursor = await cursor.continue();
  }
  await transaction.done;
}
