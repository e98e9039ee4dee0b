import type { ContentAttachment } from './content.ts';
import { headerBlock } from './summary.ts';

const latin1 = new TextDecoder('latin1');
/** Fields of the message around a part that its signature is held against. */
const outer = /^(?:from|sender|to|cc|date|subject):/i;
/** Fields of a part that say what it is. */
const own = /^(?:content-[\w-]+|mime-version):/i;

/**
 * What can be opened of an attachment, as a message: an attached message as it is; a part with protection of its own
 * under the author and date of the message around it, as if that held nothing else. No other field of the part is
 * taken over: it could name another author.
 */
export function messageOfPart(
  attachment: ContentAttachment,
  around: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const { octets, opens } = attachment;
  if (opens === 'message') return octets;
  const header = headerBlock(octets);
  const fields = [...fieldsOf(headerBlock(around), outer), ...fieldsOf(header, own)];
  const head = Uint8Array.from(`${fields.join('\r\n')}\r\n\r\n`, (character) =>
    character.charCodeAt(0),
  );
  const message = new Uint8Array(head.length + octets.length - header.length);
  message.set(head);
  message.set(octets.subarray(header.length), head.length);
  return message;
}

/** Each with its folded lines, octet for octet but for the line ends. */
function fieldsOf(header: Uint8Array, wanted: RegExp): string[] {
  return latin1
    .decode(header)
    .split(/\r?\n(?![ \t])/)
    .filter((field) => wanted.test(field));
}
