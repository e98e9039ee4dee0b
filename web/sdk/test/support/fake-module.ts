import type {
  Bytes,
  EncryptArguments,
  EngineModule,
  HostFunctions,
  OpenArguments,
  Outcome,
  Refusal,
  Settings,
  SignArguments,
} from '../../src/host/border.ts';

export const refusal = (code: string, details: Record<string, string> = {}): Refusal => ({
  code,
  message: `refused: ${code}`,
  details,
});

const ofText = (text: string): Bytes => new TextEncoder().encode(text);
const toText = (octets: Uint8Array): string => new TextDecoder('latin1').decode(octets);

export const CERTIFICATE = {
  der: 'MAA=',
  subject: 'CN=Alice',
  issuer: 'CN=Authority',
  serialNumber: '0a',
  notBefore: 1_700_000_000_000,
  notAfter: 1_800_000_000_000,
  emailAddresses: ['alice@example.org'],
  keyAlgorithm: 'RSA',
  keyBits: 2048,
  keyUsage: ['digitalSignature'],
  extendedKeyUsage: null,
  isCa: false,
  fingerprints: { sha256: 'aa', sha1: 'bb' },
};

/** What is less is not worth telling of. */
export const MEGABYTE = 1 << 20;

/**
 * Stands for the Wasm module. What it is given says what it does: a message `encrypted` is opened
 * with the key, `slow` reports progress until it is aborted, `silent` never ends, `trap` breaks it,
 * `ask one two; three` asks the first two responders at once, and then the third.
 */
export class FakeModule implements EngineModule {
  readonly version = '0.1.0-fake';
  readonly host: HostFunctions;
  settings: Settings | undefined;
  readonly calls: { name: string; args: unknown }[] = [];
  /** What responders said, as text; `no way` where there is none to them. */
  readonly answers: (string | null)[] = [];
  #keys: string[] = [];

  constructor(host: HostFunctions) {
    this.host = host;
  }

  /** How often it was made ready beforehand. */
  prepared = 0;

  prepare = (): Promise<void> => {
    this.prepared++;
    return this.prepared === 1 ? Promise.reject(refusal('engine-unavailable')) : Promise.resolve();
  };

  configure(settings: Settings): void {
    if (settings.trustAnchors.some((anchor) => toText(anchor) === 'garbage')) {
      throw refusal('not-a-certificate');
    }
    this.settings = settings;
  }

