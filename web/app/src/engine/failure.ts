import { language } from '@signet/elements';
import type { SmimeError } from '@signet/smime';
import { mailFailureOf } from '../mail/jmap/failure.ts';
import { HttpError, NetworkError } from '../session/api.ts';
import { texts } from '../texts/index.ts';

/** A failure in words, and the code by which a program tells it from others. */
export interface Failure {
  readonly code: string;
  readonly text: string;
}

export function isSmimeError(error: unknown): error is SmimeError {
  return error instanceof Error && error.name === 'SmimeError' && 'code' in error;
}

export function wasAborted(error: unknown): boolean {
  return isSmimeError(error)
    ? error.code === 'aborted'
    : error instanceof DOMException && error.name === 'AbortError';
}

/** What went wrong, for a person: in the language of the moment at which it is read. */
export function failureOf(error: unknown): Failure {
  const ofMail = mailFailureOf(error);
  if (ofMail !== null) return ofMail;
  return {
    code: codeOf(error),
    get text() {
      return textOf(error);
    },
  };
}

function codeOf(error: unknown): string {
  if (isSmimeError(error)) return error.code;
  if (error instanceof HttpError) return `http-${error.status}`;
  return error instanceof NetworkError ? 'network' : 'internal-error';
}

function textOf(error: unknown): string {
  if (isSmimeError(error)) {
    const facts = Object.values(error.details).join(', ');
    const said = texts.smimeErrors[error.code] ?? error.message;
    const named =
      error.code === 'unsupported-algorithm' ||
      error.code === 'refused-parameters' ||
      error.code === 'recipient-unusable';
    return named && facts !== '' ? `${said} (${facts})` : said;
  }
  if (error instanceof HttpError) {
    const said = texts.httpErrors[error.status] ?? texts.httpError(error.status);
    // The server speaks English alone; in other languages its reason would stand there as a foreign body.
    const named = error.status in texts.httpErrors;
    return error.message === '' || (named && language() !== 'en')
      ? said
      : `${said} ${error.message}`;
  }
  return error instanceof NetworkError ? texts.noNetwork : texts.unexpected;
}
