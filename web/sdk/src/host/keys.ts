import type { Bytes, HeldKey, HostFunctions } from './border.ts';

/** The part of the border that WebCrypto answers with public and private keys. */
export type KeyPrimitives = Pick<
  HostFunctions,
  'verify' | 'sign' | 'openOaep' | 'agree' | 'agreeEphemerally' | 'forgetKeys'
>;

/** None at all: the module does all work itself. */
export const NO_KEY_PRIMITIVES: KeyPrimitives = {
  verify: () => null,
  sign: () => null,
  openOaep: () => null,
  agree: () => null,
  agreeEphemerally: () => null,
  forgetKeys: () => {},
};

const COORDINATES = new Map([
  ['P-256', 32],
  ['P-384', 48],
  ['P-521', 66],
]);
const X25519 = 'X25519';

/** Public keys that are kept imported: a list of mail has few senders at a time. */
const PUBLIC_KEYS = 64;

type ImportAlgorithm = RsaHashedImportParams | EcKeyImportParams | { name: string };

/**
 * What this WebCrypto does with keys. Private keys are imported so that they cannot be exported again,
 * once for each use, and kept until `forgetKeys`; public ones are kept as long, as far as there is room.
 *
 * Nothing is tried beforehand: a key or an algorithm that cannot be used is declined when it comes, and
 * the module has the last word, so that both ways end alike.
 */
export function keyPrimitives(subtle: SubtleCrypto): KeyPrimitives {
  const imports = new Map<string, CryptoKey>();
  // How often: what was being imported meanwhile is not kept.
  let forgotten = 0;
  const publicKeys = new Map<string, CryptoKey>();
  // One character for each octet, so that no two keys have one name.
  const latin1 = new TextDecoder('latin1');

  const imported = async (
    { key, pkcs8 }: HeldKey,
    algorithm: ImportAlgorithm,
    usage: KeyUsage,
  ): Promise<CryptoKey> => {
    const name = JSON.stringify([key, algorithm]);
    const known = imports.get(name);
    if (known !== undefined) return known;
    const now = forgotten;
    const fresh = await orDeclined(subtle.importKey('pkcs8', pkcs8, algorithm, false, [usage]));
    if (now === forgotten) imports.set(name, fresh);
    return fresh;
  };

  const verifying = async (spki: Bytes, algorithm: ImportAlgorithm): Promise<CryptoKey> => {
    const name = JSON.stringify([latin1.decode(spki), algorithm]);
    const known = publicKeys.get(name);
    if (known !== undefined) return known;
    const fresh = await orDeclined(subtle.importKey('spki', spki, algorithm, false, ['verify']));
    if (publicKeys.size >= PUBLIC_KEYS) publicKeys.clear();
    publicKeys.set(name, fresh);
    return fresh;
  };

  const agreed = async (curve: string, own: CryptoKey, publicKey: Bytes): Promise<Bytes> => {
    const algorithm = agreement(curve);
    const other = await orDeclined(subtle.importKey('spki', publicKey, algorithm, false, []));
    const name = algorithm.name;
    // A result of zero is refused here by some, and has an error of its own in the module.
    return octets(await orDeclined(subtle.deriveBits({ name, public: other }, own, null)));
  };

  return {
    verify: async (scheme, hash, saltLength, publicKey, signature, message) => {
      const algorithm = signing(scheme, hash);
      const key = await verifying(publicKey, algorithm);
      if (!fits(signature, key)) return false;
      const parameters = { ...algorithm, hash, saltLength };
      return orDeclined(subtle.verify(parameters, key, signature, message));
    },
    sign: async (scheme, hash, saltLength, held, message) => {
      const algorithm = signing(scheme, hash);
      const key = await imported(held, algorithm, 'sign');
      const parameters = { ...algorithm, hash, saltLength };
      return octets(await orDeclined(subtle.sign(parameters, key, message)));
    },
    openOaep: async (hash, label, held, encryptedKey) => {
      const algorithm = { name: 'RSA-OAEP', hash };
      const key = await imported(held, algorithm, 'decrypt');
      try {
        return octets(await subtle.decrypt({ name: 'RSA-OAEP', label }, key, encryptedKey));
      } catch (error) {
        // The key was taken, so nothing else is left that it could mean.
        if (error instanceof DOMException && error.name === 'OperationError') return null;
        throw error;
      }
    },
    agree: async (curve, held, publicKey) =>
      agreed(curve, await imported(held, agreement(curve), 'deriveBits'), publicKey),
    agreeEphemerally: async (curve, publicKey) => {
      const pair = (await orDeclined(
        subtle.generateKey(agreement(curve), false, ['deriveBits']),
      )) as CryptoKeyPair;
      const ephemeral = octets(await orDeclined(subtle.exportKey('spki', pair.publicKey)));
      return [ephemeral, await agreed(curve, pair.privateKey, publicKey)];
    },
    forgetKeys: () => {
      forgotten++;
      imports.clear();
      publicKeys.clear();
    },
  };
}

/**
 * RFC 8017 section 8.1.2 step 1: a signature is as long as the modulus. Not every platform looks whether
 * a nought at its start is missing.
 */
function fits(signature: Bytes, key: CryptoKey): boolean {
  const { modulusLength } = key.algorithm as Partial<RsaKeyAlgorithm>;
  return modulusLength === undefined || signature.length === Math.ceil(modulusLength / 8);
}

function signing(scheme: string, hash: string): { name: string } & ImportAlgorithm {
  return COORDINATES.has(scheme) ? { name: 'ECDSA', namedCurve: scheme } : { name: scheme, hash };
}

function agreement(curve: string): { name: string } & ImportAlgorithm {
  return curve === X25519 ? { name: X25519 } : { name: 'ECDH', namedCurve: curve };
}

/** Whatever WebCrypto does not take is the module's to decide. */
async function orDeclined<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch {
    throw new DOMException('the browser does not take this key', 'NotSupportedError');
  }
}

function octets(buffer: ArrayBuffer): Bytes {
  return new Uint8Array(buffer);
}
