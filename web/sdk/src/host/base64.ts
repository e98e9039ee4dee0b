import type { Bytes } from './border.ts';
import { roomy } from './room.ts';

const LINE = 76;
const OCTETS_PER_LINE = (LINE / 4) * 3;
const CR = 13;
const LF = 10;
const PAD = 61;

const ALPHABET = new TextEncoder().encode(
  'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/',
);

const INVALID = -1;
const SPACE = -2;
const END = -3;

/** Value of each digit, or what else the octet means. */
const VALUES = new Int8Array(256).fill(INVALID);
ALPHABET.forEach((octet, value) => (VALUES[octet] = value));
for (const octet of [0x09, LF, CR, 0x20]) VALUES[octet] = SPACE;
VALUES[PAD] = END;

/**
 * Digits that the platform's decoder is given at a time: long texts are not made into one string,
 * which would cost more than the decoding. Lines of 76 with CRLF fit without a rest.
 */
const CHUNK = (LINE + 2) * 800;

/** Base64 in lines of 76 characters, each ended by CRLF; for no octets one empty line. */
export function encodeBase64(bytes: Uint8Array): Bytes {
  const digits = Math.ceil(bytes.length / 3) * 4;
  const lines = Math.max(1, Math.ceil(digits / LINE));
  const out = roomy(digits + 2 * lines);
  let to = 0;
  for (let line = 0; line < lines; line++) {
    const start = line * OCTETS_PER_LINE;
    const end = Math.min(start + OCTETS_PER_LINE, bytes.length);
    to = encodeLine(bytes, start, end, out, to);
    out[to++] = CR;
    out[to++] = LF;
  }
  return out;
}

/* Indices below are in range by construction; `at` says so to the compiler without a test each. */
const at = (array: ArrayLike<number>, index: number): number => array[index] as number;

function encodeLine(from: Uint8Array, start: number, end: number, out: Bytes, at0: number): number {
  let i = start;
  let to = at0;
  for (; i + 2 < end; i += 3) {
    const group = (at(from, i) << 16) | (at(from, i + 1) << 8) | at(from, i + 2);
    out[to] = at(ALPHABET, group >> 18);
    out[to + 1] = at(ALPHABET, (group >> 12) & 63);
    out[to + 2] = at(ALPHABET, (group >> 6) & 63);
    out[to + 3] = at(ALPHABET, group & 63);
    to += 4;
  }
  if (i < end) {
    const two = i + 1 < end;
    const group = (at(from, i) << 16) | (two ? at(from, i + 1) << 8 : 0);
    out[to] = at(ALPHABET, group >> 18);
    out[to + 1] = at(ALPHABET, (group >> 12) & 63);
    out[to + 2] = two ? at(ALPHABET, (group >> 6) & 63) : PAD;
    out[to + 3] = PAD;
    to += 4;
  }
  return to;
}

/**
 * What the base64 text holds: space, tab, CR and LF are skipped, what follows the padding is
 * ignored, missing padding is accepted. Null for any other character and for a single digit at the
 * end.
 */
export function decodeBase64(text: Uint8Array): Bytes | null {
  return typeof Uint8Array.prototype.setFromBase64 === 'function'
    ? decodeByPlatform(text)
    : decodeByTable(text);
}

/** {@link decodeBase64} by the platform's decoder, where it has one. */
export function decodeByPlatform(text: Uint8Array): Bytes | null {
  const out = new Uint8Array(Math.ceil(text.length / 4) * 3);
  const latin1 = new TextDecoder('latin1');
  let from = 0;
  let to = 0;
  for (;;) {
    let last = from + CHUNK >= text.length;
    let digits = latin1.decode(text.subarray(from, from + CHUNK));
    const pad = digits.indexOf('=');
    if (pad >= 0) {
      digits = digits.slice(0, pad);
      last = true;
    }
    // The platform takes a form feed for white space.
    if (digits.includes('\f')) return null;
    const result = setFromBase64(out.subarray(to), digits, last);
    if (result === null) return null;
    to += result.written;
    if (last) return out.subarray(0, to);
    if (result.read === 0) {
      // A whole chunk of white space and fewer than four digits: rare enough for the slow way.
      return decodeByTable(text);
    }
    from += result.read;
  }
}

function setFromBase64(target: Bytes, digits: string, last: boolean) {
  try {
    return target.setFromBase64(digits, {
      lastChunkHandling: last ? 'loose' : 'stop-before-partial',
    });
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** {@link decodeBase64} by a table of digits. */
export function decodeByTable(text: Uint8Array): Bytes | null {
  const out = new Uint8Array(Math.ceil(text.length / 4) * 3);
  const n = text.length;
  let to = 0;
  let from = 0;
  let group = 0;
  let count = 0;
  while (from < n) {
    // Four digits in a row are the rule; everything else goes the slower way below.
    for (const whole = count === 0 ? n - 3 : 0; from < whole;) {
      const four =
        (at(VALUES, at(text, from)) << 18) |
        (at(VALUES, at(text, from + 1)) << 12) |
        (at(VALUES, at(text, from + 2)) << 6) |
        at(VALUES, at(text, from + 3));
      if (four < 0) break;
      out[to] = four >> 16;
      out[to + 1] = four >> 8;
      out[to + 2] = four;
      to += 3;
      from += 4;
    }
    if (from === n) break;
    const value = at(VALUES, at(text, from++));
    if (value >= 0) {
      group = (group << 6) | value;
      if (++count === 4) {
        out[to++] = group >> 16;
        out[to++] = group >> 8;
        out[to++] = group;
        group = 0;
        count = 0;
      }
    } else if (value === END) {
      break;
    } else if (value === INVALID) {
      return null;
    }
  }
  if (count === 1) return null;
  if (count === 2) out[to++] = group >> 4;
  if (count === 3) {
    out[to++] = group >> 10;
    out[to++] = group >> 2;
  }
  return out.subarray(0, to);
}
