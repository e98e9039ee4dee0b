import { beforeAll, describe, expect, it } from 'vitest';
import { checks } from './checks.ts';
import { chromium, runInChromium } from './chromium.ts';

if (chromium === undefined) process.stderr.write('no Chromium here: the SDK is not tested in it\n');

describe.skipIf(chromium === undefined)('in Chromium under the strict policy', () => {
  let results: Record<string, string> = {};
  beforeAll(async () => {
    results = await runInChromium(chromium ?? '', {});
  }, 120_000);

  it.each(Object.keys(checks))('%s', (name) => {
    expect(results[name]).toBe('ok');
  });
});
