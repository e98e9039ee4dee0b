import type { Mailbox } from '../mail/summary.ts';
import { addressField } from './addresses.ts';
import { encodedWords, folded, isPlain, textField } from './encoded-word.ts';
import { base64Lines, encodedText } from './transfer-encoding.ts';

export interface DraftAttachment {
  readonly name: string;
  /** A media type; anything that is none counts as `application/octet-stream`. */
  readonly type: string;
  readonly octets: Uint8Array;
}

/** A message before it is signed or encrypted. */
export interface Draft {
  readonly from: Mailbox;
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  /** Hidden recipients; never written into a message that goes out. */
  readonly bcc: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly DraftAttachment[];
  /** Message-ID of the message that this one answers, in angle brackets; empty for none. */
  readonly inReplyTo: string;
  readonly references: string;
}

/** What makes two messages of the same draft differ. */
export interface Circumstances {
  readonly date: Date;
  /** Of letters and digits; must not occur in the draft by chance: 24 random ones at least. */
  readonly unique: string;
  /** Further header fields, folded, such as those of a draft. */
  readonly fields?: readonly string[];
}

const utf8 = new TextEncoder();
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * A complete message (RFC 5322, RFC 2045) that no way changes: US-ASCII only, lines ended by CRLF, every body in the one
 * form that a server which takes it apart would write again. Bcc is not in it.
 */
export function writeMessage(draft: Draft, circumstances: Circumstances): Uint8Array {
  const head = [
    `Date: ${dateTime(circumstances.date)}`,
    addressField('From', [draft.from]),
    ...(draft.to.length > 0 ? [addressField('To', draft.to)] : []),
    ...(draft.cc.length > 0 ? [addressField('Cc', draft.cc)] : []),
    textField('Subject', draft.subject),
    `Message-ID: <${circumstances.unique}@${domainOf(draft.from.address)}>`,
    ...identifiersField('In-Reply-To', draft.inReplyTo),
    ...identifiersField('References', draft.references),
    ...(circumstances.fields ?? []),
    'MIME-Version: 1.0',
  ];
  const { encoding, octets: text } = encodedText(draft.text);
  const textFields = [
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
  ];
  if (draft.attachments.length === 0) return joined([lines([...head, ...textFields, '']), text]);
  const boundary = `signet-${circumstances.unique}`;
  return joined([
    lines([
      ...head,
      `Content-Type: multipart/mixed; boundary="${boundary}"`,
      '',
      `--${boundary}`,
      ...textFields,
      '',
    ]),
    text,
    ...draft.attachments.flatMap((attachment) => [
      // The empty line is part of the body before it: without it the last line end would be the boundary's.
      lines(['', `--${boundary}`, ...attachmentFields(attachment), '']),
      isAsItIs(attachment) ? attachment.octets : base64Lines(attachment.octets),
    ]),
    lines(['', `--${boundary}--`]),
  ]);
}

/** RFC 5322, 3.3, in UTC: the sender's time zone is nobody's business. */
export function dateTime(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`;
  return `${days[date.getUTCDay()] ?? ''}, ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} ${time} +0000`;
}

function attachmentFields(attachment: DraftAttachment): string[] {
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(attachment.type)
    ? attachment.type
    : 'application/octet-stream';
  const asItIs = isAsItIs(attachment);
  // Base64 is forbidden around a composite type (RFC 2045, 6.4), so what needs it goes as plain octets.
  const safe =
    /^(?:multipart|message)\//i.test(type) && !asItIs ? 'application/octet-stream' : type;
  const name = attachment.name.replace(/[\0-\x1f\x7f/\\]+/g, '_') || 'attachment';
  return [
    folded(`Content-Type: ${safe}; ${legacyName(name)}`),
    `Content-Transfer-Encoding: ${asItIs ? '7bit' : 'base64'}`,
    ['Content-Disposition: attachment', ...fileName(name)].join(';\r\n '),
  ];
}

/** Whether it is a message that can stand in another one without any encoding (RFC 2046, 5.2.1). */
function isAsItIs({ type, octets }: DraftAttachment): boolean {
  if (type.toLowerCase() !== 'message/rfc822') return false;
  let line = 0;
  for (let at = 0; at < octets.length; at += 1) {
    const octet = octets[at] ?? 0;
    if (octet === 0x0a) {
      if (octets[at - 1] !== 0x0d) return false;
      line = 0;
    } else {
      if (octet === 0 || octet > 0x7e || (octets[at - 1] === 0x0d && octet !== 0x0a)) return false;
      line += 1;
      if (line > 998) return false;
    }
  }
  return octets.at(-1) === 0x0a;
}

/** The parameter `name`, which old readers look at; encoded words there are against the rules and understood by all. */
function legacyName(name: string): string {
  if (isPlain(name)) return `name="${name.replace(/["\\]/g, String.raw`\$&`)}"`;
  return `name="${encodedWords(name)}"`;
}

/** The parameter `filename`, continued and with its character set where needed (RFC 2231). */
function fileName(name: string): string[] {
  if (isPlain(name) && name.length < 60)
    return [`filename="${name.replace(/["\\]/g, String.raw`\$&`)}"`];
  const encoded = [...utf8.encode(name)].map((octet) => {
    const character = String.fromCodePoint(octet);
    return /[A-Za-z0-9._-]/.test(character)
      ? character
      : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const one of encoded) {
    if (piece.length + one.length > 60) {
      pieces.push(piece);
      piece = '';
    }
    piece += one;
  }
  pieces.push(piece);
  return pieces.length === 1
    ? [`filename*=${pieces[0] ?? ''}`]
    : pieces.map((one, index) => `filename*${index}*=${one}`);
}

function identifiersField(name: string, identifiers: string): string[] {
  const found = identifiers.match(/<[^<>\s]{1,250}>/g) ?? [];
  const kept = found.filter((one) => /^[\x21-\x7e]+$/.test(one));
  // The first and the last ones are what threads hang on.
  const few = kept.length > 20 ? [...kept.slice(0, 1), ...kept.slice(-19)] : kept;
  return few.length === 0 ? [] : [folded(`${name}: ${few.join(' ')}`)];
}

function domainOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return /^[A-Za-z0-9.-]+$/.test(domain) ? domain : 'localhost.invalid';
}

function lines(all: readonly string[]): Uint8Array {
  return utf8.encode(all.map((line) => `${line}\r\n`).join(''));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
