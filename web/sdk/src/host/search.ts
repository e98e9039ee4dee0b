/** Octets of the text that are looked at to guess which octet of the pattern is rare in it. */
const SAMPLE = 1024;

/** Comparisons that the fast search may waste for each octet it has passed. */
const PATIENCE = 4;

/**
 * Where the pattern begins at or after `from`, or -1. An empty pattern is found at `from`, as long
 * as that is within the text.
 *
 * The rarest octet of the pattern is searched for natively. Text made to defeat that (many places
 * that almost match) is searched by Knuth, Morris and Pratt's method, so the time stays linear.
 */
export function indexOf(text: Uint8Array, pattern: Uint8Array, from: number): number {
  const start = Math.max(0, from);
  if (pattern.length === 0) return start <= text.length ? start : -1;
  if (pattern.length > text.length - start) return -1;

  const rare = rarestIn(pattern, text, start);
  const octet = pattern[rare] as number;
  const lastBegin = text.length - pattern.length;
  let wasted = pattern.length * -PATIENCE;
  let begin = text.indexOf(octet, start + rare) - rare;
  while (begin >= start && begin <= lastBegin) {
    const equal = commonLength(text, begin, pattern);
    if (equal === pattern.length) return begin;
    wasted += equal + PATIENCE;
    if (wasted > PATIENCE * (begin - start)) return searchLinear(text, pattern, begin + 1);
    begin = text.indexOf(octet, begin + rare + 1) - rare;
  }
  return -1;
}

function commonLength(text: Uint8Array, begin: number, pattern: Uint8Array): number {
  let i = 0;
  while (i < pattern.length && text[begin + i] === pattern[i]) i++;
  return i;
}

function rarestIn(pattern: Uint8Array, text: Uint8Array, start: number): number {
  const counts = new Uint16Array(256);
  const stride = Math.max(1, Math.floor((text.length - start) / SAMPLE));
  for (let i = start; i < text.length; i += stride) {
    const octet = text[i] as number;
    counts[octet] = (counts[octet] as number) + 1;
  }
  let rarest = 0;
  for (let i = 1; i < pattern.length; i++) {
    if ((counts[pattern[i] as number] as number) < (counts[pattern[rarest] as number] as number)) {
      rarest = i;
    }
  }
  return rarest;
}

function searchLinear(text: Uint8Array, pattern: Uint8Array, from: number): number {
  const borders = new Int32Array(pattern.length);
  for (let i = 1, k = 0; i < pattern.length; i++) {
    while (k > 0 && pattern[i] !== pattern[k]) k = borders[k - 1] as number;
    if (pattern[i] === pattern[k]) k++;
    borders[i] = k;
  }
  for (let i = from, k = 0; i < text.length; i++) {
    while (k > 0 && text[i] !== pattern[k]) k = borders[k - 1] as number;
    if (text[i] === pattern[k]) k++;
    if (k === pattern.length) return i - k + 1;
  }
  return -1;
}
