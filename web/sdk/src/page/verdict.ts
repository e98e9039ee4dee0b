import type { OpenedMessage } from '../contract.ts';
import { renderAll } from '../texts/index.ts';
import type { Speech } from './reports.ts';

/** Of a message at which the engine broke: red, and nothing of it shown. */
export function failedVerdict(language: Speech): OpenedMessage {
  return Object.freeze({
    layers: Object.freeze([]) as never[],
    status: Object.freeze({
      colour: 'red',
      code: 'internal-error',
      get message() {
        return renderAll(language(), [
          { key: 'status.internal-error' },
          { key: 'status.treat-as-unsigned' },
        ]);
      },
    }),
    content: null,
    signature: null,
    encryption: null,
    inner: Object.freeze({ signed: 0, encrypted: 0 }),
  } as const);
}
