// node-forge: PKCS #7 and PKCS #12, all of it in JavaScript. Its octets are strings, and it has no MIME that can be used.
import { octets } from './octets.js';

const { forge } = globalThis;
const { asn1, pki, pkcs7 } = forge;
const AES_256_GCM = '2.16.840.1.101.3.4.1.46';

/** Octets as forge's strings; its own way goes octet by octet, and takes seconds for a large mail. */
function binary(view) {
  const pieces = [];
  for (let at = 0; at < view.length; at += 32768) {
    pieces.push(String.fromCharCode.apply(null, view.subarray(at, at + 32768)));
  }
  return pieces.join('');
}

function unbinary(text) {
  const result = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) result[i] = text.charCodeAt(i);
  return result;
}

export const certificate = (der) => pki.certificateFromAsn1(asn1.fromDer(binary(der)));
const der = (value) => unbinary(asn1.toDer(value).getBytes());

/** Alice, as forge knows her. */
export function forged(person) {
  const [root, intermediate, leaf] = [person.root, person.intermediate, person.leaf].map((der) =>
    certificate(octets(der)),
  );
  const key = pki.privateKeyFromAsn1(asn1.fromDer(binary(octets(person.key))));
  return { store: pki.createCaStore([root]), intermediate, leaf, key };
}

/** DER of a detached signature with the attributes that S/MIME asks for. */
export function sign({ leaf, intermediate, key }, content) {
  const message = pkcs7.createSignedData();
  message.content = forge.util.createBuffer(binary(content));
  message.addCertificate(leaf);
  message.addCertificate(intermediate);
  message.addSigner({
    key,
    certificate: leaf,
    digestAlgorithm: pki.oids.sha256,
    authenticatedAttributes: [
      { type: pki.oids.contentType, value: pki.oids.data },
      { type: pki.oids.messageDigest },
      { type: pki.oids.signingTime, value: new Date() },
    ],
  });
  message.sign({ detached: true });
  return der(message.toAsn1());
}

/** What forge itself has for verifying. */
export const ownVerify = (signature) => pkcs7.messageFromAsn1(asn1.fromDer(binary(signature))).verify();

/** Verifies a detached signature and the chain in it, step by step, out of what forge read. */
export function verify({ store }, content, signature) {
  const message = pkcs7.messageFromAsn1(asn1.fromDer(binary(signature)));
  const { authenticatedAttributes, signature: value, serial } = message.rawCapture;
  const wanted = attribute(authenticatedAttributes, pki.oids.messageDigest).value;
  const digest = forge.md.sha256.create();
  digest.update(binary(content));
  if (digest.digest().getBytes() !== wanted) return 'the digest is another one';
  const signer = message.certificates.find(({ serialNumber }) => serialNumber === forge.util.bytesToHex(serial));
  const set = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, authenticatedAttributes);
  const attributes = forge.md.sha256.create();
  attributes.update(asn1.toDer(set).getBytes());
  if (!signer.publicKey.verify(attributes.digest().getBytes(), value)) return 'the signature is wrong';
  const rest = message.certificates.filter((each) => each !== signer);
  return pki.verifyCertificateChain(store, [signer, ...rest]);
}

function attribute(attributes, oid) {
  const found = attributes.find(({ value }) => asn1.derToOid(value[0].value) === oid);
  return found.value[1].value[0];
}

export function encrypt(recipients, content, cipher) {
  const message = pkcs7.createEnvelopedData();
  for (const recipient of recipients) message.addRecipient(recipient);
  message.content = forge.util.createBuffer(binary(content));
  message.encrypt(undefined, cipher === 'AES-GCM' ? AES_256_GCM : pki.oids['aes256-CBC']);
  return der(message.toAsn1());
}

export function decrypt({ leaf, key }, envelope) {
  const message = pkcs7.messageFromAsn1(asn1.fromDer(binary(envelope)));
  message.decrypt(message.findRecipient(leaf), key);
  return unbinary(message.content.getBytes());
}

/** Opens a .p12 with its MAC verified; returns the key's PKCS #8. */
export function openPkcs12(p12, passphrase) {
  const file = forge.pkcs12.pkcs12FromAsn1(asn1.fromDer(binary(p12)), passphrase);
  const type = pki.oids.pkcs8ShroudedKeyBag;
  const [{ key }] = file.getBags({ bagType: type })[type];
  return { pkcs8: () => der(pki.wrapRsaPrivateKey(pki.privateKeyToAsn1(key))) };
}
