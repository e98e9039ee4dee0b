import type { Bytes } from './border.ts';

/** Octets from which an array gets room: what is less is copied in no time. */
const LONG = 1 << 16;

/** Octets that are free before and behind: for header fields, and for a signature with its chain. */
const BEFORE = 1 << 12;
const BEHIND = 1 << 15;

/** What has been handed out of each buffer that has room: from where, to where. */
const handedOut = new WeakMap<ArrayBuffer, { from: number; to: number }>();

/**
 * An array of noughts. A long one has room around it, which {@link concat} may put other parts into:
 * mail is made in layers, each with a few octets around the one before, and copying a large one for
 * each takes longer than hashing it.
 */
export function roomy(length: number): Bytes {
  if (length < LONG) return new Uint8Array(length);
  const buffer = new ArrayBuffer(BEFORE + length + BEHIND);
  handedOut.set(buffer, { from: BEFORE, to: BEFORE + length });
  return new Uint8Array(buffer, BEFORE, length);
}

/**
 * The parts one after the other: around the longest of them, where its room suffices, else in a new
 * array. No octet that was handed out changes.
 */
export function concat(parts: Bytes[]): Bytes {
  // Its octets would be missing from the whole, and nothing would show it.
  if (parts.some(({ buffer }) => buffer.detached)) throw new Error('a part was released');
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return (length < LONG ? null : around(parts, length)) ?? joined(parts, length);
}

function around(parts: Bytes[], length: number): Bytes | null {
  const longest = parts.reduce((one, other) => (other.length > one.length ? other : one));
  const index = parts.indexOf(longest);
  const { buffer, byteOffset } = longest;
  const range = handedOut.get(buffer);
  // Of a part of what was handed out, the neighbours are not free.
  if (range?.from !== byteOffset || range.to !== byteOffset + longest.length) return null;
  const before = parts.slice(0, index).reduce((sum, part) => sum + part.length, 0);
  const from = byteOffset - before;
  const to = from + length;
  if (from < 0 || to > buffer.byteLength) return null;
  const whole = new Uint8Array(buffer, from, length);
  let at = 0;
  parts.forEach((part, i) => {
    if (i !== index) whole.set(part, at);
    at += part.length;
  });
  range.from = from;
  range.to = to;
  return whole;
}

function joined(parts: Bytes[], length: number): Bytes {
  const out = roomy(length);
  let to = 0;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}

/** Gives the memory of an array back at once, with that of all that lies in the same buffer. */
export function release({ buffer }: Bytes): void {
  if (buffer.byteLength > 0 && typeof buffer.transfer === 'function') buffer.transfer(0);
}
