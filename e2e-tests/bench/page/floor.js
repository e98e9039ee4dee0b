// The floor: the calls of WebCrypto that the work cannot do without, and base64 where the mail is in it. All that can
// be known before, where things stand in the mail above all, is found before and outside the time.
import * as pkijs from 'pkijs';
import { body, octets, position } from './octets.js';
import { asn1, buffer, certificate } from './pki.js';

const { subtle } = crypto;

const ALGORITHMS = {
  '1.2.840.113549.1.1.1': { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.10045.2.1': { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' },
  '1.3.101.112': { name: 'Ed25519' },
};

/** What one verification needs: by the issuer's key, of what was signed, the signature's value. */
export function verification(issuer, signed, value) {
  const algorithm = ALGORITHMS[issuer.subjectPublicKeyInfo.algorithm.algorithmId];
  const signature = value.valueBlock.valueHexView;
  return {
    spki: new Uint8Array(issuer.subjectPublicKeyInfo.toSchema().toBER(false)),
    algorithm,
    signed: signed.slice(),
    signature: algorithm.name === 'ECDSA' ? plain(signature) : signature.slice(),
  };
}

export async function verified({ spki, algorithm, signed, signature }) {
  const key = await subtle.importKey('spki', spki, algorithm, false, ['verify']);
  return subtle.verify(algorithm, key, signature, signed);
}

/** WebCrypto takes an ECDSA signature as both numbers one after the other, not as DER. */
function plain(der) {
  const result = new Uint8Array(64);
  let at = 2;
  for (const end of [32, 64]) {
    const length = der[at + 1];
    const number = der.slice(at + 2, at + 2 + length);
    const value = number.slice(Math.max(0, length - 32));
    result.set(value, end - value.length);
    at += 2 + length;
  }
  return result;
}

/** Verifies a detached signature and the two certificates; side by side, as nothing waits for anything. */
export function verifying(person, der) {
  const [root, intermediate, leaf] = [person.root, person.intermediate, person.leaf].map((text) =>
    certificate(octets(text)),
  );
  const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(buffer(der)).content });
  const [signer] = signed.signerInfos;
  const calls = [
    verification(leaf, new Uint8Array(signer.signedAttrs.encodedValue), signer.signature),
    verification(intermediate, leaf.tbsView, leaf.signatureValue),
    verification(root, intermediate.tbsView, intermediate.signatureValue),
  ];
  const digest = leaf.subjectPublicKeyInfo.algorithm.algorithmId === '1.3.101.112' ? 'SHA-512' : 'SHA-256';
  const wanted = signer.signedAttrs.attributes.find(({ type }) => type === '1.2.840.113549.1.9.4');
  const value = wanted.values[0].valueBlock.valueHexView.slice();
  return async (content) => {
    const [found, ...right] = await Promise.all([subtle.digest(digest, content), ...calls.map(verified)]);
    return right.every(Boolean) && new Uint8Array(found).every((octet, i) => octet === value[i]);
  };
}

/** Digests the content, and signs as much as the attributes of a signature are. */
export async function signing(person) {
  const [, algorithm] = Object.entries(ALGORITHMS).find(([oid]) => oid === keyAlgorithm(person));
  const key = await subtle.importKey('pkcs8', octets(person.key), algorithm, false, ['sign']);
  const attributes = new Uint8Array(128);
  return async (content) => {
    attributes.set(new Uint8Array(await subtle.digest('SHA-256', content)));
    return new Uint8Array(await subtle.sign(algorithm, key, attributes));
  };
}

const keyAlgorithm = (person) => certificate(octets(person.leaf)).subjectPublicKeyInfo.algorithm.algorithmId;

const OAEP = { name: 'RSA-OAEP', hash: 'SHA-256' };
const ECDH = { name: 'ECDH', namedCurve: 'P-256' };

/** Decrypts an encrypted mail: base64, the content's key, the content. */
export async function decrypting(person, mail) {
  const der = body(mail);
  const parts = dissected(der);
  const from = position(der, parts.encrypted.subarray(0, 64));
  const to = from + parts.encrypted.length;
  const { name, iv, tag } = parts;
  const contentKey = person.algorithm.startsWith('RSA')
    ? await transported(person, parts.recipient)
    : await agreed(person, parts.recipient);
  return async (octets) => {
    const decoded = body(octets);
    const key = await subtle.importKey('raw', await contentKey(), name, false, ['decrypt']);
    // The tag of GCM stands apart in the message, and WebCrypto wants it behind the rest: between them there is room.
    if (tag !== undefined) decoded.set(tag, to);
    const end = tag === undefined ? to : to + tag.length;
    return new Uint8Array(await subtle.decrypt({ name, iv }, key, decoded.subarray(from, end)));
  };
}

