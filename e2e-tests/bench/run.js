// Measures Signet beside other libraries and writes docs/performance.json and docs/performance.md.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inChromium } from './browser.js';
import { writeDocument } from './document.js';
import { Fixtures } from './fixtures.js';
import { measureLoad } from './load.js';
import { measureMemory } from './memory.js';
import { native } from './native.js';
import { planned } from './plan.js';
import { merged, read, write } from './results.js';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const PEERS = join(root, 'e2e-tests/peers/node_modules');
const RESULTS = join(root, 'docs/performance.json');
/** What needs a browser of its own each time; all the rest is done in one page. */
const APART = { load: measureLoad, memory: measureMemory };

const { values } = parseArgs({ options: { only: { type: 'string' }, variants: { type: 'string' } } });
const plan = planned({
  only: values.only?.split(','),
  variants: values.variants,
  most: Number(process.env.ROUNDS ?? Infinity),
});

const say = (text) => process.stderr.write(`==> ${text}\n`);
const told = (program, ...options) => execFileSync(program, options, { cwd: root, encoding: 'utf8' }).trim();
const peer = (name) => JSON.parse(readFileSync(join(PEERS, name, 'package.json'), 'utf8')).version;
const load = () => loadavg()[0].toFixed(2);

const scratch = mkdtempSync(join(tmpdir(), 'signet-bench-'));
try {
  const folder = join(scratch, 'fixtures');
  mkdirSync(folder);
  const fixtures = new Fixtures(scratch, folder);
  const circumstances = {
    date: new Date().toISOString().slice(0, 16).replace('T', ' '),
    signet: `${sdkVersion()} (${told('git', 'describe', '--always', '--dirty')})`,
    cpu: cpus()[0].model,
    cpus: cpus().length,
    gibibytes: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
    chromium: /[\d.]{5,}/.exec(told('chromium', '--version'))[0],
    pkijs: peer('pkijs'),
    forge: peer('node-forge'),
    openssl: told('openssl', 'version').split(' ').slice(0, 2).join(' '),
    loadBefore: load(),
  };
  const setting = {
    scratch,
    fixtures,
    say,
    folders: {
      page: join(root, 'e2e-tests/bench/page'),
      sdk: join(root, 'web/sdk/dist'),
      peers: PEERS,
      fixtures: folder,
    },
  };

  const tasks = [];
  for (const [task, measure] of Object.entries(APART)) {
    for (const variant of plan[task] ?? []) {
      say(`${task}, ${variant.name}`);
      tasks.push({ task, variant: variant.name, ...(await measure(setting, variant)) });
    }
  }
  tasks.push(...(await inOnePage(setting)));
  circumstances.loadAfter = load();
  const run = merged(existsSync(RESULTS) ? read(RESULTS) : undefined, circumstances, tasks);
  write(RESULTS, run);
  process.stdout.write(writeDocument(root));
} finally {
  if (process.env.KEEP === undefined) rmSync(scratch, { recursive: true, force: true });
}

/** All the tasks of one page, interleaved; and after them openssl with the same things. */
async function inOnePage(setting) {
  const { scratch, fixtures, folders } = setting;
  const tasks = {};
  for (const [task, variants] of Object.entries(plan)) {
    if (task in APART) continue;
    tasks[task] = {};
    for (const variant of variants) {
      say(`making what is needed: ${task}, ${variant.name}`);
      tasks[task][variant.name] = await fixtures.of(task, variant);
    }
  }
  if (Object.keys(tasks).length === 0) return [];
  say(`measuring; the machine's load is ${load()}`);
  const measured = await inChromium({
    folders,
    fixtures: tasks,
    profile: join(scratch, 'profile'),
    seconds: 1800,
    progress: say,
  });
  say('openssl, for scale');
  for (const { task, variant, contestants } of measured.tasks) {
    const planned = plan[task].find(({ name }) => name === variant);
    const contestant = native(setting, task, planned, tasks[task][variant]);
    if (contestant !== undefined) contestants.push(contestant);
  }
  return measured.tasks;
}

function sdkVersion() {
  return JSON.parse(readFileSync(join(root, 'web/sdk/package.json'), 'utf8')).version;
}
