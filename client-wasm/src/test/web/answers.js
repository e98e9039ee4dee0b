/**
 * A worker that has the modules answer many asks at once, without an engine. What it is sent names
 * an address with asks: for each an octet that says which module (0 the one with primitives, 1 the one with
 * rarely used algorithms), then the list of octet strings as its count and each one's length before
 * it, numbers in four octets. It sends the lists of the answers back in the same form.
 */
import { loadAnswers } from './js/module.js';
import { hosts } from './host.js';

const names = ['signet-primitives.wasm', 'signet-rare.wasm'];
const modules = [];
const failed = ['failed', 'internal-error', 'the module ended'].map((text) =>
  new TextEncoder().encode(text),
);

function* read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let at = 0;
  const number = () => view.getUint32((at += 4) - 4);
  const item = () => {
    const length = number();
    return bytes.slice(at, (at += length));
  };
  while (at < bytes.length) {
    const module = bytes[at++];
    yield { module, list: Array.from({ length: number() }, item) };
  }
}

function number(value) {
  const octets = new Uint8Array(4);
  new DataView(octets.buffer).setUint32(0, value);
  return octets;
}

async function answerAll(address) {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  const parts = [];
  for (const { module, list } of read(bytes)) {
    modules[module] ??= await loadAnswers(fetch(names[module]), hosts.memoryOnly());
    let answer;
    try {
      answer = modules[module].answer(list);
    } catch {
      answer = failed;
    }
    parts.push(number(answer.length), ...answer.flatMap((each) => [number(each.length), each]));
  }
  return new Blob(parts);
}

function base64(blob) {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.readAsDataURL(blob);
  });
}

self.onmessage = async ({ data }) => {
  try {
    postMessage({ answers: await base64(await answerAll(data)) });
  } catch (reason) {
    postMessage({ refusal: { code: 'page', message: String(reason?.message ?? reason) } });
  }
};
