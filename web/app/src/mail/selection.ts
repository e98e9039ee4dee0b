import type { MailEntry } from './source.ts';
import type { Places } from './in-sight.ts';

/** As much of a listing as a selection looks at. */
export interface Listed {
  readonly total: number | null;
  at(index: number): MailEntry | null;
  indexOf(id: string): number;
  need(first: number, after: number): void;
}

/** How many mails are asked for at once where many are chosen that are not loaded. */
const atOnce = 240;

/**
 * The mail that the keyboard is at, and those that are chosen. Both are kept by the mails' names, so that they stay
 * where mails come and go; where the mail itself goes, the one that takes its place follows.
 */
export class Selection {
  private readonly list: () => Listed | null;
  private ids = new Set<string>();
  private place = -1;
  private placeId: string | null = null;
  private anchor = -1;
  /** Chosen, but not loaded yet in part; a list may forget again what it has loaded. */
  private wanted: (Places & { readonly seen: Set<number> }) | null = null;

  constructor(list: () => Listed | null) {
    this.list = list;
  }

  private get total(): number {
    return this.list()?.total ?? 0;
  }

  /** Where the keyboard is; -1 in an empty list. */
  get active(): number {
    return this.place;
  }

  get activeEntry(): MailEntry | null {
    return this.list()?.at(this.place) ?? null;
  }

  get size(): number {
    return this.wanted === null ? this.ids.size : this.wanted.after - this.wanted.first;
  }

  /** Whether some of the chosen mails are still being loaded. */
  get isLoading(): boolean {
    return this.wanted !== null;
  }

  get isAll(): boolean {
    return this.total > 0 && this.size >= this.total;
  }

  has(id: string): boolean {
    return this.ids.has(id);
  }

  /** The chosen mails; where none is, the one that the keyboard is at. */
  get targets(): readonly string[] {
    if (this.ids.size > 0) return [...this.ids];
    const { activeEntry } = this;
    return activeEntry === null ? [] : [activeEntry.id];
  }

  get chosen(): readonly string[] {
    return [...this.ids];
  }

  /** Goes to a place; `extend` chooses everything from where the choice began. */
  go(index: number, extend = false): void {
    const last = this.total - 1;
    if (last < 0) return;
    const from = this.place < 0 ? 0 : this.place;
    this.settleAt(Math.min(Math.max(0, index), last));
    if (!extend) {
      this.anchor = -1;
      return;
    }
    if (this.anchor < 0) this.anchor = from;
    const first = Math.min(this.anchor, this.place);
    this.choose({ first, after: Math.max(this.anchor, this.place) + 1 });
  }

  /** Chooses the mail at a place, or no more. */
  toggle(index: number): void {
    const entry = this.list()?.at(index) ?? null;
    if (entry === null) return;
    this.settleAt(index);
    this.anchor = index;
    this.wanted = null;
    if (!this.ids.delete(entry.id)) this.ids.add(entry.id);
  }

  all(): void {
    this.choose({ first: 0, after: this.total });
  }

  clear(): void {
    this.ids.clear();
    this.wanted = null;
    this.anchor = -1;
  }

  /** Begins anew, in another list. */
  reset(): void {
    this.clear();
    this.place = -1;
    this.placeId = null;
  }

  /** These are gone, or are somewhere else now. */
  drop(ids: readonly string[]): void {
    this.wanted = null;
    for (const id of ids) this.ids.delete(id);
  }

  /** After each change of the list. */
  settle(): void {
    const list = this.list();
    if (list === null || list.total === null) return;
    this.collect();
    const known = this.placeId === null ? -1 : list.indexOf(this.placeId);
    this.settleAt(known >= 0 ? known : Math.min(Math.max(0, this.place), list.total - 1));
  }

  private settleAt(index: number): void {
    this.place = index;
    const entry = this.list()?.at(index) ?? null;
    // A place that is not loaded yet gets its name when it is.
    this.placeId = entry?.id ?? null;
  }

  private choose(places: Places): void {
    this.ids = new Set();
    this.wanted = { ...places, seen: new Set() };
    this.collect();
  }

  private collect(): void {
    const { wanted } = this;
    const list = this.list();
    if (list === null || wanted === null) return;
    const after = Math.min(wanted.after, this.total);
    let missing = -1;
    for (let index = wanted.first; index < after; index += 1) {
      if (wanted.seen.has(index)) continue;
      const entry = list.at(index);
      if (entry !== null) {
        this.ids.add(entry.id);
        wanted.seen.add(index);
      } else if (missing < 0) missing = index;
    }
    if (missing < 0) this.wanted = null;
    else list.need(missing, Math.min(after, missing + atOnce));
  }
}
