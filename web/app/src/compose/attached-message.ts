import type { OpenedMessage } from '@signet/smime';
import { headerBlock } from '../mail/summary.ts';
import type { DraftAttachment } from './mime-writer.ts';

const latin1 = new TextDecoder('latin1');

/**
 * A message to attach to another. As it came; but one that was encrypted could be read by nobody else, so it is its
 * opened content under the header of the message that it came in.
 */
export function attachedMessage(
  message: Uint8Array,
  opened: OpenedMessage | null,
  name: string,
): DraftAttachment {
  const encrypted = opened?.layers.some((layer) => layer.type === 'encrypted') === true;
  const content = opened?.content ?? null;
  const octets = encrypted && content !== null ? underHeader(message, content) : message;
  return { name, type: 'message/rfc822', octets };
}

/** The fields that describe the outer body are left out: the content has its own. */
function underHeader(message: Uint8Array, content: Uint8Array): Uint8Array {
  const fields = latin1
    .decode(headerBlock(message))
    .split(/\r?\n(?![ \t])/)
    .filter((field) => field !== '' && !/^(?:content-|mime-version)/i.test(field))
    .map((field) => `${field.replace(/\r?\n/g, '\r\n')}\r\n`)
    .join('');
  const header = `${fields}MIME-Version: 1.0\r\n`;
  const octets = new Uint8Array(header.length + content.length);
  for (let at = 0; at < header.length; at += 1) octets[at] = header.codePointAt(at) ?? 0;
  octets.set(content, header.length);
  return octets;
}
