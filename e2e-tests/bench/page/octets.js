// Octets: where they come from, how they are compared, and the little MIME that libraries without MIME need.

export const octets = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** A file among the fixtures. */
export async function file(name) {
  const response = await fetch(`/fixtures/${name}`);
  if (!response.ok) throw new Error(`no fixture ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

export function same(one, other) {
  return one.length === other.length && one.every((octet, i) => octet === other[i]);
}

/** With one octet changed there or soon after, so that text stays text. */
export function tampered(octets, at) {
  const copy = octets.slice();
  while (copy[at] < 0x61 || copy[at] > 0x79) at++;
  copy[at] += 1;
  return copy;
}

const latin1 = new TextDecoder('latin1');
const encoder = new TextEncoder();

/** Where octets, or those of a text, first stand. */
export function position(haystack, sought, from = 0) {
  const needle = typeof sought === 'string' ? encoder.encode(sought) : sought;
  for (let at = haystack.indexOf(needle[0], from); at >= 0; at = haystack.indexOf(needle[0], at + 1)) {
    if (needle.every((octet, i) => haystack[at + i] === octet)) return at;
  }
  return -1;
}

/** The decoded body of an entity in base64. */
export function body(entity) {
  const start = position(entity, '\r\n\r\n') + 4;
  return Uint8Array.fromBase64(latin1.decode(entity.subarray(start)));
}

/** Both parts of a multipart/signed: the content as it was signed, and the DER of the signature. */
export function parts(entity) {
  const head = latin1.decode(entity.subarray(0, 1024));
  const boundary = `--${/boundary="([^"]+)"/.exec(head)[1]}`;
  const start = position(entity, boundary) + boundary.length + 2;
  // The signature is short, so the boundary before it is the last one near the end.
  const last = `\r\n${boundary}\r\n`;
  let middle = -1;
  for (let at = position(entity, last, Math.max(start, entity.length - 65536)); at >= 0; ) {
    middle = at;
    at = position(entity, last, at + 1);
  }
  const rest = entity.subarray(middle + boundary.length + 4);
  const end = position(rest, `\r\n${boundary}--`);
  return { content: entity.subarray(start, middle), der: body(rest.subarray(0, end)) };
}

/** The fields of a mail of this moment; one signed at another time than it is dated is not green. */
export function fields(from, to) {
  const date = new Date().toUTCString().replace('GMT', '+0000');
  return `From: ${from}@example.org\r\nTo: ${to}@example.org\r\nDate: ${date}\r\nMIME-Version: 1.0\r\n`;
}

/** The mail that an entity is in. */
export const mailed = (from, to, content) => joined(encoder.encode(fields(from, to)), content);

/** A mail around DER, for opening what a library without MIME has made. */
export function enveloped(der, type) {
  const head =
    `${fields('bob', 'alice')}Content-Type: application/pkcs7-mime; smime-type=${type}\r\n` +
    'Content-Transfer-Encoding: base64\r\n\r\n';
  return encoder.encode(head + lines(der));
}

/** multipart/signed out of a content and its signature, for verifying what a library without MIME has made. */
export function signed(content, der) {
  const head =
    `${fields('alice', 'bob')}Content-Type: multipart/signed; micalg=sha-256; boundary="outer";\r\n` +
    ' protocol="application/pkcs7-signature"\r\n\r\n--outer\r\n';
  const tail =
    '\r\n--outer\r\nContent-Type: application/pkcs7-signature\r\nContent-Transfer-Encoding: base64\r\n\r\n' +
    `${lines(der)}\r\n--outer--\r\n`;
  return joined(encoder.encode(head), content, encoder.encode(tail));
}

export function joined(...pieces) {
  const result = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    result.set(piece, at);
    at += piece.length;
  }
  return result;
}

const lines = (octets) => octets.toBase64().replace(/.{76}/g, '$&\r\n') + '\r\n';
