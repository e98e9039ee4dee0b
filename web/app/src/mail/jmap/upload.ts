import type { ReadOptions } from '../source.ts';
import { failureOfStatus, MailFailure } from './failure.ts';
import type { Identification } from './identification.ts';

/**
 * Posts octets and tells how far it is, which fetch cannot.
 *
 * @returns the answer's JSON
 */
export function upload(
  address: string,
  octets: Uint8Array,
  { authorization }: Identification,
  { signal, onProgress }: ReadOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(aborted());
      return;
    }
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    signal?.addEventListener('abort', abort, { once: true });
    request.upload.addEventListener('progress', (event) =>
      onProgress?.(Math.min(event.loaded, octets.length), octets.length),
    );
    request.addEventListener('load', () => {
      const answer = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(answer);
      else reject(failureOfStatus(request.status, answer));
    });
    request.addEventListener('error', () => reject(new MailFailure('network')));
    request.addEventListener('abort', () => reject(aborted()));
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    // To the same origin it always takes cookies along; to another one it does not.
    request.open('POST', address);
    request.withCredentials = false;
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Content-Type', 'message/rfc822');
    if (authorization !== null) request.setRequestHeader('Authorization', authorization);
    request.send(octets as Uint8Array<ArrayBuffer>);
  });
}

function aborted(): DOMException {
  return new DOMException('', 'AbortError');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
