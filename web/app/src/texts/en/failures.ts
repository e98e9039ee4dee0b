import type { SmimeErrorCode } from '@signet/smime';

const smimeErrors: Record<SmimeErrorCode, string> & Partial<Record<string, string>> = {
  'wrong-passphrase': 'Unable to decrypt: the passphrase is not the one of this file.',
  'not-pkcs12': 'This file is not a PKCS#12 file (.p12, .pfx).',
  'damaged-pkcs12': 'This PKCS#12 file is damaged. Export it again.',
  'no-private-key': 'This file holds no private key.',
  'no-certificate': 'This file holds a private key, but no certificate that belongs to it.',
  'unprotected-key':
    'This file holds a private key without protection. Export it again with a passphrase.',
  'unauthenticated-pkcs12':
    'This file has no integrity check (MAC), so a change to it would not be noticed. Export it again with one.',
  'refused-parameters': 'This file asks for parameters that no honest file has.',
  'passphrase-characters':
    'Only printable ASCII characters are allowed in a new passphrase: letters, digits, space and signs such as ! # % @.',
  'not-a-certificate': 'This file holds no certificate.',
  'recipient-unusable': 'A recipient’s certificate cannot be used for encryption.',
  'key-unusable': 'This key cannot be used for that.',
  'key-locked': 'The key has been locked meanwhile. Unlock it and try again.',
  'unsupported-algorithm': 'An algorithm in use is not supported.',
  'malformed-message': 'The message is not well-formed.',
  'too-large': 'This is too large.',
  aborted: 'Cancelled.',
  'no-randomness': 'The browser gives no random numbers, so nothing can be encrypted or signed.',
  'engine-unavailable':
    'The S/MIME engine could not be started. A current browser with WebAssembly GC is needed.',
  'engine-closed': 'The S/MIME engine has ended. Reload the page.',
  'internal-error': 'Something unexpected happened in the S/MIME engine.',
};

type Named = 401 | 403 | 404 | 412 | 413 | 415 | 422 | 429 | 507;

const httpErrors: Record<Named, string> & Partial<Record<number, string>> = {
  401: 'You are no longer signed in.',
  403: 'The server refused this.',
  404: 'The server does not have it any more.',
  412: 'It was changed on another way meanwhile. Reload the page.',
  413: 'The file is larger than the server allows.',
  415: 'The server does not take this kind of file.',
  422: 'The server refused the file: every private key in it must be encrypted.',
  429: 'Too many attempts. Wait before the next one.',
  507: 'There is no room for more key files. Remove one first.',
};

/** What went wrong, by its code. */
export const failures = {
  noNetwork: 'The server cannot be reached.',
  unexpected: 'Something unexpected happened.',
  httpError: (status: number): string => `The server answered with an error (${status}).`,
  smimeErrors,
  httpErrors,
};
