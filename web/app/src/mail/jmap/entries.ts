import type { StoredEntry } from './entry.ts';

/** How many entries are held at most; a list loads again what was dropped. */
const most = 2000;

/** The entries that lists have loaded, the latest used of them: one for each mail, whichever lists show it. */
export class Entries {
  private readonly held = new Map<string, StoredEntry>();

  get(id: string): StoredEntry | null {
    const entry = this.held.get(id);
    if (entry === undefined) return null;
    // The latest used come last.
    this.held.delete(id);
    this.held.set(id, entry);
    return entry;
  }

  has(id: string): boolean {
    return this.held.has(id);
  }

  put(entries: readonly StoredEntry[]): void {
    for (const entry of entries) {
      this.held.delete(entry.id);
      this.held.set(entry.id, entry);
    }
    for (const id of this.held.keys()) {
      if (this.held.size <= most) break;
      this.held.delete(id);
    }
  }

  forget(ids: readonly string[]): void {
    for (const id of ids) this.held.delete(id);
  }

  /** Those of these mails that are held. */
  of(ids: readonly string[]): StoredEntry[] {
    return ids.flatMap((id) => this.held.get(id) ?? []);
  }

  get ids(): string[] {
    return [...this.held.keys()];
  }
}