/** EnvelopedData or AuthEnvelopedData with one recipient, taken apart. */
function dissected(der) {
  const inside = (block, ...path) => path.reduce((at, i) => at.valueBlock.value[i], block);
  const data = inside(asn1(der), 1, 0);
  const info = inside(data, 2);
  const parameters = inside(info, 1, 1);
  const cbc = parameters.valueBlock.valueHexView !== undefined;
  const octetsOf = (block) => block.valueBlock.valueHexView.slice();
  return {
    name: cbc ? 'AES-CBC' : 'AES-GCM',
    iv: octetsOf(cbc ? parameters : inside(parameters, 0)),
    encrypted: octetsOf(inside(info, 2)),
    tag: cbc ? undefined : octetsOf(data.valueBlock.value.at(-1)),
    recipient: inside(data, 1, 0),
  };
}

async function transported(person, recipient) {
  const key = await subtle.importKey('pkcs8', octets(person.key), OAEP, false, ['decrypt']);
  const encryptedKey = recipient.valueBlock.value[3].valueBlock.valueHexView.slice();
  return () => subtle.decrypt(OAEP, key, encryptedKey);
}

/** What the key derivation of RFC 5753 hashes beside the secret: AES-256 key wrap, 256 bits. */
const SHARED_INFO = Uint8Array.from([
  0x30, 0x15, 0x30, 0x0b, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2d, 0xa2, 0x06, 0x04, 0x04, 0,
  0, 1, 0,
]);

/** X9.63 with SHA-256. */
async function wrappingKey(secret, usage) {
  const input = new Uint8Array(36 + SHARED_INFO.length);
  input.set(new Uint8Array(secret));
  input[35] = 1;
  input.set(SHARED_INFO, 36);
  return subtle.importKey('raw', await subtle.digest('SHA-256', input), 'AES-KW', false, [usage]);
}

async function agreed(person, recipient) {
  const key = await subtle.importKey('pkcs8', octets(person.key), ECDH, false, ['deriveBits']);
  const inside = (...path) => path.reduce((at, i) => at.valueBlock.value[i], recipient);
  const point = inside(1, 0, 1).valueBlock.valueHexView.slice();
  const wrapped = inside(recipient.valueBlock.value.length - 1, 0, 1).valueBlock.valueHexView.slice();
  return async () => {
    const other = await subtle.importKey('raw', point, ECDH, false, []);
    const secret = await subtle.deriveBits({ name: 'ECDH', public: other }, key, 256);
    const wrapping = await wrappingKey(secret, 'unwrapKey');
    const content = await subtle.unwrapKey('raw', wrapped, wrapping, 'AES-KW', 'AES-CBC', true, ['decrypt']);
    return subtle.exportKey('raw', content);
  };
}

/** Encrypts a content under a new key, that key to every recipient, and writes base64. */
export function encrypting(person, recipients, name) {
  const spkis = recipients.map(
    (der) => new Uint8Array(certificate(der).subjectPublicKeyInfo.toSchema().toBER(false)),
  );
  const transport = async (spki, raw) => {
    const key = await subtle.importKey('spki', spki, OAEP, false, ['encrypt']);
    return subtle.encrypt(OAEP, key, raw);
  };
  const agreement = async (spki, raw) => {
    const own = await subtle.generateKey(ECDH, false, ['deriveBits']);
    const other = await subtle.importKey('spki', spki, ECDH, false, []);
    const secret = await subtle.deriveBits({ name: 'ECDH', public: other }, own.privateKey, 256);
    const content = await subtle.importKey('raw', raw, 'AES-CBC', true, ['encrypt']);
    return subtle.wrapKey('raw', content, await wrappingKey(secret, 'wrapKey'), 'AES-KW');
  };
  const giving = person.algorithm.startsWith('RSA') ? transport : agreement;
  return async (content) => {
    const raw = crypto.getRandomValues(new Uint8Array(32));
    const iv = crypto.getRandomValues(new Uint8Array(name === 'AES-GCM' ? 12 : 16));
    const key = await subtle.importKey('raw', raw, name, false, ['encrypt']);
    const [encrypted, ...keys] = await Promise.all([
      subtle.encrypt({ name, iv }, key, content),
      ...spkis.map((spki) => giving(spki, raw)),
    ]);
    return [encrypted, ...keys].map((part) => new Uint8Array(part).toBase64());
  };
}
