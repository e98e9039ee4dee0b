import PostalMime from 'postal-mime';
import { tooCostly } from './html-cost.ts';
import { withoutProtectedParts, type ProtectedPart } from './signed-parts.ts';

export interface ContentAttachment {
  readonly name: string;
  readonly type: string;
  readonly octets: Uint8Array<ArrayBuffer>;
  /** Without angle brackets; empty where there is none. */
  readonly contentId: string;
  /** Shown within the HTML. */
  readonly inline: boolean;
  /** A part with a signature of its own, which says nothing on the message around it. */
  readonly signedPart: boolean;
  /**
   * What it is, where it can be opened as a message of its own, with a verdict of its own: a message, or a part with a
   * signature or encryption of its own. Else null.
   */
  readonly opens: 'message' | ProtectedPart['kind'] | null;
}

/** An entity in a shape that can be shown. */
export interface MailContent {
  readonly text: string;
  /** Null where there is none; not sanitised. */
  readonly html: string | null;
  /** There is HTML, but a browser would take too long over it: the text stands for it. */
  readonly htmlLeftOut: boolean;
  readonly attachments: readonly ContentAttachment[];
}

/** Lines that begin like a delimiter; a mail of a thousand parts has as many. */
const mostDelimiters = 10_000;

/**
 * Reads an entity for display. Rejects where it is nested too deeply, its header too large, or its parts too many.
 * HTML that is too large to be sanitised in time is left out: the text stands for it.
 */
export async function readContent(entity: Uint8Array): Promise<MailContent> {
  requireFewParts(entity);
  const { rest, parts } = withoutProtectedParts(entity);
  const email = await new PostalMime({
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 64,
  }).parse(rest);
  const attachments = email.attachments.map((attachment, index): ContentAttachment => {
    const contentId = (attachment.contentId ?? '').replace(/^<|>$/g, '');
    return {
      name: attachment.filename ?? nameFor(attachment.mimeType, index),
      type: attachment.mimeType,
      octets: octetsOf(attachment.content),
      contentId,
      inline: attachment.related === true && contentId !== '',
      signedPart: false,
      opens: /^message\/(?:rfc822|global)$/i.test(attachment.mimeType) ? 'message' : null,
    };
  });
  const apart = parts.map(({ octets, kind }, index): ContentAttachment => ({
    name: `${kind}-part-${index + 1}.eml`,
    type: 'message/rfc822',
    octets,
    contentId: '',
    inline: false,
    signedPart: kind === 'signed',
    opens: kind,
  }));
  const html = email.html ?? null;
  const leftOut = html !== null && tooCostly(html);
  return {
    text: email.text ?? (leftOut ? html.replace(/<[^<>]*>/g, ' ') : ''),
    html: leftOut ? null : html,
    htmlLeftOut: leftOut,
    attachments: [...attachments, ...apart],
  };
}

function requireFewParts(entity: Uint8Array): void {
  let delimiters = 0;
  for (let at = entity.indexOf(0x2d); at >= 0; at = entity.indexOf(0x2d, at + 1)) {
    const line = at === 0 || entity[at - 1] === 0x0a;
    if (line && entity[at + 1] === 0x2d && ++delimiters > mostDelimiters) {
      throw new RangeError('the message has too many parts');
    }
  }
}

function octetsOf(content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(content);
}

function nameFor(type: string, index: number): string {
  return type === 'message/rfc822' ? `message-${index + 1}.eml` : `part-${index + 1}`;
}
