import { kindOf } from '../smime-kind.ts';
import type { MailEntry, MailFlags } from '../source.ts';
import type { Mailbox } from '../summary.ts';
import { record } from './session.ts';

/** What a list shows of a mail, and no more. Every From is asked for: a second one must be seen. */
export const entryProperties: readonly string[] = [
  'id',
  'blobId',
  'mailboxIds',
  'keywords',
  'size',
  'receivedAt',
  'sentAt',
  'subject',
  'header:From:asAddresses:all',
  'replyTo',
  'to',
  'cc',
  'messageId',
  'references',
  'header:Content-Type:asRaw',
];

/** What of a mail changes after it was stored. */
export const changingProperties: readonly string[] = ['id', 'mailboxIds', 'keywords'];

export const contentTypeProperty = 'header:Content-Type:asRaw';

/** An entry with what the server needs of it. */
export interface StoredEntry extends MailEntry {
  readonly blob: string;
  readonly mailboxes: readonly string[];
}

/** @param folder the one that it is looked at in */
export function entryOf(email: unknown, folder: string): StoredEntry {
  const mail = record(email);
  const mailboxes = namesIn(mail['mailboxIds']);
  return {
    id: text(mail['id']),
    blob: text(mail['blobId']),
    mailboxes,
    folder: mailboxes.includes(folder) ? folder : (mailboxes[0] ?? folder),
    size: typeof mail['size'] === 'number' ? mail['size'] : 0,
    flags: flagsOf(mail['keywords']),
    received: date(mail['receivedAt']),
    summary: {
      from: list(mail['header:From:asAddresses:all']).flatMap(addresses),
      replyTo: addresses(mail['replyTo']),
      to: addresses(mail['to']),
      cc: addresses(mail['cc']),
      subject: text(mail['subject']),
      date: date(mail['sentAt']),
      messageId: list(mail['messageId']).slice(0, 1).map(bracketed).join(''),
      references: list(mail['references']).map(bracketed).join(' '),
      smime: smimeOf(mail[contentTypeProperty]),
    },
  };
}

/** As far as the header tells; what the body's first octets would tell shows when the mail is opened. */
export function smimeOf(contentType: unknown): MailEntry['summary']['smime'] {
  return kindOf(text(contentType), new Uint8Array());
}

/** The names of a JMAP set: a map whose values are true. */
export function namesIn(set: unknown): string[] {
  return Object.entries(record(set)).flatMap(([name, there]) => (there === true ? [name] : []));
}

const keywords: Readonly<Record<keyof MailFlags, string>> = {
  seen: '$seen',
  flagged: '$flagged',
  answered: '$answered',
  forwarded: '$forwarded',
  draft: '$draft',
};

const flagNames = Object.keys(keywords) as (keyof MailFlags)[];

export function flagsOf(set: unknown): MailFlags {
  const there = new Set(namesIn(set).map((name) => name.toLowerCase()));
  return {
    seen: there.has(keywords.seen),
    flagged: there.has(keywords.flagged),
    answered: there.has(keywords.answered),
    forwarded: there.has(keywords.forwarded),
    draft: there.has(keywords.draft),
  };
}

/** The flags that are set, as keywords. */
export function keywordsOf(flags: Partial<MailFlags>): Record<string, true> {
  const set = flagNames.filter((name) => flags[name] === true);
  return Object.fromEntries(set.map((name) => [keywords[name], true] as const));
}

/** A patch (RFC 8620, 5.3) that sets or drops the flags named, and leaves all others. */
export function flagsPatch(change: Partial<MailFlags>): Record<string, true | null> {
  const named = flagNames.filter((name) => change[name] !== undefined);
  return Object.fromEntries(
    named.map((name) => [`keywords/${keywords[name]}`, change[name] === true ? true : null]),
  );
}

function addresses(value: unknown): Mailbox[] {
  return list(value).map((one) => {
    const { name, email } = record(one);
    return { name: text(name), address: text(email) };
  });
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function bracketed(id: unknown): string {
  return `<${text(id)}>`;
}

function date(value: unknown): Date | null {
  const parsed = new Date(text(value));
  return Number.isNaN(parsed.getTime()) ? null : parsed;
}
