import type { OpenedMessage } from '../contract.ts';

/** Of a message at which the engine broke: red, and nothing of it shown. */
export function failedVerdict(): OpenedMessage {
  return Object.freeze({
    layers: Object.freeze([]) as never[],
    status: Object.freeze({
      colour: 'red',
      code: 'internal-error',
      message:
        'The message could not be checked because of an internal error. ' +
        'Treat this message as unsigned.',
    }),
    content: null,
    signature: null,
    encryption: null,
    inner: Object.freeze({ signed: 0, encrypted: 0 }),
  } as const);
}
