// @ts-check
/**
 * Loads the Wasm module and gives it a face. Plain JavaScript, so that what the module's own build
 * tests in a browser is what is served; nothing here or in `imports.js` makes code out of text.
 *
 * @import { Bytes, EngineModule, HostFunctions, Outcome, PartName, Refusal, Source } from './types.ts'
 */
import { imports } from './imports.js';
import { Part } from './part.js';

/**
 * See `loader.ts`.
 *
 * @param {Source | Promise<Response>} source
 * @param {HostFunctions | Promise<HostFunctions>} host
 * @param {(part: PartName) => Source | Promise<Response>} loadPart
 * @returns {Promise<EngineModule>}
 */
export async function load(source, host, loadPart) {
  const primitives = new Part(async () => loadAnswers(loadPart('primitives'), host));
  const rare = new Part(async () => loadAnswers(loadPart('rare'), host));
  const jobs = new Jobs({ primitives, rare });
  jobs.exports = await instantiate(source, host, jobs.listener());
  return face(jobs);
}

/**
 * A module that answers asks, at once and in lists of octet strings (`dev.signet.engine.port.wire`):
 * the one with primitives, or the one with rarely used algorithms.
 *
 * @param {Source | Promise<Response>} source
 * @param {HostFunctions | Promise<HostFunctions>} host
 * @returns {Promise<import('./part.js').Answers>}
 */
export async function loadAnswers(source, host) {
  const exports = await instantiate(source, host, new Jobs(null).listener());
  return {
    answer: (ask) => /** @type {Bytes[]} */ (exports['answer']?.(ask)),
    forgetKeys: () => void exports['forgetKeys']?.(),
  };
}

/**
 * @param {Source | Promise<Response>} source
 * @param {HostFunctions | Promise<HostFunctions>} host
 * @param {import('./imports.js').Listener} listener
 * @returns {Promise<Exports>}
 */
async function instantiate(source, host, listener) {
  try {
    const module = await compile(source);
    const instance = await WebAssembly.instantiate(module, imports(module, await host, listener));
    return /** @type {Exports} */ (/** @type {unknown} */ (instance.exports));
  } catch (reason) {
    // No WebAssembly, or one without garbage collection; no answer from the server.
    throw refusal('engine-unavailable', `the engine cannot be loaded: ${reason}`);
  }
}

/**
 * @param {Source | Promise<Response>} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (source instanceof ArrayBuffer || ArrayBuffer.isView(source)) {
    return WebAssembly.compile(source);
  }
  const response = await source;
  if (!response.ok) {
    throw new Error(`the server answers ${response.status}`);
  }
  // A host that does not know the type is no reason to fail; it only costs the streaming.
  return response.headers.get('content-type')?.startsWith('application/wasm')
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * The module's exports, as `dev.signet.wasm.Exports` has them.
 *
 * @typedef {Record<string, (...args: unknown[]) => unknown>} Exports
 */

/** The operations under way. */
class Jobs {
  /** @type {Exports} */
  exports = {};
  /** @type {Map<number, { operation: number, resolve: (outcome: Outcome) => void, reject: (refusal: Refusal) => void }>} */
  #running = new Map();
  #last = 0;
  #parts;

  /** @param {Record<PartName, Part> | null} parts null for a module that asks nothing */
  constructor(parts) {
    this.#parts = parts;
  }

  /** Has the module ready that an operation with a key will ask. */
  async prepare() {
    await this.#parts?.primitives.ready();
  }

  forgetKeys() {
    for (const part of Object.values(this.#parts ?? {})) part.forgetKeys();
  }

  /**
   * @param {number} operation
   * @param {string} name
   * @param {unknown[]} args
   * @returns {Promise<Outcome>}
   */
  start(operation, name, args) {
    return new Promise((resolve, reject) => {
      this.call(operation, name, args, resolve, reject);
    });
  }

  /**
   * @param {number} operation
   * @param {string} name
   * @param {unknown[]} args
   * @param {(outcome: Outcome) => void} resolve
   * @param {(refusal: Refusal) => void} reject
   */
  call(operation, name, args, resolve, reject) {
    const job = ++this.#last;
    this.#running.set(job, { operation, resolve, reject });
    this.#enter(job, name, [job, ...args]);
  }

  /**
   * Calls into the module. What Java can throw it catches; what comes through to here is a stack
   * that ran out, or a fault of the host's. The job is lost, the module goes on.
   *
   * @param {number} job
   * @param {string} name
   * @param {unknown[]} args
   */
  #enter(job, name, args) {
    try {
      this.exports[name]?.(...args);
    } catch {
      this.#take(job)?.reject(refusal('internal-error', 'the engine failed'));
      this.exports['forget']?.(job);
    }
  }

  /** @param {number} job */
  #take(job) {
    const running = this.#running.get(job);
    this.#running.delete(job);
    return running;
  }

  /** @returns {import('./imports.js').Listener} */
  listener() {
    return {
      begin: (job, ask, work, secrets) => this.#begin(job, ask, work, secrets),
      elsewhere: (rare, ask) => this.#parts?.[rare ? 'rare' : 'primitives'].answer(ask) ?? null,
      operation: (job) => this.#running.get(job)?.operation ?? 0,
      collected: (queue, reference) =>
        this.exports['teavm.reportGarbageCollectedValue']?.(queue, reference),
      succeeded: (job, report, parts) => this.#take(job)?.resolve({ report, parts }),
      failed: (job, code, message, details) =>
        this.#take(job)?.reject(refusal(code, message, details)),
    };
  }

