// PKI.js: CMS and PKCS #12 over WebCrypto. It has no MIME.
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { octets } from './octets.js';

const DATA = '1.2.840.113549.1.7.1';
const SIGNED = '1.2.840.113549.1.7.2';
const ENVELOPED = '1.2.840.113549.1.7.3';

/** PKI.js takes buffers; whoever has a view of a whole one gives it away uncopied. */
export function buffer(view) {
  return view.byteLength === view.buffer.byteLength ? view.buffer : view.slice().buffer;
}
/** ASN.1, also where it is large: unless told otherwise asn1js refuses what has more than 16 MB. */
export function asn1(der) {
  const { offset, result } = asn1js.fromBER(buffer(der), { maxContentLength: 2 ** 30 });
  if (offset < 0) throw new Error(result.error);
  return result;
}
const contentInfo = (der) => new pkijs.ContentInfo({ schema: asn1(der) });

export const certificate = (der) => pkijs.Certificate.fromBER(buffer(der));

const KEYS = {
  RSA: {
    sign: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    decrypt: { name: 'RSA-OAEP', hash: 'SHA-256' },
  },
  'P-2': {
    sign: { name: 'ECDSA', namedCurve: 'P-256' },
    decrypt: { name: 'ECDH', namedCurve: 'P-256' },
  },
};

/** Alice, as PKI.js knows her: certificates and keys of WebCrypto. */
export async function pki(person) {
  const [root, intermediate, leaf] = [person.root, person.intermediate, person.leaf].map((der) =>
    certificate(octets(der)),
  );
  const algorithm = KEYS[person.algorithm.slice(0, 3)]?.sign ?? { name: 'Ed25519' };
  const signing = await crypto.subtle.importKey('pkcs8', octets(person.key), algorithm, true, ['sign']);
  return { root, intermediate, leaf, signing, pkcs8: buffer(octets(person.key)) };
}

/** DER of a detached signature with the attributes that S/MIME asks for. */
export async function sign({ leaf, intermediate, signing }, content) {
  const digest = await crypto.subtle.digest('SHA-256', content);
  const attribute = (type, value) => new pkijs.Attribute({ type, values: [value] });
  const signed = new pkijs.SignedData({
    version: 1,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: DATA }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: leaf.issuer, serialNumber: leaf.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: DATA })),
            attribute('1.2.840.113549.1.9.5', new asn1js.UTCTime({ valueDate: new Date() })),
            attribute('1.2.840.113549.1.9.4', new asn1js.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [leaf, intermediate],
  });
  await signed.sign(signing, 0, 'SHA-256', buffer(content));
  return outer(SIGNED, signed.toSchema(true));
}

/** Verifies a detached signature and the chain in it. */
export async function verify({ root }, content, der) {
  const signed = new pkijs.SignedData({ schema: contentInfo(der).content });
  return signed.verify({ signer: 0, data: buffer(content), trustedCerts: [root], checkChain: true });
}

export async function encrypt(recipients, content, cipher) {
  const message = new pkijs.EnvelopedData();
  // RSA PKCS #1 v1.5 is none of WebCrypto, so PKI.js writes OAEP.
  for (const recipient of recipients) message.addRecipientByCertificate(recipient, { oaepHashAlgorithm: 'SHA-256' });
  await message.encrypt({ name: cipher, length: 256 }, buffer(content));
  return outer(ENVELOPED, message.toSchema());
}

export async function decrypt({ leaf, pkcs8 }, der) {
  const message = new pkijs.EnvelopedData({ schema: contentInfo(der).content });
  const parameters = { recipientCertificate: leaf, recipientPrivateKey: pkcs8 };
  return new Uint8Array(await message.decrypt(0, parameters));
}

const outer = (contentType, content) =>
  new Uint8Array(new pkijs.ContentInfo({ contentType, content }).toSchema().toBER(false));

/** Opens a .p12 with its MAC verified; resolves with the key's PKCS #8. */
export async function openPkcs12(p12, passphrase) {
  const password = buffer(new TextEncoder().encode(passphrase));
  const file = pkijs.PFX.fromBER(buffer(p12));
  await file.parseInternalValues({ password, checkIntegrity: true });
  const safe = file.parsedValue.authenticatedSafe;
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
  let key;
  for (const { value } of safe.parsedValue.safeContents) {
    for (const { bagId, bagValue } of value.safeBags) {
      if (bagId !== '1.2.840.113549.1.12.10.1.2') continue;
      await bagValue.parseInternalValues({ password });
      key = bagValue.parsedValue;
    }
  }
  return new Uint8Array(key.toSchema().toBER(false));
}
