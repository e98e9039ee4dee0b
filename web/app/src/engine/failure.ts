import type { SmimeError } from '@signet/smime';
import { HttpError, NetworkError } from '../session/api.ts';
import { texts } from '../texts.ts';

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

/** What went wrong, for a person. */
export function failureOf(error: unknown): Failure {
  if (isSmimeError(error)) {
    const facts = Object.values(error.details).join(', ');
    const said = texts.smimeErrors[error.code] ?? error.message;
    const named =
      error.code === 'unsupported-algorithm' ||
      error.code === 'refused-parameters' ||
      error.code === 'recipient-unusable';
    return { code: error.code, text: named && facts !== '' ? `${said} (${facts})` : said };
  }
  if (error instanceof HttpError) {
    const said = texts.httpErrors[error.status] ?? texts.httpError(error.status);
    return {
      code: `http-${error.status}`,
      text: error.message === '' ? said : `${said} ${error.message}`,
    };
  }
  if (error instanceof NetworkError) return { code: 'network', text: texts.noNetwork };
  return { code: 'internal-error', text: texts.unexpected };
}
