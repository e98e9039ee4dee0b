import type {
  Bytes,
  Certificate,
  CertificateReport,
  CheckOptions,
  EncryptOptions,
  Engine,
  Key,
  OpenedMessage,
  OpenOptions,
  Pkcs12Info,
  SeparateMessage,
  SignOptions,
} from '../contract.ts';
import type { Outcome } from '../host/border.ts';
import type { Arguments, OperationName } from '../protocol.ts';
import { type Language, languages } from '../texts/index.ts';
import { choice, flag, octets, optionsOf, text } from './arguments.ts';
import { Failure } from './failure.ts';
import { generationOf, handleOf } from './handles.ts';
import { array, base64, mismatch, readJson } from './json.ts';
import { attentionOf, NO_ATTENTION } from './operation.ts';
import {
  checkArguments,
  encryptArguments,
  openArguments,
  refuseHiddenRecipients,
  signArguments,
} from './options.ts';
import {
  certificate,
  certificateReport,
  keys,
  openedMessage,
  pkcs12Info,
  type Speech,
} from './reports.ts';
import type { Sessions, Task } from './sessions.ts';
import { failedVerdict } from './verdict.ts';

/** The contract's engine, in front of the worker that does the work. */
export class WorkerEngine implements Engine {
  readonly version: string;
  readonly #sessions: Sessions;
  #language: Language;
  readonly #speech = (): Language => this.#language;

  constructor(version: string, sessions: Sessions, language: Language) {
    this.version = version;
    this.#sessions = sessions;
    this.#language = language;
  }

  get language(): Language {
    return this.#language;
  }

  set language(next: Language) {
    this.#language = choice('language', next ?? null, languages) ?? this.#language;
  }

  async inspectPkcs12(p12: Bytes): Promise<Pkcs12Info> {
    return this.#run(() => {
      const file = octets('p12', p12);
      return task('inspectPkcs12', () => ({ p12: file() }), report(pkcs12Info(this.#speech)));
    });
  }

  async unlock(
    p12: Bytes,
    passphrase: string,
    insecure?: { acceptClearKeys?: boolean; acceptMissingMac?: boolean },
  ): Promise<Key[]> {
    return this.#run(() => {
      const file = octets('p12', p12);
      const accepted = optionsOf('insecure', insecure);
      const given = {
        passphrase: text('passphrase', passphrase),
        acceptClearKeys: flag('insecure.acceptClearKeys', accepted.acceptClearKeys),
        acceptMissingMac: flag('insecure.acceptMissingMac', accepted.acceptMissingMac),
      };
      return {
        ...task('unlock', () => ({ p12: file(), ...given }), keyReport),
        bringsSecrets: true,
        mayUseKeys: true,
        repeatable: false,
        usedKeys: (result) => result !== undefined,
      };
    });
  }

  async reprotectPkcs12(
    p12: Bytes,
    passphrase: string,
    newPassphrase: string,
    options?: { compatible?: boolean },
  ): Promise<Bytes> {
    return this.#run(() => {
      const file = octets('p12', p12);
      const { compatible } = optionsOf('options', options);
      const given = {
        passphrase: text('passphrase', passphrase),
        newPassphrase: text('newPassphrase', newPassphrase),
        compatible: flag('options.compatible', compatible),
      };
      return {
        ...task('reprotectPkcs12', () => ({ p12: file(), ...given }), onlyPart),
        bringsSecrets: true,
        repeatable: false,
        mayUseKeys: true,
      };
    });
  }

  async keys(): Promise<Key[]> {
    this.#sessions.assertOpen();
    const generation = this.#sessions.unlocked;
    if (generation === undefined) return [];
    try {
      return await this.#run(() => ({ ...task('keys', () => ({}), keyReport), generation }));
    } catch (error) {
      if (error instanceof Failure && error.code === 'key-locked') return [];
      throw error;
    }
  }

  async lock(): Promise<void> {
    this.#sessions.assertOpen();
    await this.#sessions.lock();
  }

  locksAt(): Date | null {
    this.#sessions.assertOpen();
    const at = this.#sessions.locksAt;
    return at === undefined ? null : new Date(at);
  }

  async readCertificates(bytes: Bytes): Promise<Certificate[]> {
    return this.#run(() => {
      const source = octets('bytes', bytes);
      return task('readCertificates', () => ({ bytes: source() }), report(array(certificate)));
    });
  }

  async checkCertificate(der: Bytes, given?: CheckOptions): Promise<CertificateReport> {
    return this.#run(() => {
      const options = optionsOf('options', given);
      const source = octets('certificate', der);
      const checking = checkArguments(options);
      const args = () => ({ certificate: source(), ...checking() });
      return {
        ...task('checkCertificate', args, report(certificateReport(this.#speech))),
        attention: attentionOf(options),
      };
    });
  }

  async sign(message: Bytes, options: SignOptions): Promise<Bytes> {
    return this.#run(() => {
      const source = octets('message', message);
      const signing = signArguments(options);
      return {
        ...task('sign', () => ({ message: source(), ...signing }), onlyPart),
        ...usingKey(options),
      };
    });
  }

  async encrypt(message: Bytes, options: EncryptOptions): Promise<Bytes> {
    return this.#run(() => {
      const args = encryption(message, options);
      refuseHiddenRecipients(options);
      return { ...task('encrypt', args, onlyPart), attention: attentionOf(options) };
    });
  }

  async encryptSeparately(message: Bytes, options: EncryptOptions): Promise<SeparateMessage[]> {
    return this.#run(() => ({
      ...task('encryptSeparately', encryption(message, options), separateMessages),
      attention: attentionOf(options),
    }));
  }

  async signAndEncrypt(message: Bytes, options: SignOptions & EncryptOptions): Promise<Bytes> {
    return this.#run(() => {
      const args = signatureAndEncryption(message, options);
      refuseHiddenRecipients(options);
      return { ...task('signAndEncrypt', args, onlyPart), ...usingKey(options) };
    });
  }

  async signAndEncryptSeparately(
    message: Bytes,
    options: SignOptions & EncryptOptions,
  ): Promise<SeparateMessage[]> {
    return this.#run(() => ({
      ...task(
        'signAndEncryptSeparately',
        signatureAndEncryption(message, options),
        separateMessages,
      ),
      ...usingKey(options),
    }));
  }

  async open(message: Bytes, given?: OpenOptions): Promise<OpenedMessage> {
    try {
      return await this.#run(() => {
        const options = optionsOf('options', given);
        const source = octets('message', message);
        const opening = openArguments(options);
        return {
          ...task('open', () => ({ message: source(), ...opening() }), readOpened(this.#speech)),
          attention: attentionOf(options),
          mayUseKeys: true,
          usedKeys: (result) =>
            result === undefined ||
            typeof result.encryption?.key === 'string' ||
            result.status.code === 'decryption-failed',
        };
      });
    } catch (error) {
      // A message that breaks the engine is a bad message, and those end in a verdict.
      if (error instanceof Failure && error.code === 'internal-error')
        return failedVerdict(this.#speech);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#sessions.assertOpen();
    await this.#sessions.close();
  }

  async #run<O extends OperationName, T>(prepare: () => Task<O, T>): Promise<T> {
    this.#sessions.assertOpen();
    return this.#sessions.run(prepare());
  }
}

