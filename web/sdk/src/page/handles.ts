import type { Key } from '../contract.ts';
import { badArgument, keyLocked } from './failure.ts';

/*
 * A handle names the worker that holds the key as well as the key in it. A handle that is older than
 * the last lock therefore never means a key of another file that happens to have the same number.
 */

/** Makes ids of the module's keys the page's. */
export const handleOf =
  (generation: number) =>
  (moduleId: unknown): string =>
    `${generation}.${String(moduleId)}`;

/** The generation of the worker that holds a key. */
export function generationOf(key: unknown): number {
  return Number(idOf(key).split('.', 1)[0]);
}

/** @throws Failure `key-locked` where the handle is none of the engine's */
export function moduleIdOf(key: unknown): string {
  const id = idOf(key);
  const dot = id.indexOf('.');
  if (dot < 0) throw keyLocked();
  return id.slice(dot + 1);
}

function idOf(key: unknown): string {
  const id: unknown = (key as Key | null | undefined)?.id;
  if (typeof id !== 'string') throw badArgument('key', 'a Key of unlock or keys');
  return id;
}
