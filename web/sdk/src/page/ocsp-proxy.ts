import type { OcspTransport } from '../contract.ts';
import { address, optionsOf, text } from './arguments.ts';
import { badArgument } from './failure.ts';

const REQUEST_TYPE = 'application/ocsp-request';
const ANSWER_TYPE = 'application/ocsp-response';

/**
 * A transport that posts requests to a relay, which names the responder to go to in the parameter
 * `responder`. Rejects where the relay does not answer with 200 and an OCSP response, and as soon
 * as that has more than `longest` octets.
 *
 * @throws Failure `refused-parameters`
 */
export function proxyTransport(
  given: { proxy?: unknown; headers?: unknown },
  longest: number,
): OcspTransport {
  const proxy = address('ocsp.proxy', given.proxy);
  const headers = headersOf(given.headers);
  return async (responder, request, signal) => {
    const url = new URL(proxy);
    url.searchParams.set('responder', responder);
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(request),
      signal,
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const type = response.headers.get('Content-Type')?.split(';', 1)[0]?.trim().toLowerCase();
    if (response.status !== 200 || type !== ANSWER_TYPE) {
      await response.body?.cancel();
      throw new Error('the relay has no answer');
    }
    return readAtMost(response, longest);
  };
}

function headersOf(given: unknown): Headers {
  const fields = Object.entries(optionsOf('ocsp.headers', given as object | undefined)).map(
    ([name, value]): [string, string] => [name, text(`ocsp.headers.${name}`, value)],
  );
  let headers: Headers;
  try {
    headers = new Headers(fields);
  } catch {
    throw badArgument('ocsp.headers', 'fields of a request');
  }
  headers.set('Content-Type', REQUEST_TYPE);
  headers.set('Accept', ANSWER_TYPE);
  return headers;
}

/** The length that a response names is not what it has; so it is counted. */
async function readAtMost({ body }: Response, longest: number): Promise<Uint8Array> {
  const target = new Uint8Array(longest);
  let length = 0;
  const reader = body?.getReader();
  for (;;) {
    const chunk = await reader?.read();
    if (chunk?.value === undefined) return target.subarray(0, length);
    if (length + chunk.value.length > longest) {
      await reader?.cancel();
      throw new Error('the answer is too long');
    }
    target.set(chunk.value, length);
    length += chunk.value.length;
  }
}
