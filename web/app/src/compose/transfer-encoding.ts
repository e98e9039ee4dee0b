const utf8 = new TextEncoder();
const hexadecimal = '0123456789ABCDEF';

/** Text as quoted-printable UTF-8 (RFC 2045, 6.7); lines end in CRLF, none is longer than 76. */
export function quotedPrintable(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => quotedLine(utf8.encode(line)))
    .join('\r\n');
}

function quotedLine(octets: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  octets.forEach((octet, index) => {
    const last = index === octets.length - 1;
    const blank = octet === 0x20 || octet === 0x09;
    // A blank at the end is lost on the way. A From or a lone dot at the start is changed on the way.
    const first = line === '' && (octet === 0x46 || octet === 0x2e);
    const plain = octet > 0x20 && octet < 0x7f && octet !== 0x3d && !first;
    const piece =
      plain || (blank && !last)
        ? String.fromCodePoint(octet)
        : `=${hexadecimal.charAt(octet >> 4)}${hexadecimal.charAt(octet & 15)}`;
    if (line.length + piece.length > (last ? 76 : 75)) {
      lines.push(`${line}=`);
      line = '';
    }
    line += piece;
  });
  lines.push(line);
  return lines.join('\r\n');
}

const alphabet = utf8.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const padding = 0x3d;
/** What fills a line of 76. */
const lineOctets = 57;

/**
 * Octets as base64 in lines of 76 (RFC 2045, 6.8), each ended by CRLF, as US-ASCII. By hand: a string for each line
 * would hold up the page for seconds where an attachment is large.
 */
export function base64Lines(octets: Uint8Array): Uint8Array {
  const lines = Math.ceil(octets.length / lineOctets);
  const out = new Uint8Array(Math.ceil(octets.length / 3) * 4 + lines * 2);
  let at = 0;
  for (let from = 0; from < octets.length; from += lineOctets) {
    const end = Math.min(from + lineOctets, octets.length);
    for (let three = from; three < end; three += 3) {
      const first = octets[three] ?? 0;
      const second = octets[three + 1] ?? 0;
      const third = octets[three + 2] ?? 0;
      out[at] = alphabet[first >> 2] ?? 0;
      out[at + 1] = alphabet[((first & 3) << 4) | (second >> 4)] ?? 0;
      out[at + 2] =
        three + 1 < end ? (alphabet[((second & 15) << 2) | (third >> 6)] ?? 0) : padding;
      out[at + 3] = three + 2 < end ? (alphabet[third & 63] ?? 0) : padding;
      at += 4;
    }
    out[at] = 0x0d;
    out[at + 1] = 0x0a;
    at += 2;
  }
  return out;
}
