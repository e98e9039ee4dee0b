// @ts-check
/**
 * What the modules are given: the other side of `dev.signet.wasm.HostFunctions`, and the few
 * functions that TeaVM's own code asks for. `src/main/wasm/imports.txt` lists exactly these names,
 * `imports-primitives.txt` those that the modules with primitives take of them, and the build
 * compares both with the modules' import sections.
 *
 * @import { Bytes, HostFunctions } from './types.ts'
 */

/** Octets of the window; `dev.signet.wasm.Window.SIZE`. */
const WINDOW = 1 << 16;
const PAGE = 1 << 16;
/** Above this a decoder is faster. */
const CHARS_AS_ARGUMENTS = 64;

/**
 * What the loader does with what the module tells it.
 *
 * @typedef {object} Listener
 * @property {(job: number, ask: number, work: () => Promise<unknown> | null, secrets: Bytes[]) => number} begin
 *   begins work whose result goes back to the module; 0 where the host has no such primitive
 * @property {(rare: boolean, ask: Bytes[]) => Promise<Bytes[]> | null} elsewhere has another module answer an ask
 * @property {(job: number) => number} operation the caller's number of a job
 * @property {(queue: object, reference: object) => void} collected a value with a weak reference is gone
 * @property {(job: number, report: string | null, parts: Bytes[]) => void} succeeded
 * @property {(job: number, code: string, message: string, details: string[]) => void} failed
 */

/**
 * @param {WebAssembly.Module} module
 * @param {HostFunctions} host
 * @param {Listener} listener
 * @returns {WebAssembly.Imports}
 */
export function imports(module, host, listener) {
  const { min, dataSize } = memoryRequirements(module);
  const start = Math.ceil(dataSize / 8) * 8;
  const end = start + WINDOW;
  const memory = new WebAssembly.Memory({
    // What is free above the window is TeaVM's, for buffers outside Java's heap.
    initial: min + Math.ceil(end / PAGE),
    maximum: 32768,
  });
  return {
    env: { memory },
    teavmMemory: {
      heapOffset: new WebAssembly.Global({ value: 'i32', mutable: false }, end),
      maxSize: new WebAssembly.Global({ value: 'i32', mutable: false }, PAGE * 32767),
      notifyHeapResized: () => {},
    },
    teavmDate: { currentTimeMillis: () => Date.now() },
    teavm: weakReferences(listener),
    signet: {
      windowStart: () => start,
      ...bytesAndLists(memory, start),
      ...texts(memory, start),
      ...atOnce(host),
      ...later(host, listener),
      succeeded: listener.succeeded,
      failed: listener.failed,
    },
  };
}

/**
 * @param {WebAssembly.Module} module
 * @returns {{ min: number, dataSize: number }} pages, and octets that the module's own data takes
 */
function memoryRequirements(module) {
  const [section] = WebAssembly.Module.customSections(module, 'teavm.memoryRequirements');
  if (section === undefined) {
    throw new Error('the module does not say how much memory it needs');
  }
  return JSON.parse(new TextDecoder().decode(section));
}

/** @param {Listener} listener */
function weakReferences({ collected }) {
  /** @type {FinalizationRegistry<{ queue: object, reference: object }>} */
  const registry = new FinalizationRegistry(({ queue, reference }) => collected(queue, reference));
  return {
    /** @type {(value: object, reference: object, queue: object | null) => WeakRef<object>} */
    createWeakRef: (value, reference, queue) => {
      if (queue !== null) {
        registry.register(value, { queue, reference });
      }
      return new WeakRef(value);
    },
    /** @param {WeakRef<object>} reference */
    deref: (reference) => reference.deref() ?? null,
  };
}

/**
 * @param {WebAssembly.Memory} memory
 * @param {number} start
 */
function bytesAndLists(memory, start) {
  return {
    /** @param {Bytes} bytes */
    byteLength: (bytes) => bytes.length,
    /** @type {(bytes: Bytes, from: number, to: number) => Bytes} */
    slice: (bytes, from, to) => bytes.subarray(from, to),
    /** @param {number} length */
    allocate: (length) => new Uint8Array(length),
    /** @type {(bytes: Bytes, from: number, to: number) => void} */
    load: (bytes, from, to) =>
      new Uint8Array(memory.buffer, start, WINDOW).set(bytes.subarray(from, to)),
    /** @type {(bytes: Bytes, at: number, length: number) => void} */
    store: (bytes, at, length) => bytes.set(new Uint8Array(memory.buffer, start, length), at),
    list: () => [],
    /** @type {(list: unknown[], item: unknown) => void} */
    append: (list, item) => void list.push(item),
    /** @param {unknown[]} list */
    size: (list) => list.length,
    /** @type {(list: unknown[], index: number) => unknown} */
    item: (list, index) => list[index],
  };
}

/**
 * @param {WebAssembly.Memory} memory
 * @param {number} start
 */
function texts(memory, start) {
  // What stands alone of a surrogate pair becomes U+FFFD; the report escapes all that is not ASCII.
  const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
  return {
    /** @param {string} text */
    textLength: (text) => text.length,
    /** @type {(text: string, from: number, to: number) => void} */
    loadText: (text, from, to) => {
      const units = new Uint16Array(memory.buffer, start, to - from);
      for (let i = from; i < to; i++) {
        units[i - from] = text.charCodeAt(i);
      }
    },
    /** @type {(text: string | null, length: number) => string} */
    appendText: (text, length) => {
      const more =
        length > CHARS_AS_ARGUMENTS
          ? utf16.decode(new Uint8Array(memory.buffer, start, 2 * length))
          : String.fromCharCode(...new Uint16Array(memory.buffer, start, length));
      return text === null ? more : text + more;
    },
  };
}

