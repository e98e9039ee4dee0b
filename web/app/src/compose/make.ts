import type { Certificate, EncryptOptions, Engine, Key, Operation } from '@signet/smime';
import { certificatesFor } from '../certificates/choice.ts';
import { writeMessage, type Draft } from './mime-writer.ts';

/** What is to be done with a draft. Null for `sign`, or for `encrypt`, is the author's choice to go without. */
export interface Protection {
  readonly sign: Key | null;
  readonly encrypt: Encryption | null;
}

export interface Encryption {
  /** To read the copy that is kept. */
  readonly own: Certificate | null;
  /** The certificates that a recipient's may be found among. */
  readonly known: readonly Certificate[];
  /** What recipients have said to read: OIDs by fingerprint. */
  readonly capabilities: Record<string, string[]>;
}

/** Recipients without a certificate; nothing was made. */
export class MissingCertificates extends Error {
  override readonly name = 'MissingCertificates';
  readonly addresses: readonly string[];

  constructor(addresses: readonly string[]) {
    super('recipients without a certificate');
    this.addresses = addresses;
  }
}

/**
 * Makes the message, or nothing at all: a protection that was chosen and cannot be given ends in an error.
 *
 * @throws {MissingCertificates} before anything is signed or encrypted
 * @throws {SmimeError} whatever the engine says
 */
export async function make(
  engine: Engine,
  draft: Draft,
  protection: Protection,
  operation: Operation,
): Promise<Uint8Array> {
  const now = new Date();
  const encryption = protection.encrypt === null ? null : options(draft, protection.encrypt, now);
  const message = writeMessage(draft, { date: now, unique: unique() });
  if (encryption === null) {
    return protection.sign === null
      ? message
      : engine.sign(message, { ...operation, key: protection.sign });
  }
  return protection.sign === null
    ? engine.encrypt(message, { ...operation, ...encryption })
    : engine.signAndEncrypt(message, { ...operation, ...encryption, key: protection.sign });
}

function options(draft: Draft, { own, known, capabilities }: Encryption, at: Date): EncryptOptions {
  const addresses = [...draft.to, ...draft.cc].map((mailbox) => mailbox.address);
  const { found, missing } = certificatesFor(addresses, known, at);
  if (missing.length > 0) throw new MissingCertificates([...new Set(missing)]);
  const recipients = found.map((certificate) => certificate.der);
  return own === null
    ? { recipients, capabilities }
    : { recipients, capabilities, alsoFor: { certificate: own } };
}

function unique(): string {
  const octets = crypto.getRandomValues(new Uint8Array(16));
  return [...octets].map((octet) => octet.toString(16).padStart(2, '0')).join('');
}

/** A file's name out of a subject. */
export function fileNameFor(subject: string): string {
  const name = subject
    .replace(/[^\p{L}\p{N}._-]+/gu, ' ')
    .trim()
    .slice(0, 80)
    .replace(/^[. ]+|[. ]+$/g, '');
  return `${name === '' ? 'message' : name}.eml`;
}
