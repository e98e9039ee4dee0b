import { addressParser } from 'postal-mime';
import { mailboxes, type Mailbox } from '../mail/summary.ts';
import { encodedWords, folded, isPlain } from './encoded-word.ts';

/** What a user wrote into an address field. */
export interface ParsedAddresses {
  readonly mailboxes: readonly Mailbox[];
  /** What is no address, as written. */
  readonly invalid: readonly string[];
}

/** Local part and domain as RFC 5322 has them without quotes; internationalised ones are for a mail server to take. */
const addrSpec = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,253}$/u;

export function parseAddresses(field: string): ParsedAddresses {
  const all = mailboxes(addressParser(field.replace(/[\r\n;]+/g, ',')));
  const invalid: string[] = [];
  const valid: Mailbox[] = [];
  for (const one of all) {
    if (addrSpec.test(one.address) && !one.address.includes('..')) valid.push(one);
    else invalid.push(one.address || one.name);
  }
  const rest = invalid.filter((one) => one.trim() !== '');
  return { mailboxes: valid, invalid: rest };
}

/** A field of mailboxes, such as To. */
export function addressField(name: string, list: readonly Mailbox[]): string {
  return folded(`${name}: ${list.map(written).join(', ')}`);
}

/** For a person to read or change. */
export function shown(mailbox: Mailbox): string {
  return mailbox.name === '' ? mailbox.address : `${phrase(mailbox.name)} <${mailbox.address}>`;
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
