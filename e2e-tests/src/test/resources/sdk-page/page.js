// Drives the SDK for a test that can only pass text: bytes come as {"$bytes": base64} or {"$file": path}, an instant
// as {"$at": ms}, a key as {"$key": id}, a way to responders as {"$transport": path}; in what goes back, bytes are
// base64 and instants are milliseconds.
import { createEngine } from "/sdk/index.js";

const engines = new Map();
let count = 0;

async function decode(value, engine) {
  if (Array.isArray(value)) return Promise.all(value.map((item) => decode(item, engine)));
  if (value === null || typeof value !== "object") return value;
  if ("$bytes" in value) return Uint8Array.fromBase64(value.$bytes);
  if ("$file" in value) return new Uint8Array(await (await fetch(value.$file)).arrayBuffer());
  if ("$at" in value) return new Date(value.$at);
  if ("$key" in value) {
    const key = (await engine.keys()).find(({ id }) => id === value.$key);
    return key ?? { id: value.$key };
  }
  if ("$transport" in value) return transport(value.$transport);
  const entries = Object.entries(value).map(async ([name, item]) => [
    name,
    await decode(item, engine),
  ]);
  const options = Object.fromEntries(await Promise.all(entries));
  if (!("$giveUp" in options)) return options;
  // Given up from within, as soon as the operation says that it has got somewhere.
  const controller = new AbortController();
  const { $giveUp, ...rest } = options;
  return { ...rest, signal: controller.signal, onProgress: () => controller.abort() };
}

/** A way to responders of the page's own, over the same relay. */
const transport = (path) => async (responder, request, signal) => {
  const headers = { "Content-Type": "application/ocsp-request" };
  const query = new URLSearchParams({ responder });
  const answer = await fetch(`${path}?${query}`, {
    method: "POST",
    headers,
    body: request,
    signal,
  });
  return new Uint8Array(await answer.arrayBuffer());
};

function encode(value) {
  if (value instanceof Uint8Array) return value.toBase64();
  if (value instanceof Date) return value.getTime();
  if (Array.isArray(value)) return value.map(encode);
  if (value === null || typeof value !== "object") return value;
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
};
document.documentElement.dataset.ready = "yes";
