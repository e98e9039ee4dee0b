import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from './checks.ts';
import { chromium, runInChromium } from './chromium.ts';
import { hasOpenssl, makeFixtures } from './fixtures.ts';
import { startResponder } from './responder.ts';
import { readSeeds } from './seeds.ts';

const able = chromium !== undefined && hasOpenssl;
if (!able) process.stderr.write('skipped: the SDK in a browser needs Chromium and OpenSSL\n');

describe.skipIf(!able)('in Chromium under the strict policy', () => {
  let results: Record<string, string> = {};
  beforeAll(async () => {
    const responder = startResponder();
    try {
      const fixtures = { ...makeFixtures(), ...readSeeds(), ...responder.fixtures };
      results = await runInChromium(chromium ?? '', fixtures, responder);
    } finally {
      responder.close();
    }
  }, 180_000);

  it.each(Object.keys(checks))('%s', (name) => {
    const result = results[name] ?? 'not run';
    if (result.startsWith('ok: ')) process.stdout.write(`${name}: ${result.slice(4)}\n`);
    expect(result.replace(/^ok: .*/, 'ok')).toBe('ok');
  });
});
