import type { Bytes, Outcome } from '../host/border.ts';

/** Octets: what is less is copied in no time. */
const LONG = 1 << 20;

/**
 * Each part in a buffer that is its own and no larger, so that it can be given away. A part that
 * were a range of a larger buffer would take the rest of that with it to the page.
 *
 * A long part is moved to the start of its buffer, which is cut off behind it: the operation has ended,
 * and nobody reads what else was there. A copy would need as much memory again.
 */
export function detachable({ report, parts }: Outcome): Outcome {
  const taken = new Set<ArrayBuffer>();
  const shared = (part: Bytes): boolean =>
    parts.filter((each) => each.buffer === part.buffer).length > 1;
  return {
    report,
    parts: parts.map((part): Bytes => {
      const whole = part.byteLength === part.buffer.byteLength && !taken.has(part.buffer);
      const bytes = whole
        ? part
        : part.length >= LONG && !shared(part)
          ? moved(part)
          : part.slice();
      taken.add(bytes.buffer);
      return bytes;
    }),
  };
}

function moved(part: Bytes): Bytes {
  const { buffer, byteOffset, byteLength } = part;
  if (typeof buffer.transfer !== 'function') return part.slice();
  new Uint8Array(buffer).copyWithin(0, byteOffset, byteOffset + byteLength);
  return new Uint8Array(buffer.transfer(byteLength));
}
