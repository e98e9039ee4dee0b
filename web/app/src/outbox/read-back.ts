import type { Engine, OpenOptions } from '@signet/smime';
import { sameOctets } from '../compose/make.ts';
import type { MailContent } from '../mail/content.ts';
import { headerBlock, summarise, type Mailbox, type MailSummary } from '../mail/summary.ts';

/** How a message is protected. */
export interface Made {
  readonly signed: boolean;
  readonly encrypted: boolean;
}

/** What is needed to look at what the server stored. */
export interface Readers {
  readonly engine: Pick<Engine, 'open'>;
  /** Reads an entity for comparing. */
  readonly content: (entity: Uint8Array) => Promise<MailContent>;
}

/**
 * Whether what the server stored still says what was made. The same octets do. Else an encrypted message must hold the
 * same octets of CMS, a signed one the same content under a signature that verifies, and one without protection must
 * read the same. The header fields that everybody sees must read the same in each case.
 */
export async function saysTheSame(
  made: Uint8Array,
  stored: Uint8Array,
  { signed, encrypted }: Made,
  readers: Readers,
  options: OpenOptions,
): Promise<boolean> {
  if (sameOctets(made, stored)) return true;
  if (!sameHeader(await summarise(made), await summarise(stored))) return false;
  if (bccOf(stored)) return false;
  if (encrypted) return sameCms(made, stored);
  if (signed) return sameSigned(made, stored, readers.engine, options);
  const contents = await Promise.all([made, stored].map((one) => readers.content(one))).catch(
    () => null,
  );
  const [one, other] = contents ?? [];
  return one !== undefined && other !== undefined && sameContent(one, other);
}

function sameHeader(one: MailSummary, other: MailSummary): boolean {
  const people = (list: readonly Mailbox[]): string =>
    JSON.stringify(list.map(({ name, address }) => [name, address]));
  return (
    people(one.from) === people(other.from) &&
    people(one.replyTo) === people(other.replyTo) &&
    people(one.to) === people(other.to) &&
    people(one.cc) === people(other.cc) &&
    one.subject === other.subject &&
    one.date?.getTime() === other.date?.getTime() &&
    one.messageId === other.messageId &&
    one.smime.encrypted === other.smime.encrypted &&
    one.smime.signed === other.smime.signed
  );
}

function bccOf(message: Uint8Array): boolean {
  return /^(?:resent-)?bcc\s*:/im.test(latin1.decode(headerBlock(message)));
}

const latin1 = new TextDecoder('latin1');

/** Only what is base64 all through is compared: what we make is. */
function sameCms(made: Uint8Array, stored: Uint8Array): boolean {
  const one = cmsOf(made);
  return one !== null && one === cmsOf(stored);
}

function cmsOf(message: Uint8Array): string | null {
  const header = headerBlock(message);
  const fields = latin1.decode(header).replace(/\r?\n[ \t]+/g, ' ');
  if (!/^content-type\s*:\s*application\/(?:x-)?pkcs7-mime\b/im.test(fields)) return null;
  if (!/^content-transfer-encoding\s*:\s*base64\s*$/im.test(fields)) return null;
  const body = latin1.decode(message.subarray(header.length)).replace(/[\r\n\t ]+/g, '');
  return /^[A-Za-z0-9+/]+=*$/.test(body) ? body : null;
}

async function sameSigned(
  made: Uint8Array,
  stored: Uint8Array,
  engine: Readers['engine'],
  options: OpenOptions,
): Promise<boolean> {
  const one = await engine.open(made, options);
  const other = await engine.open(stored, options);
  return (
    other.status.colour !== 'red' &&
    other.status.colour !== 'none' &&
    one.content !== null &&
    other.content !== null &&
    other.layers.length === one.layers.length &&
    sameOctets(one.content, other.content)
  );
}

function sameContent(one: MailContent, other: MailContent): boolean {
  const text = (content: MailContent): string =>
    content.text.replace(/\r\n|\r/g, '\n').replace(/\n+$/, '');
  return (
    text(one) === text(other) &&
    one.html === other.html &&
    one.attachments.length === other.attachments.length &&
    one.attachments.every((attachment, index) => {
      const twin = other.attachments[index];
      return (
        twin !== undefined &&
        twin.name === attachment.name &&
        twin.type === attachment.type &&
        sameOctets(twin.octets, attachment.octets)
      );
    })
  );
}
