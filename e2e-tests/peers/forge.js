// node-forge: RSA PKCS#1 v1.5 and AES-CBC; it verifies no signature.
import forge from 'node-forge';
import { bytes, serve } from './peer.js';

const binary = (text) => forge.util.createBuffer(Buffer.from(text, 'base64').toString('binary'));
const out = (asn1) => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary');
const certificate = (text) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(binary(text)));
const privateKey = (text) => forge.pki.privateKeyFromAsn1(forge.asn1.fromDer(binary(text)));
const message = (text) => forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(binary(text)));

const CIPHERS = {
  'aes-128-cbc': forge.pki.oids['aes128-CBC'],
  'aes-256-cbc': forge.pki.oids['aes256-CBC'],
  '3des': forge.pki.oids['des-EDE3-CBC'],
};

await serve({
  decrypt({ cms, certificate: own, key }) {
    const enveloped = message(cms);
    const recipient = enveloped.findRecipient(certificate(own));
    enveloped.decrypt(recipient, privateKey(key));
    return Buffer.from(enveloped.content.getBytes(), 'binary');
  },
  encrypt({ content, recipients, cipher, oaep }) {
    if (oaep) throw new Error('no option for OAEP');
    const enveloped = forge.pkcs7.createEnvelopedData();
    for (const recipient of recipients) enveloped.addRecipient(certificate(recipient));
    enveloped.content = binary(content);
    enveloped.encrypt(undefined, CIPHERS[cipher] ?? cipher);
    return out(enveloped.toAsn1());
  },
  verify({ cms }) {
    message(cms).verify();
    return bytes('');
  },
  sign({ content, certificate: own, key, digest, scheme, detached }) {
    if (scheme === 'pss') throw new Error('no option for RSA-PSS');
    const signed = forge.pkcs7.createSignedData();
    signed.content = binary(content);
    signed.addCertificate(certificate(own));
    signed.addSigner({
      key: privateKey(key),
      certificate: certificate(own),
      digestAlgorithm: forge.pki.oids[digest.replace('-', '')],
      authenticatedAttributes: [
        { type: forge.pki.oids.contentType, value: forge.pki.oids.data },
        { type: forge.pki.oids.messageDigest },
        { type: forge.pki.oids.signingTime, value: new Date() },
      ],
    });
    signed.sign({ detached });
    return out(signed.toAsn1());
  },
});
