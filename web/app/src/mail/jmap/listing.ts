import { wasAborted } from '../../engine/failure.ts';
import { Observable } from '../../state/observable.ts';
import type { MailEntry, MailListing } from '../source.ts';
import type { Finder, Found } from './finder.ts';
import type { Mirror, OpenList } from './mirror.ts';

/** How many mails are asked for at once, how many requests go out together, and how far beside the look loading goes on. */
const stretch = 60;
const together = 2;
const beside = 120;

/** How many places are kept filled at most, however many are wished for: entries that are held are bounded too. */
const widest = 600;

/** How long wishes are gathered before they are asked for, in ms: a list that is scrolled through has many. */
const gather = 40;

interface Load {
  readonly first: number;
  readonly after: number;
  readonly abort: AbortController;
}

/** A query's answer, of which only what is looked at is loaded. */
export class Listing extends Observable implements MailListing, OpenList {
  private readonly mirror: Mirror;
  private readonly finder: Finder;
  private readonly folder: string;
  /** By place; a hole is not known. */
  private ids: (string | undefined)[] = [];
  private places = new Map<string, number>();
  private known: number | null = null;
  private why: unknown = null;
  private state = '';
  private wanted = { first: 0, after: 0 };
  private loads: Load[] = [];
  private refreshing: AbortController | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private closed = false;

  constructor(mirror: Mirror, finder: Finder, folder: string) {
    super();
    this.mirror = mirror;
    this.finder = finder;
    this.folder = folder;
    mirror.lists.add(this);
  }

  get total(): number | null {
    return this.known;
  }

  get failure(): unknown {
    return this.why;
  }

  at(index: number): MailEntry | null {
    const id = this.ids[index];
    const entry = id === undefined ? null : this.mirror.entries.get(id);
    if (entry === null || entry.folder === this.folder) return entry;
    return { ...entry, folder: this.folder };
  }

  indexOf(id: string): number {
    return this.places.get(id) ?? -1;
  }

  need(first: number, after: number): void {
    if (this.closed) return;
    const from = Math.max(0, first);
    const to = this.known === null ? after : Math.min(after, this.known);
    const wish = { first: from, after: Math.min(Math.max(from, to), from + widest) };
    // Several wishes of one moment are one, unless they are too far apart: then the latest counts.
    const both = {
      first: Math.min(this.wanted.first, wish.first),
      after: Math.max(this.wanted.after, wish.after),
    };
    this.wanted = this.timer === null || both.after - both.first > widest ? wish : both;
    this.timer ??= setTimeout(() => this.gathered(), gather);
  }

  private gathered(): void {
    this.timer = null;
    const { first, after } = this.wanted;
    for (const load of this.loads) {
      if (load.after < first - beside || load.first > after + beside) load.abort.abort();
    }
    this.fill();
  }

  retry(): void {
    if (this.why === null) return;
    this.why = null;
    this.fill();
    this.changed();
  }

  close(): void {
    this.closed = true;
    this.mirror.lists.delete(this);
    this.stop();
    if (this.timer !== null) clearTimeout(this.timer);
  }

  redraw(): void {
    this.changed();
  }

  /** Looks at the same places again; what is shown stays until the new is there. */
  refresh(): void {
    this.stop();
    if (this.closed || this.known === null) {
      this.fill();
      return;
    }
    const abort = new AbortController();
    this.refreshing = abort;
    void this.lookAgain(abort);
  }

  private async lookAgain(abort: AbortController): Promise<void> {
    const { first, after } = this.wanted;
    const limit = Math.min(Math.max(stretch, after - first), 4 * stretch);
    try {
      const found = await this.finder.find(first, limit, abort.signal);
      if (this.refreshing !== abort) return;
      // Another order: only what has just come is known to stand where it stands.
      if (found.state !== this.state) this.ids = [];
      this.place(found, first);
      this.why = null;
    } catch (error) {
      if (this.refreshing === abort && !wasAborted(error)) this.why = error;
    }
    if (this.refreshing !== abort) return;
    this.refreshing = null;
    this.changed();
    if (this.why === null) this.fill();
  }

  take(ids: readonly string[], folders: (id: string) => readonly string[]): () => void {
    const leaving = ids.filter((id) => folders(id).includes(this.folder));
    const places = leaving
      .map((id) => ({ id, place: this.indexOf(id) }))
      .filter(({ place }) => place >= 0)
      .toSorted((one, other) => one.place - other.place);
    if (places.length === 0) return () => undefined;
    this.stop();
    for (const { place } of places.toReversed()) this.ids.splice(place, 1);
    this.count(-places.length);
    return () => {
      this.stop();
      for (const { id, place } of places) this.ids.splice(place, 0, id);
      this.count(places.length);
    };
  }

  private count(difference: number): void {
    if (this.known !== null) this.known = Math.max(0, this.known + difference);
    this.reckon();
    this.changed();
  }

  private stop(): void {
    for (const load of this.loads) load.abort.abort();
    this.loads = [];
    this.refreshing?.abort();
    this.refreshing = null;
  }

  /** Starts what is missing of what is wanted. */
  private fill(): void {
    if (this.closed || this.why !== null || this.refreshing !== null) return;
    while (this.loads.length < together) {
      const first = this.missing();
      if (first === null) return;
      const load = { first, after: first + stretch, abort: new AbortController() };
      this.loads.push(load);
      void this.load(load);
    }
  }

  /** Where loading has to begin, or null where everything that is wanted is there or under way. */
  private missing(): number | null {
    // Whoever has not yet been told how many there are wants to know at least that.
    const after =
      this.known === null
        ? Math.max(this.wanted.after, this.wanted.first + 1)
        : Math.min(this.wanted.after, this.known);
    for (let at = this.wanted.first; at < after; at += 1) {
      const load = this.loads.find((one) => one.first <= at && at < one.after);
      if (load !== undefined) at = load.after - 1;
      else if (!this.isThere(at)) {
        // Beginning where others do, so that scrolling up does not load the same twice.
        const aligned = at - (at % stretch);
        return this.isThere(aligned) ? at : aligned;
      }
    }
    return null;
  }

  private isThere(index: number): boolean {
    const id = this.ids[index];
    return id !== undefined && this.mirror.entries.has(id);
  }

  private async load(load: Load): Promise<void> {
    try {
      const found = await this.finder.find(load.first, stretch, load.abort.signal);
      if (!this.loads.includes(load)) return;
      const moved = this.known !== null && found.state !== this.state;
      this.place(found, load.first);
      // What is looked at stays where it is until it is known where it stands now.
      if (moved) {
        this.refresh();
        return;
      }
    } catch (error) {
      if (this.loads.includes(load) && !wasAborted(error)) this.why = error;
    }
    if (!this.loads.includes(load)) return;
    this.loads = this.loads.filter((one) => one !== load);
    this.changed();
    this.fill();
  }

  private place(found: Found, first: number): void {
    this.state = found.state;
    // A server that answers less than it has must not be asked for ever.
    const total = found.ids.length === 0 ? Math.min(found.total, first) : found.total;
    this.known = total;
    for (const [offset, id] of found.ids.entries()) {
      const before = this.places.get(id);
      if (before !== undefined && this.ids[before] === id) this.ids[before] = undefined;
      this.ids[first + offset] = id;
    }
    this.ids.length = total;
    this.reckon();
  }

  private reckon(): void {
    this.places = new Map();
    for (const [index, id] of this.ids.entries()) if (id !== undefined) this.places.set(id, index);
  }
}
