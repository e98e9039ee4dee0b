// What was aimed at, and what the run says of it. Nothing here is typed by hand but the aims.
import { median, millis } from './figures.js';
import { TASKS } from './plan.js';

const P12_KDF = TASKS.p12.variants[2].name;
const P12_PBMAC1 = TASKS.p12.variants[3].name;
const LOAD = TASKS.load.variants[0].name;
const SMALL = 'RSA-2048, AES-256-CBC, 2 KB';
const LARGE = 'RSA-2048, AES-256-CBC, 25 MB';
const PEERS = ['PKI.js', 'node-forge'];

const ms = (value) => `${millis(value)} ms`;
const times = (value) => `${value.toFixed(1)} ×`;

/** An aim at a time or a number that must stay below. */
const below = (what, limit, text, value, told = ms) => ({ what, aim: text, limit: (found) => found < limit, value, told });
/** An aim at a ratio that must not be above. */
const atMost = (what, limit, value) => ({ what, aim: `≤ ${limit} ×`, limit: (found) => found <= limit, value, told: (found) => `${found.toFixed(2)} ×` });
/** An aim at being so many times as fast. */
const faster = (what, limit, value) => ({ what, aim: limit === 1 ? 'faster' : `≥ ${limit} ×`, limit: (found) => (limit === 1 ? found > 1 : found >= limit), value, told: times });

const ratio = (one, other) => (one === undefined || other === undefined ? undefined : one / other);
const against = (peer, task, variant) => (figures) =>
  ratio(figures.median(task, variant, peer), figures.median(task, variant, 'Signet'));
const overFloor = (task, variant) => (figures) =>
  ratio(figures.median(task, variant, 'Signet'), figures.median(task, variant, 'floor'));
const signet = (task, variant) => (figures) => figures.median(task, variant, 'Signet');

const GOALS = [
  atMost('`.p12` with PBMAC1, 600,000 rounds, beside the floor (derivations side by side)', 1.2, overFloor('p12', P12_PBMAC1)),
  below('`.p12` with the MAC of PKCS #12, 600,000 rounds', 600, '< 600 ms', signet('p12', P12_KDF)),
  faster('the same, beside node-forge', 15, against('node-forge', 'p12', P12_KDF)),
  atMost('decrypting and verifying 25 MB, beside the floor', 1.5, overFloor('both', LARGE)),
  ...PEERS.map((peer) => faster(`the same, beside ${peer}`, 3, against(peer, 'both', LARGE))),
  below('the same, memory beside the mail as it arrives', 4, '< 4 ×', memory, times),
  faster('signing 2 KB with RSA-2048, beside node-forge', 3, against('node-forge', 'sign', 'RSA-2048, 2 KB')),
  faster('decrypting 2 KB with RSA-2048, beside node-forge', 3, against('node-forge', 'decrypt', SMALL)),
  below('the same (RSA PKCS #1 v1.5), the whole mail', 4, '< 4 ms', signet('decrypt', SMALL)),
  below('verifying 2 KB with its chain, RSA-2048, warm', 1, '< 1 ms', signet('verify', 'RSA-2048, 2 KB')),
  faster('the same, beside PKI.js', 1, against('PKI.js', 'verify', 'RSA-2048, 2 KB')),
  below('first verified mail, cold', 400, '< 400 ms', series('Signet, cold')),
  below('first verified mail, warm', 120, '< 120 ms', series('Signet, warm')),
  below('downloaded until then, under brotli, the page and the mail included', 350_000, '< 350 kB', downloaded, (octets) => `${(octets / 1000).toFixed(0)} kB`),
];

function series(name) {
  return (figures) => {
    const found = figures.contestant('load', LOAD, name);
    return found === undefined ? undefined : median(found.samples);
  };
}

function downloaded(figures) {
  const found = figures.contestant('load', LOAD, 'Signet, cold');
  return found === undefined ? undefined : Object.values(found.bytes).reduce((sum, octets) => sum + octets, 0);
}

function memory(figures) {
  const found = figures.contestant('memory', '25 MB', 'Signet');
  return found === undefined ? undefined : median(found.memory.map(({ peak, idle, mail }) => (peak - idle) / mail));
}

/** @returns the table of goals */
export function goals(figures) {
  const lines = GOALS.map(({ what, aim, limit, value, told }) => {
    const found = value(figures);
    if (found === undefined) return `| ${what} | ${aim} | not measured | |`;
    return `| ${what} | ${aim} | ${told(found)} | ${limit(found) ? 'met' : '**not met**'} |`;
  });
  return ['| | goal | measured | |', '|---|---|---|---|', ...lines, ''].join('\n');
}