/** An operation that has to do with no key, until more is said. */
function task<O extends OperationName, T>(
  operation: O,
  args: () => Arguments<O>,
  read: Task<O, T>['read'],
): Task<O, T> {
  return {
    operation,
    args,
    read,
    attention: NO_ATTENTION,
    bringsSecrets: false,
    mayUseKeys: false,
    repeatable: true,
    usedKeys: () => false,
  };
}

function encryption(message: Bytes, options: EncryptOptions): () => Arguments<'encrypt'> {
  const source = octets('message', message);
  const encrypting = encryptArguments(options);
  return () => ({ message: source(), ...encrypting(), at: Date.now() });
}

function signatureAndEncryption(
  message: Bytes,
  options: SignOptions & EncryptOptions,
): () => Arguments<'signAndEncrypt'> {
  const source = octets('message', message);
  const signing = signArguments(options);
  const encrypting = encryptArguments(options);
  return () => ({ message: source(), ...signing, ...encrypting() });
}

function usingKey(options: SignOptions) {
  return {
    attention: attentionOf(options),
    generation: generationOf(options.key),
    mayUseKeys: true,
    repeatable: false,
    usedKeys: () => true,
  };
}

function report<T>(reader: (value: unknown) => T): (outcome: Outcome) => T {
  return (outcome) => readJson(outcome.report, reader);
}

function keyReport(outcome: Outcome, generation: number): Key[] {
  return readJson(outcome.report, keys(handleOf(generation)));
}

function readOpened(language: Speech): Task<'open', OpenedMessage>['read'] {
  return (outcome, generation) => {
    const opened = readJson(outcome.report, openedMessage(language, handleOf(generation)));
    return Object.freeze({ ...opened, content: outcome.parts[0] ?? null });
  };
}

function separateMessages({ report: json, parts }: Outcome): SeparateMessage[] {
  const recipients = readJson(json, array(array(base64)));
  if (recipients.length !== parts.length) throw mismatch('one part for each message');
  return parts.map((message, i) => Object.freeze({ recipients: recipients[i] ?? [], message }));
}

function onlyPart(outcome: Outcome): Bytes {
  const [part] = outcome.parts;
  if (part === undefined) throw new Failure('internal-error', 'the engine gave no result');
  return part;
}
