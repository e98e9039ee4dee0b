// Measures Signet beside other libraries and writes docs/performance.json and docs/performance.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inChromium } from './browser.js';
import { chains } from './chains.js';
import { writeDocument } from './document.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const settings = { warmup: 20, rounds: Number(process.env.ROUNDS ?? 200) };
const PEERS = join(root, 'e2e-tests/peers/node_modules');

const say = (text) => process.stderr.write(`==> ${text}\n`);
const told = (program, ...options) => execFileSync(program, options, { cwd: root, encoding: 'utf8' }).trim();
const peer = (name) => JSON.parse(readFileSync(join(PEERS, name, 'package.json'), 'utf8')).version;
const load = () => loadavg()[0].toFixed(2);

const scratch = mkdtempSync(join(tmpdir(), 'signet-bench-'));
try {
  say('making chains with OpenSSL');
  const count = settings.warmup + settings.rounds;
  const tasks = {
    chain: {
      'RSA-2048': await chains(scratch, 'RSA-2048', count),
      'P-256': await chains(scratch, 'P-256', count),
    },
  };
  const machine = {
    cpu: cpus()[0].model,
    cpus: cpus().length,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    loadBefore: load(),
  };
  say(`measuring; the machine's load is ${machine.loadBefore}`);
  const measured = await inChromium({
    folders: { page: join(root, 'e2e-tests/bench/page'), sdk: join(root, 'web/sdk/dist'), peers: PEERS },
    fixtures: { settings, tasks },
    profile: join(scratch, 'profile'),
    seconds: 600,
  });
  machine.loadAfter = load();
  const run = {
    date: new Date().toISOString().slice(0, 10),
    machine,
    versions: {
      signet: `${sdkVersion()} (${told('git', 'describe', '--always', '--dirty')})`,
      chromium: /Chrome\/([\d.]+)/.exec(measured.userAgent)?.[1] ?? measured.userAgent,
      pkijs: peer('pkijs'),
      forge: peer('node-forge'),
      openssl: told('openssl', 'version').split(' ').slice(0, 2).join(' '),
    },
    settings,
    tasks: measured.tasks.map((task) => ({
      ...task,
      contestants: task.contestants.map((each) => ({ ...each, samples: each.samples.map(micros) })),
    })),
  };
  writeFileSync(join(root, 'docs/performance.json'), `${compact(run)}\n`);
  process.stdout.write(writeDocument(root));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function sdkVersion() {
  return JSON.parse(readFileSync(join(root, 'web/sdk/package.json'), 'utf8')).version;
}

function micros(millis) {
  return Math.round(millis * 1000) / 1000;
}

/** Indented, with the samples of a contestant in one line. */
function compact(value) {
  return JSON.stringify(value, null, 2).replace(/\[\s+([\d.,\s]+?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, ' ')}]`);
}
