// PKI.js over Node's WebCrypto: RSA-OAEP and ECDH, RSA, RSA-PSS and ECDSA; AES-GCM only within EnvelopedData.
import { webcrypto } from 'node:crypto';
import * as asn1 from 'asn1js';
import * as pkijs from 'pkijs';
import { bytes, serve } from './peer.js';

pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto }));

const exact = (text) => bytes(text).slice().buffer;
const certificate = (text) => pkijs.Certificate.fromBER(exact(text));
const content = (text) => pkijs.ContentInfo.fromBER(exact(text));
const subtle = webcrypto.subtle;
const CURVES = { 'P-256': 'P-256', 'P-384': 'P-384', 'P-521': 'P-521' };

function signatureKey(key, scheme, digest) {
  const hash = digest.toUpperCase();
  const algorithm =
    scheme === 'pss' ? { name: 'RSA-PSS', hash }
    : scheme === 'rsa' ? { name: 'RSASSA-PKCS1-v1_5', hash }
    : scheme === 'ed25519' ? { name: 'Ed25519' }
    : { name: 'ECDSA', namedCurve: CURVES[scheme] ?? scheme };
  return subtle.importKey('pkcs8', exact(key), algorithm, true, ['sign']);
}

await serve({
  async decrypt({ cms, certificate: own, key }) {
    const enveloped = new pkijs.EnvelopedData({ schema: content(cms).content });
    const mine = certificate(own);
    const index = enveloped.recipientInfos.findIndex((info) =>
      info.variant === 1 ? info.value.rid.serialNumber?.isEqual(mine.serialNumber) : info.variant === 2,
    );
    return enveloped.decrypt(index, { recipientCertificate: mine, recipientPrivateKey: exact(key) });
  },
  async encrypt({ content: plain, recipients, cipher, oaep }) {
    const enveloped = new pkijs.EnvelopedData();
    for (const recipient of recipients) {
      enveloped.addRecipientByCertificate(certificate(recipient), oaep ? { oaepHashAlgorithm: 'SHA-256' } : {});
    }
    const [, length, mode] = /^aes-(\d+)-(\w+)$/.exec(cipher) ?? [];
    if (mode === undefined) throw new Error(`no option for ${cipher}`);
    if (mode === 'gcm') throw new Error('writes AES-GCM into EnvelopedData only, which RFC 5084 does not allow');
    await enveloped.encrypt({ name: `AES-${mode.toUpperCase()}`, length: Number(length) }, exact(plain));
    const info = new pkijs.ContentInfo({
      contentType: pkijs.ContentInfo.ENVELOPED_DATA,
      content: enveloped.toSchema(),
    });
    return new Uint8Array(info.toSchema().toBER(false));
  },
  async verify({ cms, detachedContent, anchor }) {
    const signed = new pkijs.SignedData({ schema: content(cms).content });
    const result = await signed.verify({
      signer: 0,
      trustedCerts: [certificate(anchor)],
      checkChain: false,
      extendedMode: true,
      ...(detachedContent === undefined ? {} : { data: exact(detachedContent) }),
    });
    if (result.signatureVerified !== true) throw new Error(result.message || 'the signature is not verified');
    return bytes('');
  },
  async sign({ content: plain, certificate: own, key, digest, scheme, detached }) {
    const mine = certificate(own);
    const hash = digest.toUpperCase();
    const data = exact(plain);
    const attribute = (type, value) => new pkijs.Attribute({ type, values: [value] });
    const signed = new pkijs.SignedData({
      version: 1,
      encapContentInfo: new pkijs.EncapsulatedContentInfo({
        eContentType: pkijs.ContentInfo.DATA,
        ...(detached ? {} : { eContent: new asn1.OctetString({ valueHex: data }) }),
      }),
      signerInfos: [
        new pkijs.SignerInfo({
          version: 1,
          sid: new pkijs.IssuerAndSerialNumber({ issuer: mine.issuer, serialNumber: mine.serialNumber }),
          signedAttrs: new pkijs.SignedAndUnsignedAttributes({
            type: 0,
            attributes: [
              attribute('1.2.840.113549.1.9.3', new asn1.ObjectIdentifier({ value: pkijs.ContentInfo.DATA })),
              attribute('1.2.840.113549.1.9.5', new asn1.UTCTime({ valueDate: new Date() })),
              attribute(
                '1.2.840.113549.1.9.4',
                new asn1.OctetString({ valueHex: await subtle.digest(hash, data) }),
              ),
            ],
          }),
        }),
      ],
      certificates: [mine],
    });
    await signed.sign(await signatureKey(key, scheme, digest), 0, hash, data);
    const info = new pkijs.ContentInfo({
      contentType: pkijs.ContentInfo.SIGNED_DATA,
      content: signed.toSchema(true),
    });
    return new Uint8Array(info.toSchema().toBER(false));
  },
});
