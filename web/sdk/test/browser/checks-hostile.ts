/** Nothing that arrives hangs or breaks the engine, and nothing damaged is green. */
import type { Engine } from '../../src/contract.ts';
import { type Check, check, equal } from './expect.ts';
import { fixture, sdk } from './sdk.ts';

type Octets = Uint8Array<ArrayBuffer>;

/** The most that one input may take. */
const LIMIT_MS = 2000;

/** Fails for any end but a result or a typed error of the closed set that names no defect. */
async function endsWell(name: string, call: Promise<unknown>): Promise<void> {
  const began = performance.now();
  try {
    await call;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'none';
    check(error instanceof Error && error.name === 'SmimeError', `${name}: ${String(error)}`);
    check(code !== 'internal-error' && code !== 'engine-unavailable', `${name}: ${code}`);
  }
  const took = performance.now() - began;
  check(took < LIMIT_MS, `${name}: took ${took} ms`);
}

async function opensWithoutGreen(engine: Engine, name: string, message: Octets): Promise<void> {
  const opened = await engine.open(message);
  check(opened.status.colour !== 'green', `${name}: green`);
  check(opened.status.code !== 'internal-error', `${name}: internal-error`);
}

/** A few octets changed, or the end cut off. */
function damaged(octets: Octets, seed: number): Octets {
  const copy = octets.slice();
  // A small generator of Park and Miller's, so that a failure can be had again.
  let state = seed + 1;
  const upTo = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  for (let i = 0; i < 20; i++) upTo(2);
  if (seed % 5 === 0) return copy.subarray(0, upTo(copy.length));
  for (let i = 0; i <= seed % 3; i++) copy[upTo(copy.length)] = upTo(256);
  return copy;
}

export const hostileChecks: Record<string, Check> = {
  'every published seed of fuzzing ends in a result or a typed error': async () => {
    const response = await fetch('/fixtures/seeds.json');
    if (!response.ok) return 'skipped: ../shared/vectors/fuzz-seeds is not there';
    const seeds = (await response.json()) as { name: string; base64: string }[];
    const engine = await (await sdk())({ trustAnchors: [await fixture('ca.pem')], ocsp: false });
    const [key] = await engine.unlock(await fixture('modern.p12'), 'Passw0rd');
    for (const { name, base64 } of seeds) {
      const octets = Uint8Array.fromBase64(base64);
      await opensWithoutGreen(engine, name, octets);
      await endsWell(`${name} as .p12`, engine.inspectPkcs12(octets));
      await endsWell(`${name} unlocked`, engine.unlock(octets, ''));
      await endsWell(`${name} as certificates`, engine.readCertificates(octets));
      await endsWell(`${name} checked`, engine.checkCertificate(octets));
      await endsWell(`${name} as recipient`, engine.encrypt(octets, { recipients: [octets] }));
    }
    equal((await engine.keys())[0], key);
    await engine.close();
    return `${seeds.length} inputs, six ways each`;
  },

  'damaged mail is never green with other content, and damaged key files end in typed errors':
    async () => {
      const engine = await (await sdk())({ trustAnchors: [await fixture('ca.pem')], ocsp: false });
      await engine.unlock(await fixture('modern.p12'), 'Passw0rd');
      const content = String(await fixture('small.txt'));
      for (const name of ['small.eml', 'signed.eml']) {
        const message = await fixture(name);
        equal((await engine.open(message)).status.colour, 'green');
        for (let seed = 0; seed < 400; seed++) {
          const opened = await engine.open(damaged(message, seed));
          const green = opened.status.colour === 'green';
          check(!green || String(opened.content) === content, `${name}, ${seed}: green`);
          check(opened.status.code !== 'internal-error', `${name}, ${seed}: internal-error`);
        }
      }
      for (const name of ['modern.p12', 'legacy.p12']) {
        const file = await fixture(name);
        for (let seed = 0; seed < 100; seed++) {
          await endsWell(`${name}, ${seed}`, engine.unlock(damaged(file, seed), 'Passw0rd'));
        }
      }
      await engine.close();
    },
};
