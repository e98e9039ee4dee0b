import type { Certificate, Engine, Key, Operation } from '@signet/smime';
import { certificatesFor } from '../certificates/choice.ts';
import { writeMessage, type Draft } from './mime-writer.ts';

/** What is to be done with a draft. Null for `sign`, or for `encrypt`, is the author's choice to go without. */
export interface Protection {
  readonly sign: Key | null;
  readonly encrypt: {
    readonly own: Certificate | null;
    readonly known: readonly Certificate[];
  } | null;
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
  const recipients =
    protection.encrypt === null ? [] : recipientsOf(draft, protection.encrypt, now);
  const message = writeMessage(draft, { date: now, unique: unique() });
  if (protection.encrypt === null) {
    return protection.sign === null
      ? message
      : engine.sign(message, { ...operation, key: protection.sign });
  }
  return protection.sign === null
    ? engine.encrypt(message, { ...operation, recipients })
    : engine.signAndEncrypt(message, { ...operation, key: protection.sign, recipients });
}

function recipientsOf(
  draft: Draft,
  encrypt: { readonly own: Certificate | null; readonly known: readonly Certificate[] },
  at: Date,
): Uint8Array[] {
  const addresses = [...draft.to, ...draft.cc].map((mailbox) => mailbox.address);
  const { found, missing } = certificatesFor(addresses, encrypt.known, at);
  if (missing.length > 0) throw new MissingCertificates([...new Set(missing)]);
  // The author can read the copy that is kept.
  const all = encrypt.own === null ? found : [...found, encrypt.own];
  return [
    ...new Map(
      all.map((certificate) => [certificate.fingerprints.sha256, certificate.der]),
    ).values(),
  ];
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
