import PostalMime from 'postal-mime';
import { addressField, parseAddresses, shown } from '../compose/addresses.ts';
import type { CompositionState } from '../compose/composition.ts';
import { draftOf } from '../compose/draft.ts';
import { folded } from '../compose/encoded-word.ts';
import { unique } from '../compose/make.ts';
import { shownText } from '../compose/quoting.ts';
import { writeMessage } from '../compose/mime-writer.ts';
import { emptyStart } from '../compose/start.ts';
import type { MailContent } from '../mail/content.ts';
import type { MailServer } from '../mail/source.ts';
import { headerBlock, mailboxes, type Mailbox } from '../mail/summary.ts';

/** The field that holds what no other field of a draft does. What is sent never has it. */
const fieldName = 'X-Signet-Draft';

interface Note {
  readonly sign: boolean;
  readonly encrypt: boolean;
  readonly quotesDecrypted: boolean;
  /** What stands in the address fields and is no address yet. */
  readonly rest: Readonly<Record<'to' | 'cc' | 'bcc', string>>;
  readonly origin: { readonly id: string; readonly as: 'answered' | 'forwarded' } | null;
}

/** The draft as a message to be kept, hidden recipients and all; in clear. */
export function draftMessage(
  state: CompositionState,
  from: Mailbox,
  server: MailServer,
  date: Date,
): Uint8Array {
  const { sign, encrypt, quotesDecrypted, origin } = state;
  const rest = (field: string): string => parseAddresses(field).invalid.join(', ');
  const note: Note = {
    sign,
    encrypt,
    quotesDecrypted,
    rest: { to: rest(state.to), cc: rest(state.cc), bcc: rest(state.bcc) },
    origin: origin?.source === server ? { id: origin.id, as: origin.as } : null,
  };
  const draft = draftOf(state, from);
  return writeMessage(draft, {
    date,
    unique: unique(),
    fields: [
      ...(draft.bcc.length > 0 ? [addressField('Bcc', draft.bcc)] : []),
      folded(`${fieldName}: ${encodedNote(note)}`),
    ],
  });
}

/**
 * What is encrypted of a draft that is to be encrypted: all of it, as a message within a message. The fields that would
 * be seen once it is sent are seen outside as well, so that a list can show them.
 */
export function wrapped(
  draft: Uint8Array,
  state: CompositionState,
  from: Mailbox,
  date: Date,
): Uint8Array {
  const outside = { ...draftOf(state, from), bcc: [], text: '', attachments: [] };
  const outer = new TextDecoder().decode(
    headerBlock(writeMessage(outside, { date, unique: unique() })),
  );
  const head = new TextEncoder().encode(
    outer
      .replace(/^Content-Type: .*$/m, 'Content-Type: message/rfc822')
      .replace(/^Content-Transfer-Encoding: .*$/m, 'Content-Transfer-Encoding: 7bit'),
  );
  const octets = new Uint8Array(head.length + draft.length);
  octets.set(head);
  octets.set(draft, head.length);
  return octets;
}

/** The message within an opened content; null where it is no message. */
export function unwrapped(content: Uint8Array): Uint8Array | null {
  const header = headerBlock(content);
  const type = /^content-type:\s*message\/rfc822/im;
  return type.test(new TextDecoder('latin1').decode(header))
    ? content.subarray(header.length)
    : null;
}

/** The draft that a message holds, of ours or of another program. */
export async function readDraft(
  message: Uint8Array,
  server: MailServer,
  read: (entity: Uint8Array) => Promise<MailContent>,
): Promise<CompositionState> {
  const header = await new PostalMime().parse(headerBlock(message));
  const content = await read(message);
  const note = decodedNote(
    header.headers.find((one) => one.key === fieldName.toLowerCase())?.value,
  );
  const people = (list: typeof header.to, rest: string): string =>
    [...mailboxes(list ?? []).map(shown), ...(rest === '' ? [] : [rest])].join(', ');
  const from = header.from?.address ?? '';
  return {
    ...emptyStart,
    to: people(header.to, note.rest.to),
    cc: people(header.cc, note.rest.cc),
    bcc: people(header.bcc, note.rest.bcc),
    subject: header.subject ?? '',
    text: shownText(content).replace(/\r\n?/g, '\n').replace(/\n$/, ''),
    sign: note.sign,
    encrypt: note.encrypt,
    inReplyTo: header.inReplyTo ?? '',
    references: header.references ?? '',
    preferredFrom: from === '' ? [] : [from],
    from,
    attachments: content.attachments.map(({ name, type, octets }) => ({ name, type, octets })),
    origin: note.origin === null ? null : { source: server, ...note.origin },
    quotesDecrypted: note.quotesDecrypted,
  };
}

/** Base64, which folds at any place. */
function encodedNote(note: Note): string {
  const octets = new TextEncoder().encode(JSON.stringify(note));
  const base64 = btoa(Array.from(octets, (octet) => String.fromCodePoint(octet)).join(''));
  return base64.match(/.{1,60}/g)?.join(' ') ?? '';
}

/** What another program left of it, or wrote, may be anything. */
function decodedNote(value: string | undefined): Note {
  let found: Partial<Record<keyof Note, unknown>> = {};
  try {
    const octets = Uint8Array.from(
      atob((value ?? '').replace(/\s+/g, '')),
      (character) => character.codePointAt(0) ?? 0,
    );
    found = (JSON.parse(new TextDecoder().decode(octets)) ?? {}) as typeof found;
  } catch {
    // A draft without a note is a draft all the same.
  }
  const rest = (found.rest ?? {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof rest[name] === 'string' ? rest[name] : '');
  const origin = (found.origin ?? {}) as Record<string, unknown>;
  return {
    sign: found.sign === true,
    encrypt: found.encrypt === true,
    quotesDecrypted: found.quotesDecrypted === true,
    rest: { to: text('to'), cc: text('cc'), bcc: text('bcc') },
    origin:
      typeof origin['id'] === 'string' &&
      (origin['as'] === 'answered' || origin['as'] === 'forwarded')
        ? { id: origin['id'], as: origin['as'] }
        : null,
  };
}
