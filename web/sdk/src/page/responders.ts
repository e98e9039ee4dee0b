import type { Bytes, OcspTransport } from '../contract.ts';
import type { Bytes as OwnBytes } from '../host/border.ts';
import { octets } from './arguments.ts';
import { badArgument } from './failure.ts';
import { proxyTransport } from './ocsp-proxy.ts';

/** How long one answer is waited for, whatever the transport does. */
export const PATIENCE_MS = 10_000;
/** How long one call may go on asking, from its first question; there may be many, one after the other. */
export const PATIENCE_OF_CALL_MS = 30_000;
/** Octets of the longest answer that is taken. Real ones have a few thousand. */
export const LONGEST_ANSWER = 64 * 1024;

/**
 * Puts a DER OCSPRequest to a responder. Resolves with a copy of what came back, and with null
 * where that is nothing, is too long, or the signal aborts. Never rejects, and ends within
 * {@link PATIENCE_MS}: a responder that cannot be reached leaves revocation unknown, it breaks no call.
 */
export type AskResponder = (
  responder: string,
  request: Bytes,
  signal: AbortSignal,
) => Promise<OwnBytes | null>;

/**
 * What the option `ocsp` says; null where it names no way to responders.
 *
 * @throws Failure `refused-parameters`
 */
export function wayToResponders(ocsp: unknown): AskResponder | null {
  if (ocsp === undefined || ocsp === false) return null;
  if (typeof ocsp === 'function') return bounded(ocsp as OcspTransport);
  if (typeof ocsp !== 'object' || ocsp === null || !('proxy' in ocsp)) {
    throw badArgument('ocsp', 'false, a function, or an object with a proxy');
  }
  return bounded(proxyTransport(ocsp, LONGEST_ANSWER));
}

function bounded(transport: OcspTransport): AskResponder {
  return async (responder, request, signal) => {
    if (signal.aborted) return null;
    const stop = new AbortController();
    let giveUp: () => void = () => undefined;
    const nothing = new Promise<null>((resolve) => {
      giveUp = () => {
        resolve(null);
        stop.abort();
      };
    });
    const timer = setTimeout(giveUp, PATIENCE_MS);
    signal.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([answerOf(transport, responder, request, stop.signal), nothing]);
    } catch {
      // The host's own affair. It is not reported: to be offline is no defect.
      return null;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    }
  };
}

/** Rejects where the transport does, and where what it gives is no array of octets or too long. */
async function answerOf(
  transport: OcspTransport,
  responder: string,
  request: Bytes,
  signal: AbortSignal,
): Promise<OwnBytes> {
  const answer: unknown = await transport(responder, request, signal);
  const copy = octets('answer', answer);
  const { length } = answer as Bytes;
  if (length > LONGEST_ANSWER) throw badArgument('answer', `at most ${LONGEST_ANSWER} octets`);
  return copy();
}
