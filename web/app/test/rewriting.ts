/** Servers that take messages apart and write them again in their own way, as Apache James does. */
const latin1 = new TextDecoder('latin1');
const utf8 = new TextEncoder();

/**
 * Takes every part apart and writes it anew: base64 in lines of 76, quoted-printable as this server would, the header
 * folded anew. What was in canonical form before stays as it was.
 */
export function rewritten(message: Uint8Array): Uint8Array {
  return utf8.encode(entity(latin1.decode(message), true));
}

function entity(text: string, outermost: boolean): string {
  const at = text.indexOf('\r\n\r\n');
  const header = text.slice(0, at + 2);
  const body = text.slice(at + 4);
  const fields = header.replace(/\r\n[ \t]+/g, ' ');
  const boundary = /^content-type: multipart\/.*boundary="?([^";\r\n]+)/im.exec(fields)?.[1];
  // The outermost header is nothing that a signature covers.
  const head = outermost ? fields : header;
  if (boundary === undefined) return `${head}\r\n${encoded(fields, body)}`;
  const parts = body.split(`--${boundary}`);
  const inner = parts.slice(1, -1).map((part) => entity(part.slice(2).replace(/\r\n$/, ''), false));
  return `${head}\r\n${inner.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
}

function encoded(fields: string, body: string): string {
  const encoding = /^content-transfer-encoding: *(\S+)/im.exec(fields)?.[1]?.toLowerCase();
  if (encoding === 'base64') {
    const lines = btoa(atob(body.replace(/\s+/g, ''))).match(/.{1,76}/g) ?? [];
    return lines.map((line) => `${line}\r\n`).join('');
  }
  if (encoding === 'quoted-printable')
    return body
      .replace(/=\r\n/g, '')
      .replace(/[^\r\n]{70}/g, (line) => (line.includes('=') ? line : `${line}=\r\n`));
  return body;
}

/** Adds a footer to the text, as mailing lists and archives do. */
export function withFooter(message: Uint8Array): Uint8Array {
  const text = latin1.decode(message);
  const start = Math.max(text.indexOf('Content-Type: text/plain'), 0);
  const at = text.indexOf('\r\n--', start);
  return utf8.encode(
    at < 0 ? `${text}footer\r\n` : `${text.slice(0, at)}footer\r\n${text.slice(at)}`,
  );
}
