const utf8 = new TextEncoder();

/** A body and how it is encoded (RFC 2045, 6). */
export interface EncodedText {
  readonly encoding: '7bit' | 'base64';
  /** Ends with CRLF. */
  readonly octets: Uint8Array;
}

/** Lines that no way changes: short, printable US-ASCII, no blank at the end, nothing that mailboxes or SMTP escape. */
const untouched = /^(?!From |\.|--)(?:[\x20-\x7e\t]{0,75}[\x21-\x7e])?$/;

/**
 * Text as UTF-8. Quoted-printable is left out although it would read better: servers that rewrite what they store write
 * it in another of its many forms, and a signature over it breaks. Base64 in full lines has one form.
 */
export function encodedText(text: string): EncodedText {
  const lines = text.split(/\r\n|\r|\n/);
  // The last line end belongs to the text already.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  const octets = utf8.encode(`${lines.join('\r\n')}\r\n`);
  return lines.every((line) => untouched.test(line))
    ? { encoding: '7bit', octets }
    : { encoding: 'base64', octets: base64Lines(octets) };
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
