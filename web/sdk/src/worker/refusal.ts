import type { Refusal } from '../host/border.ts';

/** What the module is told where the caller has given up. */
export const givenUp = (): Refusal => ({
  code: 'aborted',
  message: 'the caller gave up',
  details: {},
});

/* What is no refusal of the engine is a trap, lack of memory or a defect: the module is lost. */
export function isRefusal(error: unknown): error is Refusal {
  return (
    typeof error === 'object' &&
    error !== null &&
    !(error instanceof Error) &&
    'code' in error &&
    typeof error.code === 'string' &&
    'message' in error &&
    typeof error.message === 'string'
  );
}