/** @param {HostFunctions} host */
function atOnce(host) {
  return {
    /** @type {(bytes: Bytes, pattern: Bytes, from: number) => number} */
    indexOf: (bytes, pattern, from) => host.indexOf(bytes, pattern, from),
    /** @param {Bytes[]} parts */
    concat: (parts) => host.concat(parts),
    /** @param {Bytes} bytes */
    release: (bytes) => host.release(bytes),
    /** @param {Bytes} text */
    decodeBase64: (text) => host.decodeBase64(text),
    /** @param {Bytes} bytes */
    encodeBase64: (bytes) => host.encodeBase64(bytes),
    /** @param {Bytes} text */
    canonicalLineEnds: (text) => {
      const canonical = host.canonicalLineEnds(text);
      return canonical === text ? null : canonical;
    },
    /** @param {Bytes} target */
    random: (target) => {
      try {
        return host.random(target) ? 1 : 0;
      } catch {
        return 0;
      }
    },
  };
}

/**
 * @param {HostFunctions} host
 * @param {Listener} listener
 */
function later(host, { begin, operation, elsewhere }) {
  return {
    /** @type {(job: number, ask: number, algorithm: string, content: Bytes) => number} */
    digest: (job, ask, algorithm, content) =>
      begin(job, ask, () => host.digest(algorithm, content), []),
    /** @type {(job: number, ask: number, digest: string, key: Bytes, content: Bytes) => number} */
    hmac: (job, ask, digest, key, content) =>
      begin(job, ask, () => host.hmac(digest, key, content), [key]),
    /** @type {(job: number, ask: number, prf: string, password: Bytes, salt: Bytes, iterations: number, keyBytes: number) => number} */
    pbkdf2: (job, ask, prf, password, salt, iterations, keyBytes) =>
      begin(job, ask, () => host.pbkdf2(prf, password, salt, iterations, keyBytes), [password]),
    /** @type {(job: number, ask: number, cipher: string, key: Bytes, iv: Bytes, ciphertext: Bytes) => number} */
    decryptContent: (job, ask, cipher, key, iv, ciphertext) =>
      begin(job, ask, () => host.decryptContent(cipher, key, iv, ciphertext), [key]),
    /** @type {(job: number, ask: number, cipher: string, key: Bytes, iv: Bytes, content: Bytes) => number} */
    encryptContent: (job, ask, cipher, key, iv, content) =>
      begin(job, ask, () => host.encryptContent(cipher, key, iv, content), [key]),
    /** @type {(job: number, ask: number, cipher: string, key: Bytes, nonce: Bytes, associated: Bytes, ciphertext: Bytes, tag: Bytes) => number} */
    openSealed: (job, ask, cipher, key, nonce, associated, ciphertext, tag) =>
      begin(job, ask, () => host.openSealed(cipher, key, nonce, associated, ciphertext, tag), [
        key,
      ]),
    /** @type {(job: number, ask: number, cipher: string, key: Bytes, nonce: Bytes, associated: Bytes, content: Bytes) => number} */
    seal: (job, ask, cipher, key, nonce, associated, content) =>
      begin(job, ask, () => host.seal(cipher, key, nonce, associated, content), [key]),
    /** @type {(job: number, ask: number, scheme: string, digest: string, saltBytes: number, publicKey: Bytes, signature: Bytes, message: Bytes) => number} */
    verify: (job, ask, scheme, digest, saltBytes, publicKey, signature, message) =>
      begin(
        job,
        ask,
        () => {
          const verdict = host.verify(scheme, digest, saltBytes, publicKey, signature, message);
          return verdict?.then((right) => Uint8Array.of(right === true ? 1 : 0)) ?? null;
        },
        [],
      ),
    /** @type {(job: number, ask: number, scheme: string, digest: string, saltBytes: number, key: number, pkcs8: Bytes, message: Bytes) => number} */
    sign: (job, ask, scheme, digest, saltBytes, key, pkcs8, message) =>
      begin(job, ask, () => host.sign(scheme, digest, saltBytes, { key, pkcs8 }, message), [pkcs8]),
    /** @type {(job: number, ask: number, digest: string, label: Bytes, key: number, pkcs8: Bytes, encryptedKey: Bytes) => number} */
    openOaep: (job, ask, digest, label, key, pkcs8, encryptedKey) =>
      begin(job, ask, () => host.openOaep(digest, label, { key, pkcs8 }, encryptedKey), [pkcs8]),
    /** @type {(job: number, ask: number, curve: string, key: number, pkcs8: Bytes, publicKey: Bytes) => number} */
    agree: (job, ask, curve, key, pkcs8, publicKey) =>
      begin(job, ask, () => host.agree(curve, { key, pkcs8 }, publicKey), [pkcs8]),
    /** @type {(job: number, ask: number, curve: string, publicKey: Bytes) => number} */
    agreeEphemerally: (job, ask, curve, publicKey) =>
      begin(job, ask, () => host.agreeEphemerally(curve, publicKey), []),
    forgetKeys: () => host.forgetKeys(),
    /** @type {(job: number, ask: number, rare: number, list: Bytes[], copies: Bytes[]) => number} */
    elsewhere: (job, ask, rare, list, copies) =>
      begin(job, ask, () => elsewhere(rare !== 0, list), copies),
    /** @type {(job: number, ask: number, responder: string, request: Bytes) => number} */
    askResponder: (job, ask, responder, request) =>
      begin(job, ask, () => host.askResponder(operation(job), responder, request), []),
    /** @type {(job: number, ask: number, done: number, total: number) => number} */
    progress: (job, ask, done, total) =>
      begin(job, ask, () => host.progress(operation(job), done, total), []),
  };
}
