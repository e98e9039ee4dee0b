/** What the S/MIME column shows. Before a mail is opened it is what the outermost layer claims. */
export interface SmimeKind {
  readonly encrypted: boolean;
  readonly signed: boolean;
}

const neither: SmimeKind = { encrypted: false, signed: false };
const encrypted: SmimeKind = { encrypted: true, signed: false };
const signed: SmimeKind = { encrypted: false, signed: true };

/** DER of the content types (RFC 5652, 5083) after the outermost SEQUENCE of a CMS. */
const signedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const envelopedData = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x03];
const authEnvelopedData = [
  0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17,
];

/** By the value of Content-Type; within `application/pkcs7-mime` the body's first octets know better than its header. */
export function kindOf(contentType: string, body: Uint8Array): SmimeKind {
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'multipart/signed') {
    return /protocol\s*=\s*"?application\/(?:x-)?pkcs7-signature/i.test(contentType)
      ? signed
      : neither;
  }
  if (type !== 'application/pkcs7-mime' && type !== 'application/x-pkcs7-mime') return neither;
  // A certs-only message is signed-data without content or signer.
  if (/smime-type\s*=\s*"?certs-only/i.test(contentType)) return neither;
  const byBody = kindOfBody(body);
  if (byBody !== null) return byBody;
  switch (/smime-type\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1]?.toLowerCase()) {
    case 'signed-data':
      return signed;
    case 'enveloped-data':
    case 'authenveloped-data':
      return encrypted;
    default:
      return neither;
  }
}

/** Null where the octets do not tell. */
function kindOfBody(body: Uint8Array): SmimeKind | null {
  const start = firstOctets(body);
  if (holds(start, signedData)) return signed;
  return holds(start, envelopedData) || holds(start, authEnvelopedData) ? encrypted : null;
}

function holds(octets: Uint8Array, pattern: readonly number[]): boolean {
  // Tag and length of the outermost SEQUENCE take 2 to 6 octets.
  for (let at = 2; at <= 6; at += 1) {
    if (pattern.every((octet, index) => octets[at + index] === octet)) return true;
  }
  return false;
}

function firstOctets(body: Uint8Array): Uint8Array {
  const text = new TextDecoder('latin1').decode(body.subarray(0, 200));
  const base64 = text.replace(/\s+/g, '').slice(0, 64);
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+=*$/.test(base64)) return body.subarray(0, 48);
  return Uint8Array.from(atob(base64), (character) => character.codePointAt(0) ?? 0);
}
