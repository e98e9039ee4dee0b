import type { Bytes } from './border.ts';

const CR = 13;
const LF = 10;

/**
 * Text with every line ended by CRLF: each LF without CR before it gets one. The same array where
 * nothing changes.
 */
export function canonicalLineEnds(text: Bytes): Bytes {
  const missing = countBareLf(text);
  if (missing === 0) return text;
  const out = new Uint8Array(text.length + missing);
  let to = 0;
  let previous = 0;
  for (let from = 0; from < text.length; from++) {
    const octet = text[from] as number;
    if (octet === LF && previous !== CR) out[to++] = CR;
    out[to++] = octet;
    previous = octet;
  }
  return out;
}

/* A plain loop: it takes the same time for every text, and is as fast as native searching on mail. */
function countBareLf(text: Bytes): number {
  let count = 0;
  let previous = 0;
  for (let from = 0; from < text.length; from++) {
    const octet = text[from] as number;
    if (octet === LF && previous !== CR) count++;
    previous = octet;
  }
  return count;
}

/** The parts one after the other. */
export function concat(parts: Bytes[]): Bytes {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let to = 0;
  for (const part of parts) {
    out.set(part, to);
    to += part.length;
  }
  return out;
}
