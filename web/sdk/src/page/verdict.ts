import type { OpenedMessage } from '../contract.ts';
import { type Language, renderAll } from '../texts/index.ts';

/** Of a message at which the engine broke: red, and nothing of it shown. */
export function failedVerdict(language: Language): OpenedMessage {
  return Object.freeze({
    layers: Object.freeze([]) as never[],
    status: Object.freeze({
      colour: 'red',
      code: 'internal-error',
      message: renderAll(language, [
        { key: 'status.internal-error' },
        { key: 'status.treat-as-unsigned' },
      ]),
    }),
    content: null,
    signature: null,
    encryption: null,
    inner: Object.freeze({ signed: 0, encrypted: 0 }),
  } as const);
}
