/** The worker's end: holds the module, with one of the hosts of `host.js`. */
import { load, loadAnswers } from './js/module.js';
import { counting, takeCounts } from './counting.js';
import { hosts } from './host.js';

let engine;
/** Where the module with rarely used algorithms comes from, and how often it was asked for. */
let rare;
let rareLoads = 0;
/** Modules that do nothing but answer asks. */
const answering = new Map();

self.addEventListener('securitypolicyviolation', (event) => {
  postMessage({ violation: `worker: ${event.violatedDirective} ${event.blockedURI}` });
});

/** Arguments as the module takes them; octets come in the text or from the server. */
async function revive(value) {
  if (Array.isArray(value)) return Promise.all(value.map(revive));
  if (value === null || typeof value !== 'object') return value;
  if (typeof value.base64 === 'string') return decode(value.base64);
  if (typeof value.fetch === 'string') {
    return new Uint8Array(await (await fetch(value.fetch)).arrayBuffer());
  }
  const entries = Object.entries(value).map(async ([key, each]) => [key, await revive(each)]);
  return Object.fromEntries(await Promise.all(entries));
}

function decode(base64) {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

function encode(bytes) {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  }
  return btoa(text);
}

async function answer(message) {
  try {
    if (message.start !== undefined) {
      rare = 'signet-rare.wasm';
      engine = await load(fetch(message.module), counting(hosts[message.start]()), (part) => {
        if (part === 'primitives') return fetch('signet-primitives.wasm');
        rareLoads++;
        return fetch(rare);
      });
      return { version: engine.version };
    }
    if (message.rareFrom !== undefined) {
      rare = message.rareFrom;
      return {};
    }
    if (message.counts !== undefined) return takeCounts();
    if (message.rareLoads !== undefined) return { rareLoads };
    if (message.module !== undefined) {
      if (!answering.has(message.module)) {
        const host = hosts.webCrypto();
        answering.set(message.module, await loadAnswers(fetch(message.module), host));
      }
      const list = answering.get(message.module).answer(await revive(message.ask));
      return { report: null, parts: list.map(encode), milliseconds: 0 };
    }
    const args = await revive(message.args);
    const before = performance.now();
    const outcome = await engine[message.operation](args);
    return {
      report: outcome?.report ?? null,
      parts: (outcome?.parts ?? []).map(encode),
      milliseconds: performance.now() - before,
    };
  } catch (reason) {
    return { refusal: { ...reason, text: String(reason) } };
  }
}

self.onmessage = async ({ data }) => {
  postMessage({ id: data.id, result: await answer(data) });
};
