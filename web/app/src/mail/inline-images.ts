import type { InlineImages } from '@signet/elements';
import type { ContentAttachment } from './content.ts';

/** Types that a browser draws without running anything. */
const pictures = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/bmp',
]);
/** More than this in one address makes browsers slow. */
const largest = 5_000_000;

/** The mail's own images as `data:` addresses: a `blob:` one is not readable in the frame, which has no origin. */
export function inlineImages(attachments: readonly ContentAttachment[]): InlineImages {
  const byId = new Map(
    attachments.filter((one) => one.contentId !== '').map((one) => [one.contentId, one]),
  );
  return (contentId) => {
    const image = byId.get(contentId);
    if (image === undefined || !pictures.has(image.type) || image.octets.length > largest)
      return null;
    return `data:${image.type};base64,${base64(image.octets)}`;
  };
}

function base64(octets: Uint8Array): string {
  const step = 0x80_00;
  let text = '';
  for (let from = 0; from < octets.length; from += step) {
    text += String.fromCodePoint(...octets.subarray(from, from + step));
  }
  return btoa(text);
}
