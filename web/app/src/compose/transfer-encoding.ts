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

/** Octets as base64 in lines of 76 (RFC 2045, 6.8), each ended by CRLF, as US-ASCII. */
export function base64Lines(octets: Uint8Array): Uint8Array {
  const lineOctets = 57;
  const lines = Math.ceil(octets.length / lineOctets);
  const full = Math.ceil(octets.length / 3) * 4;
  const out = new Uint8Array(full + lines * 2);
  let at = 0;
  for (let from = 0; from < octets.length; from += lineOctets) {
    const line = btoa(String.fromCodePoint(...octets.subarray(from, from + lineOctets)));
    at += utf8.encodeInto(`${line}\r\n`, out.subarray(at)).written;
  }
  return out.subarray(0, at);
}
