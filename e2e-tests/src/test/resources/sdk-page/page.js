// Drives the SDK for a test that can only pass text: bytes come as {"$bytes": base64} or {"$file": path}, an instant
// as {"$at": ms}, a key as {"$key": id}; in what goes back, bytes are base64 and instants are milliseconds.
import { createEngine } from '/sdk/index.js';

const engines = new Map();
const aborts = new Map();
let count = 0;

async function decode(value, engine) {
  if (Array.isArray(value)) return Promise.all(value.map((item) => decode(item, engine)));
  if (value === null || typeof value !== 'object') return value;
  if ('$bytes' in value) return Uint8Array.fromBase64(value.$bytes);
  if ('$file' in value) return new Uint8Array(await (await fetch(value.$file)).arrayBuffer());
  if ('$at' in value) return new Date(value.$at);
  if ('$key' in value) {
    const key = (await engine.keys()).find(({ id }) => id === value.$key);
    return key ?? { id: value.$key };
  }
  if ('$abort' in value) {
    const controller = new AbortController();
    aborts.set(value.$abort, controller);
    return controller.signal;
  }
  const entries = Object.entries(value).map(async ([name, item]) => [name, await decode(item, engine)]);
  return Object.fromEntries(await Promise.all(entries));
}

function encode(value) {
  if (value instanceof Uint8Array) return value.toBase64();
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, encode(item)]));
}

const refusal = (error) => ({
  error: {
    name: error?.name ?? null,
    isError: error instanceof Error,
    code: error?.code ?? null,
    message: String(error?.message ?? error),
    details: error?.details ?? null,
  },
});

async function attempt(action) {
  const started = performance.now();
  try {
    const result = await action();
    return JSON.stringify({ result: encode(result ?? null), millis: performance.now() - started });
  } catch (error) {
    return JSON.stringify({ ...refusal(error), millis: performance.now() - started });
  }
}

window.harness = {
  create: (options) =>
    attempt(async () => {
      const engine = await createEngine(await decode(options, null));
      const id = `engine-${++count}`;
      engines.set(id, engine);
      return { id, version: engine.version };
    }),
  call: (id, operation, args) =>
    attempt(async () => {
      const engine = engines.get(id);
      return engine[operation](...(await decode(args, engine)));
    }),
  // A result that is too large for the driver: its digest and length.
  digest: (id, operation, args, pick) =>
    attempt(async () => {
      const engine = engines.get(id);
      const result = await engine[operation](...(await decode(args, engine)));
      const bytes = pick ? result[pick] : result;
      const { [pick]: left, ...rest } = pick ? result : {};
      return { ...rest, length: bytes.length, sha256: new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)) };
    }),
  abort: (name) => aborts.get(name).abort(),
};
document.documentElement.dataset.ready = 'yes';