  /**
   * @param {number} job
   * @param {number} ask
   * @param {() => Promise<unknown> | null} work
   * @param {Bytes[]} secrets copies made for this work alone
   * @returns {number}
   */
  #begin(job, ask, work, secrets) {
    const wipe = () => secrets.forEach((secret) => secret.fill(0));
    /** @type {Promise<unknown> | null} */
    let promise = null;
    try {
      promise = work();
    } finally {
      if (promise === null) {
        wipe();
      }
    }
    if (promise === null) {
      return 0;
    }
    promise.finally(wipe).then(
      (value) => this.#enter(job, 'answered', [job, ask, value ?? null]),
      (reason) =>
        reason?.name === 'NotSupportedError'
          ? this.#enter(job, 'declined', [job, ask])
          : this.#enter(job, 'refused', [job, ask, String(reason?.code)]),
    );
    return 1;
  }
}

/**
 * @param {string} code
 * @param {string} message
 * @param {string[]} details names and values in turn
 * @returns {Refusal}
 */
function refusal(code, message, details = []) {
  /** @type {Record<string, string>} */
  const named = {};
  for (let i = 0; i + 1 < details.length; i += 2) {
    named[/** @type {string} */ (details[i])] = /** @type {string} */ (details[i + 1]);
  }
  return { code, message, details: named };
}

/**
 * @param {Jobs} jobs
 * @returns {EngineModule}
 */
function face(jobs) {
  return {
    version: String(jobs.exports['version']?.()),
    prepare: () => jobs.prepare(),
    configure(s) {
      jobs.forgetKeys();
      /** @type {Refusal | undefined} */
      let failure;
      jobs.call(
        0,
        'configure',
        [
          s.trustAnchors,
          s.revocationOff ? 1 : 0,
          s.contentCipher,
          s.digest,
          s.asciiPassphrases ? 1 : 0,
          s.minimumRsaBits,
        ],
        () => {},
        (reason) => (failure = reason),
      );
      if (failure !== undefined) {
        throw failure;
      }
    },
    inspectPkcs12: (a) => jobs.start(a.operation, 'inspectPkcs12', [a.p12]),
    // Keys that are not held afterwards are not to be held by the modules that looked at them either.
    unlock: (a) =>
      jobs
        .start(a.operation, 'unlock', [
          a.p12,
          a.passphrase,
          a.acceptClearKeys ? 1 : 0,
          a.acceptMissingMac ? 1 : 0,
        ])
        .catch((reason) => {
          jobs.forgetKeys();
          throw reason;
        }),
    reprotectPkcs12: (a) =>
      jobs
        .start(a.operation, 'reprotectPkcs12', [a.p12, a.passphrase, a.newPassphrase, a.compatible])
        .finally(() => jobs.forgetKeys()),
    keys: () => jobs.start(0, 'keys', []),
    readCertificates: (a) => jobs.start(a.operation, 'readCertificates', [a.bytes]),
    checkCertificate: (a) =>
      jobs.start(a.operation, 'checkCertificate', [
        a.certificate,
        ...judging(a),
        a.purpose ?? null,
        a.policies ?? [],
        a.requireExplicitPolicy ? 1 : 0,
        a.inhibitPolicyMapping ? 1 : 0,
        a.inhibitAnyPolicy ? 1 : 0,
      ]),
    sign: (a) =>
      jobs.start(a.operation, 'sign', [
        a.message,
        a.key,
        opaque(a),
        a.digest ?? null,
        a.padding ?? null,
        a.at,
      ]),
    encrypt: (a) => jobs.start(a.operation, 'encrypt', [a.message, ...encrypting(a), a.at]),
    encryptSeparately: (a) =>
      jobs.start(a.operation, 'encryptSeparately', [a.message, ...encrypting(a), a.at]),
    signAndEncrypt: (a) =>
      jobs.start(a.operation, 'signAndEncrypt', [
        a.message,
        a.key,
        opaque(a),
        a.digest ?? null,
        a.padding ?? null,
        ...encrypting(a),
        a.at,
      ]),
    signAndEncryptSeparately: (a) =>
      jobs.start(a.operation, 'signAndEncryptSeparately', [
        a.message,
        a.key,
        opaque(a),
        a.digest ?? null,
        a.padding ?? null,
        ...encrypting(a),
        a.at,
      ]),
    open: (a) =>
      jobs.start(a.operation, 'open', [
        a.message,
        ...judging(a),
        a.passwords,
        a.keyIdentifiers,
        a.keyEncryptionKeys,
        a.held ?? [],
      ]),
  };
}

/**
 * What certificates are judged by, in the order of the exports.
 *
 * @param {import('./types.ts').Judging} by
 */
function judging({ at, intermediates, trustAnchors, crls, ocspResponses }) {
  return [at, intermediates, trustAnchors ?? null, crls ?? [], ocspResponses ?? []];
}

/** @param {{ form: 'detached' | 'opaque' }} options */
function opaque({ form }) {
  return form === 'opaque' ? 1 : 0;
}

/**
 * Whom to encrypt to, and how, in the order of the exports.
 *
 * @param {Omit<import('./types.ts').EncryptArguments, 'message' | 'at' | 'operation'>} options
 */
function encrypting({ recipients, hiddenRecipients, alsoFor, capabilities, contentCipher }) {
  // As `dev.signet.wasm.CapabilityTable` reads it.
  const table = Object.entries(capabilities ?? {}).map(([fingerprint, oids]) =>
    [fingerprint, ...oids].map((word) => `${word} `).join(''),
  );
  return [
    recipients,
    hiddenRecipients ?? [],
    alsoFor ?? null,
    table.map((line) => `${line}\n`).join(''),
    contentCipher ?? null,
  ];
}
