import type { Operation } from '../contract.ts';
import { aborted, badArgument } from './failure.ts';

/** What every operation that takes long is given. */
export interface Attention {
  signal: AbortSignal | undefined;
  onProgress: (done: number, total: number) => void;
}

/** For operations that can be neither aborted nor watched. */
export const NO_ATTENTION: Attention = { signal: undefined, onProgress: () => undefined };

/** @throws Failure `aborted` where the caller has given up already */
export function attentionOf({ signal, onProgress }: Operation): Attention {
  if (signal !== undefined && !isSignal(signal)) throw badArgument('signal', 'an AbortSignal');
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw badArgument('onProgress', 'a function');
  }
  if (signal?.aborted === true) throw aborted();
  return {
    signal,
    onProgress: (done, total) => {
      if (signal?.aborted === true) return;
      try {
        onProgress?.(done, total);
      } catch (error) {
        // The host's own error: the host hears of it, and the operation goes on.
        reportError(error);
      }
    },
  };
}

/** Settles as the promise does, or rejects with `aborted` as soon as the signal says so. */
export async function untilAborted<T>(
  signal: AbortSignal | undefined,
  promise: Promise<T>,
): Promise<T> {
  if (signal === undefined) return promise;
  let giveUp: () => void = () => undefined;
  const abortion = new Promise<never>((_, reject) => {
    giveUp = () => reject(aborted());
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([promise, abortion]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

function isSignal(value: unknown): value is AbortSignal {
  return typeof value === 'object' && value !== null && 'aborted' in value;
}
