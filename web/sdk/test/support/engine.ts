import { afterEach } from 'vitest';
import type { Engine, EngineOptions, Key, SmimeError } from '../../src/contract.ts';
import { createEngineIn } from '../../src/page/create.ts';
import { FakeEnvironment } from './fake-environment.ts';

const environments: FakeEnvironment[] = [];
afterEach(() => environments.splice(0).forEach((environment) => environment.endAll()));

export interface Started {
  engine: Engine;
  environment: FakeEnvironment;
}

export async function start(
  options?: EngineOptions,
  environment: FakeEnvironment = new FakeEnvironment(),
): Promise<Started> {
  environments.push(environment);
  return { engine: await createEngineIn(environment, options), environment };
}

export const octets = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
export const toText = (text: Uint8Array | null): string | null =>
  text === null ? null : new TextDecoder().decode(text);

export async function unlocked(engine: Engine): Promise<Key> {
  const [key] = await engine.unlock(octets('file'), 'secret');
  if (key === undefined) throw new Error('no key');
  return key;
}

/** The error that a call rejects with; fails where it does not, or with another kind of error. */
export async function failure(call: Promise<unknown>): Promise<SmimeError> {
  const error: unknown = await call.then(
    () => new Error('the call did not reject'),
    (reason: unknown) => reason,
  );
  if (error instanceof Error && error.name === 'SmimeError') return error as SmimeError;
  throw error;
}

export const code = async (call: Promise<unknown>): Promise<string> => (await failure(call)).code;

/** Waits, in real time, for what other tasks must do first. */
export async function until(condition: () => boolean): Promise<void> {
  for (let round = 0; !condition(); round++) {
    if (round > 1000) throw new Error('waited in vain');
    await settle(4);
  }
}

/** Waits until the newest worker's module was asked for an operation. */
export const arrived = (environment: FakeEnvironment, operation: string): Promise<void> =>
  until(() => environment.last.module?.calls.some(({ name }) => name === operation) === true);

/** Lets messages go back and forth. */
export const settle = (milliseconds = 20): Promise<void> =>
  new Promise((resolve) => {
    realSetTimeout(resolve, milliseconds);
  });
const realSetTimeout = globalThis.setTimeout;
