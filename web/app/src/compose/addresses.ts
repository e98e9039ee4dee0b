import type { Mailbox } from '../mail/summary.ts';
import { encodedWords, folded, isPlain } from './encoded-word.ts';

/** What a user wrote into an address field. */
export interface ParsedAddresses {
  readonly mailboxes: readonly Mailbox[];
  /** What is no address, as written. */
  readonly invalid: readonly string[];
}

/** Local part and domain as RFC 5322 has them without quotes; internationalised ones are for a mail server to take. */
const addrSpec = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u;

/** A quoted or plain display name before an address in angle brackets. */
const named = /^(?:"((?:[^"\\]|\\.)*)"|([^<>"@]*))\s*<([^<>]*)>$/;
/** One entry: a quoted string counts as one piece, whatever is in it. */
const entry = /(?:"(?:[^"\\]|\\.)*"|[^,;\r\n"]|")+/g;

/** Strict, unlike a reader of mail: what is not understood must not become somebody else's address. */
export function parseAddresses(field: string): ParsedAddresses {
  const mailboxes: Mailbox[] = [];
  const invalid: string[] = [];
  for (const piece of field.match(entry) ?? []) {
    const text = piece.trim();
    if (text === '') continue;
    const match = named.exec(text);
    const address = (match?.[3] ?? text).trim();
    const name = (match?.[1]?.replace(/\\(.)/g, '$1') ?? match?.[2] ?? '').trim();
    if (addrSpec.test(address) && !address.includes('..')) mailboxes.push({ name, address });
    else invalid.push(text);
  }
  return { mailboxes, invalid };
}

/** A field of mailboxes, such as To. */
export function addressField(name: string, list: readonly Mailbox[]): string {
  return folded(`${name}: ${list.map(written).join(', ')}`);
}

/** For a person to read or change. */
export function shown(mailbox: Mailbox): string {
  return mailbox.name === '' ? mailbox.address : `${phrase(mailbox.name)} <${mailbox.address}>`;
}

/** The display name as it is shown before an address; empty where there is none. */
export function shownName(mailbox: Mailbox): string {
  return mailbox.name === '' ? '' : phrase(mailbox.name);
}

function written(mailbox: Mailbox): string {
  const name = mailbox.name.replace(/[\0-\x1f\x7f]+/g, ' ').trim();
  if (name === '') return mailbox.address;
  return `${isPlain(name) ? phrase(name) : encodedWords(name)} <${mailbox.address}>`;
}

/** A display name, quoted where its characters need it (RFC 5322, 3.2.4). */
function phrase(name: string): string {
  return /^[\p{L}\p{N}!#$%&'*+\-/=?^_`{|}~ ]*$/u.test(name)
    ? name
    : `"${name.replace(/["\\]/g, String.raw`\$&`)}"`;
}
