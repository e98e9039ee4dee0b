/** A few assertions for a page, where no test runner is. */

/** Throws where it does not hold; may tell what was measured. */
export type Check = () => Promise<string | void>;

export function equal(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`expected ${b}, was ${a}`);
}

export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** The code of the SmimeError that the call rejects with. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
  } catch (error) {
    if (error instanceof Error && error.name === 'SmimeError' && 'code' in error) {
      return String(error.code);
    }
    throw error;
  }
  throw new Error('the call did not reject');
}
