import PostalMime, { addressParser, type Address, type Email } from 'postal-mime';
import { kindOf, type SmimeKind } from './smime-kind.ts';

export interface Mailbox {
  /** Empty where there is none. */
  readonly name: string;
  readonly address: string;
}

/** What a list shows of a mail, from the outer message. Nothing of it is verified. */
export interface MailSummary {
  readonly from: readonly Mailbox[];
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** Null where the field is missing or no date. */
  readonly date: Date | null;
  readonly messageId: string;
  readonly references: string;
  readonly smime: SmimeKind;
}

/** Header fields longer than this are not a header. */
const longestHeader = 1_000_000;

/** The header block of a message with the empty line after it, and where the body begins. */
export function headerBlock(message: Uint8Array): Uint8Array {
  const end = Math.min(message.length, longestHeader);
  for (let at = 0; at < end; at += 1) {
    if (message[at] !== 0x0a) continue;
    if (message[at + 1] === 0x0a) return message.subarray(0, at + 2);
    if (message[at + 1] === 0x0d && message[at + 2] === 0x0a) return message.subarray(0, at + 3);
  }
  return message.subarray(0, end);
}

/** Reads the header alone, however large the message. Never throws: what cannot be read is empty. */
export async function summarise(message: Uint8Array): Promise<MailSummary> {
  const block = headerBlock(message);
  const email = await new PostalMime({ attachmentEncoding: 'arraybuffer' })
    .parse(block)
    .catch(() => null);
  return {
    from: fieldMailboxes(email, 'from'),
    replyTo: fieldMailboxes(email, 'reply-to'),
    to: fieldMailboxes(email, 'to'),
    cc: fieldMailboxes(email, 'cc'),
    subject: email?.subject ?? '',
    date: dateOf(email?.date),
    messageId: email?.messageId ?? '',
    references: email?.references ?? '',
    smime: kindOf(fieldValue(email, 'content-type'), message.subarray(block.length)),
  };
}

/** Every From that there is, so that a second one is seen: a parser that takes the first would hide it. */
function fieldMailboxes(email: Email | null, key: string): Mailbox[] {
  return (email?.headers ?? [])
    .filter((header) => header.key === key)
    .flatMap((header) => mailboxes(addressParser(header.value)));
}

function fieldValue(email: Email | null, key: string): string {
  return email?.headers.find((header) => header.key === key)?.value ?? '';
}

export function mailboxes(addresses: readonly Address[]): Mailbox[] {
  return addresses.flatMap((one) =>
    one.group === undefined
      ? [{ name: one.name, address: one.address ?? '' }]
      : one.group.map(({ name, address }) => ({ name, address: address ?? '' })),
  );
}

function dateOf(value: string | undefined): Date | null {
  const date = new Date(value ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}
