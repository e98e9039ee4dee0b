import type { SmimeError, SmimeErrorCode } from '../contract.ts';
import type { Refusal } from '../host/border.ts';

/** Every code of the contract; the type makes an omission an error of compilation. */
const CODES: Record<SmimeErrorCode, true> = {
  'wrong-passphrase': true,
  'not-pkcs12': true,
  'damaged-pkcs12': true,
  'no-private-key': true,
  'no-certificate': true,
  'unprotected-key': true,
  'unauthenticated-pkcs12': true,
  'refused-parameters': true,
  'passphrase-characters': true,
  'not-a-certificate': true,
  'recipient-unusable': true,
  'key-unusable': true,
  'key-locked': true,
  'unsupported-algorithm': true,
  'malformed-message': true,
  'too-large': true,
  aborted: true,
  'no-randomness': true,
  'engine-unavailable': true,
  'engine-closed': true,
  'internal-error': true,
};

/** The only error that leaves the SDK. */
export class Failure extends Error implements SmimeError {
  override readonly name = 'SmimeError';
  readonly code: SmimeErrorCode;
  readonly details: Readonly<Record<string, string>>;

  constructor(code: SmimeErrorCode, message: string, details: Record<string, string> = {}) {
    super(message);
    this.code = code;
    this.details = Object.freeze({ ...details });
  }

  /** What the engine refused; a code that the contract does not know is a defect of the engine. */
  static from({ code, message, details }: Refusal): Failure {
    if (!Object.hasOwn(CODES, code)) {
      return new Failure('internal-error', 'the engine gave an unknown code', { code });
    }
    return new Failure(code as SmimeErrorCode, message, details);
  }
}

export const aborted = (): Failure => new Failure('aborted', 'the caller gave up');

export const closed = (): Failure => new Failure('engine-closed', 'the engine was closed');

export const keyLocked = (): Failure =>
  new Failure('key-locked', 'the key is not unlocked: unlock its file first');

export const broken = (cause: string): Failure =>
  new Failure('internal-error', 'the engine failed and was ended; keys must be unlocked again', {
    cause,
  });

export const unavailable = (cause: string): Failure =>
  new Failure('engine-unavailable', 'the engine could not be started', { cause });

/** An argument of the wrong type or out of range. */
export const badArgument = (argument: string, expected: string): Failure =>
  new Failure('refused-parameters', `${argument} must be ${expected}`, { argument, expected });

/** An option of the contract, or a value of one, that this engine does not have. */
export const unsupportedOption = (option: string): Failure =>
  new Failure('unsupported-algorithm', `the option ${option} is not supported`, { option });
