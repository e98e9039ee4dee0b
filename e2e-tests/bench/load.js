// From the navigation to the first verified mail: with a browser that has never been there, and on coming back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { delivery } from './delivery.js';
import { pause, tab } from './devtools.js';

const SCRIPTS = {
  Signet: 'signet',
  'PKI.js': 'pki',
  'node-forge': 'forge',
};
/** Visits on coming back, each a sample. */
const AGAIN = 2;
/** A browser that has just started does other things first; so does one that has just had a visit. */
const SETTLED = 600;
/** The browser keeps compiled code two seconds after it compiled the last of it; few leave sooner. */
const STAYED = 4000;

/** The page of the benchmark itself with another script. */
function page(template, script) {
  const forge = script === 'forge' ? '<script src="/peers/node-forge/dist/forge.min.js"></script>' : '';
  return template
    .replace(/<script src=[^>]*><\/script>/, forge)
    .replace('/page/bench.js', `/page/load/${script}.js`);
}

export async function measureLoad({ scratch, fixtures, folders }, variant) {
  const { person, mail } = await fixtures.of('load', variant);
  const template = readFileSync(join(folders.page, 'index.html'), 'utf8');
  const server = await delivery(folders, {
    '/mail': readFileSync(join(folders.fixtures, mail)),
    '/anchor': Buffer.from(person.root, 'base64'),
    ...Object.fromEntries(Object.values(SCRIPTS).map((script) => [`/${script}.html`, page(template, script)])),
  });
  const series = new Map();
  const put = (name, note, sample, bytes) => {
    if (!series.has(name)) series.set(name, { name, note, checks: {}, cannot: null, samples: [] });
    const contestant = series.get(name);
    if (sample !== undefined) contestant.samples.push(sample);
    if (bytes !== undefined) contestant.bytes = bytes;
  };
  const visit = async (browser, script) => {
    const told = server.next();
    await browser.page('Page.navigate', { url: `${server.address}/${script}.html` });
    const { value, sent } = await Promise.race([
      told,
      pause(30_000).then(() => Promise.reject(new Error(`${script} verified nothing in 30 s`))),
    ]);
    if (value.verified !== true) throw new Error(`${script} did not verify the mail`);
    return { ...value, sent };
  };
  try {
    // Compresses everything, so that no one waits for that.
    for (const script of Object.values(SCRIPTS)) {
      await visiting(join(scratch, `first-${script}`), (browser) => visit(browser, script));
    }
    for (let round = 0; round < variant.rounds; round++) {
      const names = Object.keys(SCRIPTS);
      for (let i = 0; i < names.length; i++) {
        const name = names[(i + round) % names.length];
        const script = SCRIPTS[name];
        await visiting(join(scratch, `load-${script}-${round}`), async (browser) => {
          const cold = await visit(browser, script);
          put(`${name}, cold`, 'a new profile', cold.done, cold.sent);
          if (name === 'Signet') put('Signet, cold, from `createEngine`', 'its script is there', cold.done - cold.begun);
          for (let again = 0; again < AGAIN; again++) {
            await pause(STAYED);
            const warm = await visit(browser, script);
            put(`${name}, warm`, 'what may be kept is in the browser’s cache', warm.done, warm.sent);
            if (name === 'Signet') put('Signet, warm, from `createEngine`', 'its script is there', warm.done - warm.begun);
          }
        });
      }
    }
  } finally {
    server.close();
  }
  return { rounds: variant.rounds, contestants: [...series.values()].sort((a, b) => order(a.name) - order(b.name)) };
}

async function visiting(profile, work) {
  const browser = await tab(profile);
  try {
    await pause(SETTLED);
    await work(browser);
  } finally {
    await browser.close();
  }
}

/** Signet first, cold before warm. */
function order(name) {
  return Object.keys(SCRIPTS).findIndex((each) => name.startsWith(each)) * 2 + (name.includes('warm') ? 1 : 0);
}
