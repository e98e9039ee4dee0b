import type { Bytes, HostFunctions } from './border.ts';
import { decryptLong, encryptLong, SEGMENT } from './long-cbc.ts';
import { concat } from './room.ts';

/** The part of the border that WebCrypto answers. */
export type Primitives = Pick<
  HostFunctions,
  'digest' | 'hmac' | 'pbkdf2' | 'decryptContent' | 'encryptContent' | 'openSealed' | 'seal'
>;

const DIGESTS = ['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'] as const;
const CIPHERS = new Map([
  ['AES-128-CBC', 16],
  ['AES-192-CBC', 24],
  ['AES-256-CBC', 32],
]);
const IV_OCTETS = 16;
const SEALING_CIPHERS = new Map([
  ['AES-128-GCM', 16],
  ['AES-192-GCM', 24],
  ['AES-256-GCM', 32],
]);
/** Other nonces have a meaning too (NIST SP 800-38D, 7.1), but hardly anybody sends them. */
const NONCE_OCTETS = 12;
const TAG_OCTETS = 16;
/** Those that CMS has (RFC 5084, 3.2). */
const TAGS = [12, 13, 14, 15, TAG_OCTETS];

/** No primitive at all: the module does all work itself. */
export const NO_PRIMITIVES: Primitives = {
  digest: () => null,
  hmac: () => null,
  pbkdf2: () => null,
  decryptContent: () => null,
  encryptContent: () => null,
  openSealed: () => null,
  seal: () => null,
};

/**
 * The primitives of this WebCrypto. Each is tried once, because whether it exists must be known
 * before work is given to it: an engine that has it in part (Chromium refuses AES-192 with an
 * OperationError) is told apart from one that found wrong padding. After that an error is an error
 * and no reason to fall back.
 */
export async function probePrimitives(subtle: SubtleCrypto): Promise<Primitives> {
  const [digests, hmacs, kdfs, ciphers, sealing] = await Promise.all([
    supported(DIGESTS, (name) => subtle.digest(name, new Uint8Array(0))),
    supported(DIGESTS, (name) => hmac(subtle, name, new Uint8Array(1), new Uint8Array(0))),
    supported(DIGESTS, (name) => pbkdf2(subtle, name, new Uint8Array(1), new Uint8Array(8), 1, 16)),
    supported([...CIPHERS.keys()], async (name) => {
      const key = new Uint8Array(CIPHERS.get(name) ?? 0);
      const iv = new Uint8Array(IV_OCTETS);
      const ciphertext = await encrypt(subtle, key, iv, new Uint8Array(1));
      return decrypt(subtle, key, iv, ciphertext);
    }),
    supported([...SEALING_CIPHERS.keys()], async (name) => {
      const key = new Uint8Array(SEALING_CIPHERS.get(name) ?? 0);
      for (const tagOctets of TAGS) {
        const parameters = gcm(new Uint8Array(NONCE_OCTETS), new Uint8Array(1), tagOctets);
        const sealed = await seal(subtle, key, parameters, new Uint8Array(1));
        if ((await open(subtle, key, parameters, sealed)) === null) throw new Error(name);
      }
    }),
  ]);
  const fits = (cipher: string, key: Bytes, iv: Bytes): boolean =>
    ciphers.has(cipher) && key.length === CIPHERS.get(cipher) && iv.length === IV_OCTETS;
  const seals = (cipher: string, key: Bytes, nonce: Bytes): boolean =>
    sealing.has(cipher) &&
    key.length === SEALING_CIPHERS.get(cipher) &&
    nonce.length === NONCE_OCTETS;

  return {
    digest: (algorithm, content) =>
      digests.has(algorithm) ? subtle.digest(algorithm, content).then(octets) : null,
    hmac: (digest, key, content) => (hmacs.has(digest) ? hmac(subtle, digest, key, content) : null),
    pbkdf2: (prf, password, salt, iterations, keyBytes) =>
      kdfs.has(prf) && iterations > 0 && keyBytes > 0
        ? pbkdf2(subtle, prf, password, salt, iterations, keyBytes)
        : null,
    decryptContent: (cipher, key, iv, ciphertext) =>
      fits(cipher, key, iv) ? decrypt(subtle, key, iv, ciphertext) : null,
    encryptContent: (cipher, key, iv, content) =>
      fits(cipher, key, iv) ? encrypt(subtle, key, iv, content) : null,
    openSealed: (cipher, key, nonce, associated, ciphertext, tag) =>
      seals(cipher, key, nonce) && TAGS.includes(tag.length)
        ? open(subtle, key, gcm(nonce, associated, tag.length), concat([ciphertext, tag]))
        : null,
    seal: (cipher, key, nonce, associated, content) =>
      seals(cipher, key, nonce)
        ? seal(subtle, key, gcm(nonce, associated, TAG_OCTETS), content)
        : null,
  };
}

