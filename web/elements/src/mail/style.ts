/** An escape of CSS that stands for a letter, `@` or `-`: by its number, or a letter that is no hexadecimal digit. */
const escaped = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\r\n\f])?|([g-z]))/gi;
const remote =
  /@import(?:[^;"']|"[^"]*"?|'[^']*'?)*;?|(?:-webkit-)?image-set\s*\(|(?<![\w-])(?:url|src)\s*\(\s*("[^"]*"?|'[^']*'?|[^)"']*)\s*\)?/gi;
const picture = /^data:image\/(?!svg)/i;

/** What becomes of an address in a style: what to write for it, or null to take it out. */
export type StyleAddress = (address: string) => string | null;

/**
 * A style in which every address is what `keep` makes of it. Letters are written out first, since `u\72l(` is a `url(`
 * to the browser. Style sheets and sets of images go. The frame's policy forbids the same once more.
 */
export function rewrittenStyle(style: string, keep: StyleAddress): string {
  return style.replace(escaped, letter).replace(remote, (found, quoted: string | undefined) => {
    if (quoted === undefined || !/^url/i.test(found)) {
      keep('');
      return '';
    }
    const address = quoted.replace(/^["']|["']$/g, '').trim();
    if (picture.test(address)) return found;
    const kept = keep(address);
    return kept === null ? '' : `url("${kept}")`;
  });
}

function letter(found: string, number: string | undefined, plain: string | undefined): string {
  if (plain !== undefined) return plain;
  const point = Number.parseInt(number ?? '', 16);
  const text = point > 0 && point < 0x80 ? String.fromCodePoint(point) : '';
  return /[a-z@-]/i.test(text) ? text : found;
}
