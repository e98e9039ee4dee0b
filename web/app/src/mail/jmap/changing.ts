import type { MailFlags } from '../source.ts';
import { flagsPatch, type StoredEntry } from './entry.ts';
import { failureOfError, type MailFailure } from './failure.ts';
import { batches, type Mirror } from './mirror.ts';

type Patch = Readonly<Record<string, unknown>>;

/** Shows the flags at once; what the server refuses becomes again what it was. */
export function setFlags(
  mirror: Mirror,
  ids: readonly string[],
  change: Partial<MailFlags>,
): Promise<void> {
  const before = mirror.entries.of(ids);
  const after = before.map((entry) => ({ ...entry, flags: { ...entry.flags, ...change } }));
  show(mirror, before, after);
  const patch = flagsPatch(change);
  return mirror.change(async () => {
    const refused = await update(mirror, ids, () => patch).catch((error: unknown) => {
      show(mirror, after, before);
      throw error;
    });
    const old = before.filter((entry) => refused.has(entry.id));
    show(mirror, mirror.entries.of([...refused.keys()]), old);
    throwFirst(refused);
  });
}

/** Into one folder, out of all others. */
export function move(mirror: Mirror, ids: readonly string[], folder: string): Promise<void> {
  const before = mirror.entries.of(ids);
  const after = before.map((entry) => ({ ...entry, folder, mailboxes: [folder] }));
  const left = (id: string): readonly string[] =>
    (before.find((entry) => entry.id === id)?.mailboxes ?? []).filter((one) => one !== folder);
  return leave(mirror, ids, left, before, after, () =>
    update(mirror, ids, () => ({ mailboxIds: { [folder]: true } })),
  );
}

/** For good. */
export function destroy(mirror: Mirror, ids: readonly string[]): Promise<void> {
  const before = mirror.entries.of(ids);
  const left = (id: string): readonly string[] =>
    before.find((entry) => entry.id === id)?.mailboxes ?? [];
  return leave(mirror, ids, left, before, [], async () => {
    const refused = await set(mirror, ids, 'destroy', (part) => ({ destroy: part }));
    // Somebody else was faster.
    for (const [id, failure] of refused) if (failure.code === 'not-found') refused.delete(id);
    const gone = ids.filter((id) => !refused.has(id));
    mirror.entries.forget(gone);
    mirror.recent.forget(gone);
    return refused;
  });
}

function leave(
  mirror: Mirror,
  ids: readonly string[],
  left: (id: string) => readonly string[],
  before: readonly StoredEntry[],
  after: readonly StoredEntry[],
  work: () => Promise<Map<string, MailFailure>>,
): Promise<void> {
  const undo = [...mirror.lists].map((list) => list.take(ids, left));
  show(mirror, before, after);
  const back = (): void => {
    for (const put of undo.toReversed()) put();
    show(mirror, after, before);
  };
  return mirror.change(async () => {
    const refused = await work().catch((error: unknown) => {
      back();
      throw error;
    });
    if (refused.size > 0) {
      back();
      // Those that went are gone; the lists look again and see.
      for (const list of mirror.lists) list.refresh();
    }
    throwFirst(refused);
  });
}

/** Holds entries as they are to be seen now, and counts them in their folders. */
function show(mirror: Mirror, before: readonly StoredEntry[], after: readonly StoredEntry[]): void {
  const count = (entries: readonly StoredEntry[], sign: number): void => {
    for (const { mailboxes, flags } of entries)
      for (const id of mailboxes) mirror.folders.count(id, sign, flags.seen ? 0 : sign);
  };
  count(before, -1);
  count(after, 1);
  mirror.entries.put(after);
  for (const list of mirror.lists) list.redraw();
  mirror.tell();
}

function update(
  mirror: Mirror,
  ids: readonly string[],
  patch: (id: string) => Patch,
): Promise<Map<string, MailFailure>> {
  return set(mirror, ids, 'update', (part) => ({
    update: Object.fromEntries(part.map((id) => [id, patch(id)] as const)),
  }));
}

/** In as many requests as the server's limit makes it. Those that it refuses, with the reason. */
async function set(
  mirror: Mirror,
  ids: readonly string[],
  name: string,
  args: (part: readonly string[]) => Patch,
): Promise<Map<string, MailFailure>> {
  const refused = new Map<string, MailFailure>();
  for (const part of batches([...new Set(ids)], mirror.limits.set)) {
    const answers = await mirror.link.call([
      ['Email/set', { accountId: mirror.account, ...args(part) }, name],
    ]);
    const { notUpdated, notDestroyed } = answers.of(name, 'Email/set');
    for (const [id, error] of Object.entries({ ...notUpdated, ...notDestroyed }))
      refused.set(id, failureOfError(error));
  }
  return refused;
}

function throwFirst(refused: ReadonlyMap<string, MailFailure>): void {
  for (const failure of refused.values()) throw failure;
}
