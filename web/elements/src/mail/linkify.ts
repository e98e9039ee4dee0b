import { linkOf, type Link } from './link.ts';

/** A piece of a plain text; `link` where it is an address that can be followed. */
export interface TextPiece {
  readonly text: string;
  readonly link: Link | null;
}

/** Links beyond this stay text: each is an element. */
const mostLinks = 2000;

/**
 * Addresses that say themselves what they are: with a scheme, with `www.`, or with an `@`. A bare `word.word` is not
 * taken for one, since it is as often a file or two sentences. The lengths are bounded, which keeps this linear.
 */
const address =
  /(?:\bhttps?:\/\/|\bwww\.(?=[^\s.]))[^\s<>"\p{Cc}\p{Cf}]{1,2000}|\bmailto:[^\s<>"\p{Cc}\p{Cf}]{3,2000}|(?<![\p{L}\p{N}._%+@/-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}(?![@\p{L}\p{N}])/giu;

/** Takes a text apart; the pieces, joined, are the text. */
export function linkified(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let from = 0;
  let links = 0;
  for (const match of text.matchAll(address)) {
    if (links >= mostLinks) break;
    const found = withoutPunctuation(match[0]);
    const link = linkOf(withScheme(found));
    if (link === null) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), link: null });
    pieces.push({ text: found, link });
    from = match.index + found.length;
    links += 1;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), link: null });
  return pieces;
}

function withScheme(found: string): string {
  if (/^(?:https?:|mailto:)/i.test(found)) return found;
  return /^www\./i.test(found) ? `https://${found}` : `mailto:${found}`;
}

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** What ends the sentence around an address is no part of it; a closing bracket is, where the address opens it. */
function withoutPunctuation(found: string): string {
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found.charAt(end - 1);
    const opening = pairs[last];
    if (opening !== undefined) {
      const kept = found.slice(0, end);
      if (count(kept, opening) >= count(kept, last)) break;
    } else if (!/[.,;:!?'’‘”“»«›‹*_~…]/.test(last)) break;
  }
  return found.slice(0, end);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
