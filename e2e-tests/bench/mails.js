// Mails by OpenSSL: signed, encrypted, and both. The MIME around what OpenSSL makes is written here, so that every
// contestant can be given the very octets.
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openssl, opensslBeside } from './openssl.js';

const LINE = /.{1,76}/g;
const lines = (octets) => `${octets.toString('base64').match(LINE).join('\r\n')}\r\n`;
const BOUNDARY = '----=_signet_bench';

/** The fields of a mail that are not of MIME. */
export const header = (subject = 'Measured') =>
  `From: Alice <alice@example.org>\r\nTo: Bob <bob@example.org>\r\nSubject: ${subject}\r\n` +
  `Date: ${new Date().toUTCString().replace('GMT', '+0000')}\r\nMIME-Version: 1.0\r\n`;

/** A MIME entity of so many octets: text, or a text with an attachment where it is large. */
export function entity(size) {
  if (size < 65536) return Buffer.from(padded('Content-Type: text/plain; charset=us-ascii\r\n\r\n', '', size));
  const head =
    'Content-Type: multipart/mixed; boundary="inner"\r\n\r\n--inner\r\nContent-Type: text/plain\r\n\r\n' +
    'See the attachment.\r\n--inner\r\nContent-Type: application/octet-stream\r\n' +
    'Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename="large"\r\n\r\n';
  const tail = '\r\n--inner\r\nContent-Type: text/plain\r\n\r\n';
  const attached = lines(randomBytes(Math.floor(((size - 1024) / 78) * 57)));
  return Buffer.from(padded(head + attached + tail, '\r\n--inner--\r\n', size), 'latin1');
}

function padded(start, end, size) {
  const line = 'The quick brown fox jumps over the lazy dog, again and again.\r\n';
  const room = size - start.length - end.length - 2;
  return `${start}${line.repeat(Math.ceil(room / line.length)).slice(0, room).replace(/\r$/, '.')}\r\n${end}`;
}

const SIGN = ['cms', '-sign', '-binary', '-outform', 'DER', '-md', 'sha256', '-signer', 'leaf.pem', '-inkey', 'leaf.key',
  '-certfile', 'intermediate.pem'];

/** DER of a detached signature over a file in the person's folder. */
export function signature({ folder }, name) {
  return openssl(folder, ...SIGN, '-in', name);
}

/** The same, beside others. */
export async function signatureBeside({ folder }, name) {
  await opensslBeside(folder, ...SIGN, '-in', name, '-out', `${name}.p7s`);
  return readFileSync(join(folder, `${name}.p7s`));
}

/** multipart/signed, as an entity. */
export function signedEntity(content, der) {
  return Buffer.concat([
    Buffer.from(
      'Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256;\r\n' +
        ` boundary="${BOUNDARY}"\r\n\r\n--${BOUNDARY}\r\n`,
    ),
    content,
    Buffer.from(
      `\r\n--${BOUNDARY}\r\nContent-Type: application/pkcs7-signature; name="smime.p7s"\r\n` +
        `Content-Transfer-Encoding: base64\r\n\r\n${lines(der)}\r\n--${BOUNDARY}--\r\n`,
    ),
  ]);
}

const OAEP = ['-keyopt', 'rsa_padding_mode:oaep', '-keyopt', 'rsa_oaep_md:sha256', '-keyopt', 'rsa_mgf1_md:sha256'];

const KDF = ['-keyopt', 'ecdh_kdf_md:sha256'];

/** DER of an entity that is encrypted to the person. */
export function encrypted({ algorithm, folder }, content, cipher, oaep = false) {
  writeFileSync(join(folder, 'plain'), content);
  openssl(
    folder, 'cms', '-encrypt', '-binary', '-outform', 'DER', `-${cipher}`, '-in', 'plain', '-out', 'encrypted',
    '-recip', 'leaf.pem', ...(oaep ? OAEP : algorithm === 'P-256' ? KDF : []),
  );
  return readFileSync(join(folder, 'encrypted'));
}

/** application/pkcs7-mime, as an entity. */
export function encryptedEntity(der, cipher) {
  const type = cipher.endsWith('gcm') ? 'authEnveloped-data' : 'enveloped-data';
  const head =
    `Content-Type: application/pkcs7-mime; smime-type=${type}; name="smime.p7m"\r\n` +
    'Content-Transfer-Encoding: base64\r\n\r\n';
  return Buffer.from(head + lines(der), 'latin1');
}

export const mail = (entity) => Buffer.concat([Buffer.from(header()), entity]);