async function supported<T extends string>(
  names: readonly T[],
  attempt: (name: T) => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const outcomes = await Promise.allSettled(names.map(async (name) => attempt(name)));
  return new Set(names.filter((_, index) => outcomes[index]?.status === 'fulfilled'));
}

async function hmac(subtle: SubtleCrypto, digest: string, key: Bytes, content: Bytes) {
  const algorithm = { name: 'HMAC', hash: digest };
  const imported = await subtle.importKey('raw', notEmpty(key), algorithm, false, ['sign']);
  return octets(await subtle.sign('HMAC', imported, content));
}

async function pbkdf2(
  subtle: SubtleCrypto,
  hash: string,
  password: Bytes,
  salt: Bytes,
  iterations: number,
  keyBytes: number,
) {
  const key = await subtle.importKey('raw', notEmpty(password), 'PBKDF2', false, ['deriveBits']);
  const algorithm = { name: 'PBKDF2', hash, salt, iterations };
  return octets(await subtle.deriveBits(algorithm, key, keyBytes * 8));
}

/**
 * HMAC fills its key with zeros up to a block (RFC 2104), so one zero octet is the same key as none,
 * which WebCrypto refuses. PBKDF2's password is an HMAC key.
 */
function notEmpty(key: Bytes): Bytes {
  return key.length > 0 ? key : new Uint8Array(1);
}

async function encrypt(subtle: SubtleCrypto, key: Bytes, iv: Bytes, content: Bytes) {
  const imported = await subtle.importKey('raw', key, 'AES-CBC', false, ['encrypt']);
  return content.length > SEGMENT
    ? encryptLong(subtle, imported, iv, content)
    : octets(await subtle.encrypt({ name: 'AES-CBC', iv }, imported, content));
}

async function decrypt(subtle: SubtleCrypto, key: Bytes, iv: Bytes, ciphertext: Bytes) {
  const long = ciphertext.length > SEGMENT && ciphertext.length % IV_OCTETS === 0;
  const uses: KeyUsage[] = long ? ['decrypt', 'encrypt'] : ['decrypt'];
  const imported = await subtle.importKey('raw', key, 'AES-CBC', false, uses);
  try {
    return long
      ? await decryptLong(subtle, imported, iv, ciphertext)
      : octets(await subtle.decrypt({ name: 'AES-CBC', iv }, imported, ciphertext));
  } catch (error) {
    // Length or padding. Key and iv were checked, so nothing else is left that it could mean.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

function gcm(iv: Bytes, additionalData: Bytes, tagOctets: number): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData, tagLength: tagOctets * 8 };
}

async function seal(subtle: SubtleCrypto, key: Bytes, parameters: AesGcmParams, content: Bytes) {
  const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt']);
  return octets(await subtle.encrypt(parameters, imported, content));
}

async function open(subtle: SubtleCrypto, key: Bytes, parameters: AesGcmParams, sealed: Bytes) {
  const imported = await subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  try {
    return octets(await subtle.decrypt(parameters, imported, sealed));
  } catch (error) {
    // The tag. Key, nonce and tag length were checked, so nothing else is left that it could mean.
    if (error instanceof DOMException && error.name === 'OperationError') return null;
    throw error;
  }
}

function octets(buffer: ArrayBuffer): Bytes {
  return new Uint8Array(buffer);
}
