import type {
  Certificate,
  EncryptOptions,
  Engine,
  Key,
  Operation,
  SeparateMessage,
} from '@signet/smime';
import { sameAddress } from '../certificates/address.ts';
import { certificateFor, certificatesFor } from '../certificates/choice.ts';
import type { Mailbox } from '../mail/summary.ts';
import { recipientsOf } from './draft.ts';
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

/** One of the messages that a draft becomes; most become one. */
export interface Outgoing {
  readonly message: Uint8Array;
  /** Whom it goes to, whatever its header says. Empty: it is the author's own copy and goes to nobody. */
  readonly to: readonly string[];
  /** It is the copy of one hidden recipient, which the author neither needs nor can read. */
  readonly hidden: boolean;
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
 * Makes the message, or nothing at all: a protection that was chosen and cannot be given ends in an error. Encrypted mail
 * would name hidden recipients to all others, so each of them gets a message that is encrypted to nobody else.
 *
 * @throws {MissingCertificates} before anything is signed or encrypted
 * @throws {SmimeError} whatever the engine says
 */
export async function make(
  engine: Engine,
  draft: Draft,
  protection: Protection,
  operation: Operation,
): Promise<Outgoing[]> {
  const now = new Date();
  const { sign, encrypt } = protection;
  const encryption = encrypt === null ? null : options(draft, encrypt, now);
  const message = writeMessage(draft, { date: now, unique: unique() });
  const everybody = recipientsOf(draft);
  const only = (octets: Uint8Array): Outgoing[] => [
    { message: octets, to: everybody, hidden: false },
  ];
  if (encrypt === null || encryption === null)
    return only(sign === null ? message : await engine.sign(message, { ...operation, key: sign }));
  const all = { ...operation, ...encryption };
  if (all.hiddenRecipients === undefined) {
    return only(
      sign === null
        ? await engine.encrypt(message, all)
        : await engine.signAndEncrypt(message, { ...all, key: sign }),
    );
  }
  const separate =
    sign === null
      ? await engine.encryptSeparately(message, all)
      : await engine.signAndEncryptSeparately(message, { ...all, key: sign });
  return addressed(draft, encrypt, separate, now);
}

function options(draft: Draft, { own, known, capabilities }: Encryption, at: Date): EncryptOptions {
  const ders = (mailboxes: readonly Mailbox[]): Uint8Array[] =>
    certificatesFor(
      mailboxes.map((mailbox) => mailbox.address),
      known,
      at,
    ).found.map((certificate) => certificate.der);
  const { missing } = certificatesFor(recipientsOf(draft), known, at);
  if (missing.length > 0) throw new MissingCertificates([...new Set(missing)]);
  return {
    recipients: ders([...draft.to, ...draft.cc]),
    capabilities,
    ...(own === null ? {} : { alsoFor: { certificate: own } }),
    ...(draft.bcc.length === 0 ? {} : { hiddenRecipients: ders(draft.bcc) }),
  };
}

/** Whom each message goes to: those who can open it. */
function addressed(
  draft: Draft,
  { own, known }: Encryption,
  messages: readonly SeparateMessage[],
  at: Date,
): Outgoing[] {
  const opens = (message: SeparateMessage, { address }: Mailbox): boolean => {
    const der = certificateFor(address, known, at)?.der;
    return der !== undefined && message.recipients.some((other) => sameOctets(other, der));
  };
  const open = [...draft.to, ...draft.cc];
  const left = [...draft.bcc].filter(
    (one) => !open.some((other) => sameAddress(other.address, one.address)),
  );
  // The open one comes first, where there is one.
  const hasOpen = open.length > 0 || own !== null;
  const outgoing = messages.map((message, index): Outgoing => {
    const isOpen = hasOpen && index === 0;
    const hidden = left.filter((mailbox) => opens(message, mailbox));
    for (const mailbox of hidden) left.splice(left.indexOf(mailbox), 1);
    const addresses = [...(isOpen ? open : []), ...hidden].map((mailbox) => mailbox.address);
    return { message: message.message, to: [...new Set(addresses)], hidden: !isOpen };
  });
  const [nobody] = left;
  if (nobody !== undefined)
    throw new RangeError('a hidden recipient can open none of the messages');
  return outgoing;
}

export function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((octet, index) => octet === other[index]);
}

/** 32 hexadecimal digits. */
export function unique(): string {
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
