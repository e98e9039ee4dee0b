import PostalMime from 'postal-mime';
import { withoutSignedParts } from './signed-parts.ts';

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
}

/** An entity in a shape that can be shown. */
export interface MailContent {
  readonly text: string;
  /** Null where there is none; not sanitised. */
  readonly html: string | null;
  readonly attachments: readonly ContentAttachment[];
}

/** Reads an entity for display. Rejects where it is nested too deeply or its header too large. */
export async function readContent(entity: Uint8Array): Promise<MailContent> {
  const { rest, signedParts } = withoutSignedParts(entity);
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
    };
  });
  const signed = signedParts.map((octets, index): ContentAttachment => ({
    name: `signed-part-${index + 1}.eml`,
    type: 'message/rfc822',
    octets,
    contentId: '',
    inline: false,
    signedPart: true,
  }));
  return {
    text: email.text ?? '',
    html: email.html ?? null,
    attachments: [...attachments, ...signed],
  };
}

function octetsOf(content: ArrayBuffer | Uint8Array | string): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(content);
}

function nameFor(type: string, index: number): string {
  return type === 'message/rfc822' ? `message-${index + 1}.eml` : `part-${index + 1}`;
}
