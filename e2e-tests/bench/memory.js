// How much memory a page and its worker take while they open one large mail: the most that their process had resident
// (VmHWM), as the system counts it, above what it had before the mail was there.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause, tab } from './devtools.js';
import { host } from './host.js';

/** Whose mail it is: PKI.js reads RSA-OAEP alone. */
const MAILS = {
  Signet: 'mail',
  'Signet, all of it in Wasm': 'mail',
  'PKI.js, RSA-OAEP': 'oaep',
  'node-forge': 'mail',
};

export async function measureMemory({ scratch, fixtures, folders }, variant) {
  const large = await fixtures.of('memory', variant);
  const small = await fixtures.of('memory', { ...variant, size: '2 KB' });
  const page = readFileSync(join(folders.page, 'index.html'), 'utf8').replace('/page/bench.js', '/page/memory.js');
  const server = await host(folders, { '/memory.html': page });
  const contestants = Object.keys(MAILS).map((name) => ({ name, note: '', checks: {}, cannot: null, samples: [], memory: [] }));
  try {
    for (let round = 0; round < variant.rounds; round++) {
      for (const contestant of contestants) {
        const profile = join(scratch, `memory-${contestants.indexOf(contestant)}-${round}`);
        const browser = await tab(profile);
        try {
          const { millis, ...memory } = await once(browser, `${server.address}/memory.html`, contestant.name, large, small);
          contestant.samples.push(millis);
          contestant.memory.push(memory);
        } finally {
          await browser.close();
        }
      }
    }
  } finally {
    server.close();
  }
  return { rounds: variant.rounds, contestants };
}

/** @returns octets: of the mail, resident before the mail was there, and at most while it was opened */
async function once(browser, url, name, large, small) {
  const kind = MAILS[name];
  const ask = (call, ...values) => browser.evaluate(`${call}(${values.map((value) => JSON.stringify(value)).join(', ')})`);
  const settled = async () => {
    await browser.page('HeapProfiler.collectGarbage');
    await pause(500);
  };
  await browser.page('Page.navigate', { url });
  for (let waited = 0; !(await browser.evaluate('document.readyState === "complete" && "prepare" in globalThis')); waited++) {
    if (waited > 100) throw new Error('the page for memory does not load');
    await pause(100);
  }
  expect(await ask('prepare', name, large.person, small[kind]), `${name} does not open the small mail`);
  await settled();
  const pids = await renderers(browser);
  const idle = sum(pids, 'VmRSS');
  const mail = await ask('receive', large[kind]);
  // From here on the system looks for the maximum anew.
  for (const pid of pids) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  const { verdict, millis } = await ask('openIt');
  const peak = sum(pids, 'VmHWM');
  expect(verdict, `${name} does not open the large mail`);
  expect(await ask('right', large.content), `${name} finds something else in the large mail`);
  return { millis, mail, idle, peak };
}

function expect(outcome, otherwise) {
  if (outcome !== true) throw new Error(`${otherwise}: ${outcome}`);
}

/** The processes that render: the page's, and those that the browser keeps ready and that do nothing. */
async function renderers(browser) {
  const { processInfo } = await browser.browser('SystemInfo.getProcessInfo');
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function sum(pids, field) {
  return pids.reduce((total, pid) => total + status(pid, field), 0);
}

function status(pid, field) {
  const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(kilobytes) * 1024;
}
