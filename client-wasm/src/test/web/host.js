/** Hosts for the module: one with the browser's crypto, and ones that lack something. */

function aes(key, use, mode = 'AES-CBC') {
  return crypto.subtle.importKey('raw', key, mode, false, [use]);
}

/** Chromium has no AES-192, and no WebCrypto has a mode but these. */
const gcm = (cipher, nonce) => /^AES-(128|256)-GCM$/.test(cipher) && nonce.length === 12;

/** What WebCrypto does with keys is the SDK's to test: here the module does it. */
const noKeys = {
  verify: () => null,
  sign: () => null,
  openOaep: () => null,
  agree: () => null,
  agreeEphemerally: () => null,
  forgetKeys: () => {},
};

const memory = {
  concat(parts) {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) {
      whole.set(part, at);
      at += part.length;
    }
    return whole;
  },
  release({ buffer }) {
    if (!buffer.detached) buffer.transfer(0);
  },
  decodeBase64(text) {
    try {
      const digits = new TextDecoder('latin1').decode(text).replace(/\s/g, '').replace(/=.*/, '');
      return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
    } catch {
      return null;
    }
  },
  encodeBase64(bytes) {
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    const lines = btoa(text).replace(/.{1,76}/g, '$&\r\n');
    return new TextEncoder().encode(lines);
  },
  canonicalLineEnds(text) {
    const bare = (byte, i) => byte === 10 && text[i - 1] !== 13;
    let missing = 0;
    for (let i = 0; i < text.length; i++) if (bare(text[i], i)) missing++;
    if (missing === 0) return text;
    const out = new Uint8Array(text.length + missing);
    let to = 0;
    for (let i = 0; i < text.length; i++) {
      if (bare(text[i], i)) out[to++] = 13;
      out[to++] = text[i];
    }
    return out;
  },
  indexOf(bytes, pattern, from) {
    next: for (let at = from; at + pattern.length <= bytes.length; at++) {
      for (let i = 0; i < pattern.length; i++) {
        if (bytes[at + i] !== pattern[i]) continue next;
      }
      return at;
    }
    return -1;
  },
  random(target) {
    crypto.getRandomValues(target);
    return true;
  },
  ...noKeys,
  askResponder: () => null,
  progress: () => Promise.resolve(),
};

const bytesOf = async (promise) => new Uint8Array(await promise);

const webCrypto = {
  digest: (name, content) => bytesOf(crypto.subtle.digest(name, content)),
  async hmac(hash, key, content) {
    const algorithm = { name: 'HMAC', hash };
    const imported = await crypto.subtle.importKey('raw', key, algorithm, false, ['sign']);
    return bytesOf(crypto.subtle.sign('HMAC', imported, content));
  },
  async pbkdf2(hash, password, salt, iterations, keyBytes) {
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits']);
    const algorithm = { name: 'PBKDF2', hash, salt, iterations };
    return bytesOf(crypto.subtle.deriveBits(algorithm, key, 8 * keyBytes));
  },
  async decryptContent(cipher, key, iv, ciphertext) {
    try {
      const imported = await aes(key, 'decrypt');
      return await bytesOf(crypto.subtle.decrypt({ name: 'AES-CBC', iv }, imported, ciphertext));
    } catch {
      return null;
    }
  },
  encryptContent: async (cipher, key, iv, content) =>
    bytesOf(crypto.subtle.encrypt({ name: 'AES-CBC', iv }, await aes(key, 'encrypt'), content)),
  openSealed(cipher, key, nonce, additionalData, ciphertext, tag) {
    if (!gcm(cipher, nonce)) return null;
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData, tagLength: 8 * tag.length };
    return aes(key, 'decrypt', 'AES-GCM')
      .then((imported) =>
        bytesOf(crypto.subtle.decrypt(algorithm, imported, memory.concat([ciphertext, tag]))),
      )
      .catch(() => null);
  },
  seal(cipher, key, nonce, additionalData, content) {
    if (!gcm(cipher, nonce)) return null;
    const algorithm = { name: 'AES-GCM', iv: nonce, additionalData };
    return aes(key, 'encrypt', 'AES-GCM').then((imported) =>
      bytesOf(crypto.subtle.encrypt(algorithm, imported, content)),
    );
  },
};

const none = {
  digest: () => null,
  hmac: () => null,
  pbkdf2: () => null,
  decryptContent: () => null,
  encryptContent: () => null,
  openSealed: () => null,
  seal: () => null,
};

const unsupported = () =>
  Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));

export const hosts = {
  /** What WebCrypto has without keys. */
  webCrypto: () => ({ ...memory, ...webCrypto }),
  /** Nothing but memory and randomness: Bouncy Castle does it all. */
  memoryOnly: () => ({ ...memory, ...none }),
  /** Begins work and then finds that it cannot do it. */
  declining: () => ({
    ...memory,
    digest: unsupported,
    hmac: unsupported,
    pbkdf2: unsupported,
    decryptContent: unsupported,
    encryptContent: unsupported,
    openSealed: unsupported,
    seal: unsupported,
  }),
  withoutRandomness: () => ({ ...memory, ...webCrypto, random: () => false }),
  /** Fails in ways that a host must not fail in. */
  broken: () => ({
    ...memory,
    ...webCrypto,
    concat: () => {
      throw new Error('broken');
    },
    digest: () => Promise.reject(new Error('broken')),
  }),
  /** A caller that gives up at the first sign of progress. */
  givingUp: () => ({
    ...memory,
    ...webCrypto,
    progress: () => Promise.reject({ code: 'aborted', message: 'given up', details: {} }),
  }),
};