  inspectPkcs12(args: { operation: number; p12: Bytes }): Promise<Outcome> {
    return this.#perform('inspectPkcs12', args, args.p12, () => ({
      mac: { algorithm: 'HMAC-SHA-256', iterations: 2048 },
      encryption: [{ algorithm: 'AES-256-CBC', kdf: 'PBKDF2', iterations: 2048, scope: 'key' }],
      everyKeyEncrypted: true,
      certificates: [CERTIFICATE],
      weaknesses: [],
    }));
  }

  unlock(args: { operation: number; p12: Bytes; passphrase: string }): Promise<Outcome> {
    return this.#perform('unlock', args, args.p12, () => {
      if (args.passphrase !== 'secret') throw refusal('wrong-passphrase');
      this.#keys = ['1'];
      return this.#reportKeys();
    });
  }

  reprotectPkcs12(args: { operation: number; p12: Bytes; compatible: boolean }): Promise<Outcome> {
    const file = ofText(args.compatible ? 'new file for all' : 'new file');
    return this.#perform('reprotectPkcs12', args, args.p12, () => null, [file]);
  }

  keys(): Promise<Outcome> {
    return this.#perform('keys', { operation: 0 }, new Uint8Array(0), () => this.#reportKeys());
  }

  readCertificates(args: { operation: number; bytes: Bytes }): Promise<Outcome> {
    return this.#perform('readCertificates', args, args.bytes, () => [CERTIFICATE]);
  }

  checkCertificate(args: { operation: number; certificate: Bytes }): Promise<Outcome> {
    return this.#perform('checkCertificate', args, args.certificate, () => certificateReport);
  }

  sign(args: SignArguments): Promise<Outcome> {
    return this.#perform('sign', args, args.message, () => this.#requireKey(args.key), [
      ofText(`signed ${toText(args.message)}`),
    ]);
  }

  encrypt(args: { operation: number; message: Bytes }): Promise<Outcome> {
    return this.#perform('encrypt', args, args.message, () => null, [ofText('encrypted')]);
  }

  encryptSeparately(args: EncryptArguments): Promise<Outcome> {
    return this.#separately('encryptSeparately', args);
  }

  signAndEncryptSeparately(args: SignArguments & EncryptArguments): Promise<Outcome> {
    this.#requireKey(args.key);
    return this.#separately('signAndEncryptSeparately', args);
  }

  /** One message for the open recipients, one for each hidden one. */
  #separately(name: string, args: EncryptArguments): Promise<Outcome> {
    const groups = [args.recipients, ...args.hiddenRecipients.map((hidden) => [hidden])];
    const report = () =>
      groups.map((group) => group.map((der) => Buffer.from(der).toString('base64')));
    const parts = groups.map((group) => ofText(`for ${group.map(toText).join(' and ')}`));
    return this.#perform(name, args, args.message, report, parts);
  }

  signAndEncrypt(args: SignArguments & { recipients: Bytes[] }): Promise<Outcome> {
    return this.#perform('signAndEncrypt', args, args.message, () => this.#requireKey(args.key), [
      ofText('signed and encrypted'),
    ]);
  }

  open(args: OpenArguments): Promise<Outcome> {
    const encrypted = toText(args.message).startsWith('encrypted');
    const locked = encrypted && this.#keys.length === 0;
    // A range of the message, as the engine gives it.
    const content = locked ? [] : [args.message.subarray(1)];
    const report = () =>
      opened(locked ? 'locked' : encrypted ? 'decrypted' : 'unsigned', encrypted);
    return this.#perform('open', args, args.message, report, content);
  }

  async #perform(
    name: string,
    args: { operation: number },
    input: Bytes,
    report: () => unknown,
    parts: Bytes[] = [],
  ): Promise<Outcome> {
    this.calls.push({ name, args });
    const wish = toText(input);
    if (wish === 'silent') await new Promise<never>(() => {});
    if (wish === 'trap') throw new WebAssembly.RuntimeError('unreachable');
    if (wish === 'nonsense') return { report: '{"what":1}', parts: [] };
    if (wish === 'unknown code') throw refusal('no-such-code');
    if (wish === 'defect') throw refusal('internal-error');
    if (wish === 'oid') throw refusal('unsupported-algorithm', { oid: '1.2.3' });
    const rounds = wish.startsWith('ask ') ? wish.slice(4).split('; ') : [];
    for (const round of rounds) {
      await Promise.all(round.split(' ').map((responder) => this.#ask(args.operation, responder)));
    }
    const steps = wish === 'slow' ? Infinity : wish.endsWith('steps') ? 3 : 0;
    for (let i = 1; i <= steps; i++) {
      await this.host.progress(args.operation, i * MEGABYTE, 3 * MEGABYTE);
    }
    return { report: JSON.stringify(report()), parts };
  }

  async #ask(operation: number, responder: string): Promise<void> {
    // A range of something larger, which must not get to the page.
    const request = ofText(`--about ${responder}--`).subarray(2, -2);
    const answer = this.host.askResponder(operation, responder, request);
    if (answer === null) {
      this.answers.push('no way');
      return;
    }
    const octets = await answer;
    this.answers.push(octets === null ? null : toText(octets));
  }

  #requireKey(key: string): null {
    if (!this.#keys.includes(key)) throw refusal('key-locked');
    return null;
  }

  #reportKeys(): unknown {
    return this.#keys.map((id) => ({
      id,
      certificate: CERTIFICATE,
      chain: [CERTIFICATE],
      canSign: true,
      canDecrypt: true,
      friendlyName: 'Alice',
    }));
  }
}

const certificateReport = {
  certificate: CERTIFICATE,
  trusted: false,
  chain: [],
  revocation: 'not-checked',
  revokedAt: null,
  problems: [{ code: 'untrusted', at: null, detail: null }],
  advice: [{ code: 'key-kind', at: 0 }],
};

const countersigner = {
  valid: false,
  fault: 'tampered',
  certificate: null,
  digest: 'SHA-256',
  algorithm: 'ECDSA',
  signingTime: 1_750_000_000_000,
  countersigners: [],
};

function opened(code: string, encrypted: boolean): unknown {
  return {
    layers: encrypted ? [{ type: 'encrypted', form: 'enveloped' }] : [],
    status: {
      colour: 'none',
      code,
      texts: [{ key: `status.${code}`, address: null, detail: null }],
    },
    signature: encrypted
      ? null
      : {
          signers: [
            {
              status: {
                colour: 'red',
                code: 'address-mismatch',
                texts: [
                  { key: 'status.address-mismatch', address: 'eve@example.org', detail: null },
                  { key: 'status.treat-as-unsigned', address: null, detail: null },
                ],
              },
              certificate: certificateReport,
              digest: 'SHA-256',
              algorithm: 'RSA',
              signingTime: 1_750_000_000_000,
              matchedAddress: null,
              capabilities: ['2.16.840.1.101.3.4.1.46'],
              encryption: {
                certificate: certificateReport,
                address: 'alice@example.org',
                decision: 'not-trusted',
                replaces: null,
              },
              countersigners: [countersigner],
            },
          ],
        },
    inner: { signed: 0, encrypted: 0 },
    encryption: encrypted
      ? {
          contentCipher: 'AES-256-CBC',
          authenticated: false,
          keyTransport: 'RSA',
          recipients: 1,
          recipientIds: [
            { issuer: 'CN=Authority', serialNumber: '0a', subjectKeyIdentifier: null },
          ],
          key: code === 'decrypted' ? '1' : null,
        }
      : null,
  };
}
