import type { Bytes } from './border.ts';
import { roomy } from './room.ts';

const CR = 13;
const LF = 10;

/** Octets, in which there may be no whole word. */
const SHORT = 8;

/**
 * Text with every line ended by CRLF: each LF without CR before it gets one. The same array where
 * nothing changes.
 */
export function canonicalLineEnds(text: Bytes): Bytes {
  const missing = countBareLf(text);
  if (missing === 0) return text;
  const out = roomy(text.length + missing);
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

/*
 * Four octets at a time, in loops whose time does not depend on the text but for its line ends. A word
 * holds an LF where, with LF taken off each octet, one is nought: then it borrows from its top bit.
 */
function countBareLf(text: Bytes): number {
  let count = 0;
  const look = (from: number, to: number): void => {
    for (let i = from; i < to; i++) if (text[i] === LF && text[i - 1] !== CR) count++;
  };
  if (text.length < SHORT) {
    look(0, text.length);
    return count;
  }
  const start = -text.byteOffset & 3;
  const words = new Uint32Array(text.buffer, text.byteOffset + start, (text.length - start) >> 2);
  look(0, start);
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] as number) ^ 0x0a0a0a0a;
    if (((word - 0x01010101) & ~word & 0x80808080) !== 0) look(start + 4 * i, start + 4 * i + 4);
  }
  look(start + 4 * words.length, text.length);
  return count;
}
