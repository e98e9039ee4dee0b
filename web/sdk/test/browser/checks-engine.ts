/** The built SDK in a real page: worker, policy, module. */
import { type Check, check, codeOf, equal } from './expect.ts';
import { sdk } from './sdk.ts';

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const heldLocks = async (): Promise<number> => (await navigator.locks.query()).held?.length ?? 0;

export const engineChecks: Record<string, Check> = {
  'the policy is in force': async () => {
    let refused = false;
    try {
      // oxlint-disable-next-line no-new-func, typescript/no-implied-eval -- that this fails is what is checked
      new Function('return 1')();
    } catch (error) {
      refused = error instanceof EvalError;
    }
    check(refused, 'code was made out of text');
  },

  'the engine starts beside the SDK’s module, and tells its version': async () => {
    const engine = await (await sdk())();
    check(/^\d+\.\d+\.\d+/.test(engine.version), engine.version);
    equal(await engine.keys(), []);
    await engine.close();
    equal(await codeOf(engine.keys()), 'engine-closed');
  },

  'a folder without the engine, or of another origin: engine-unavailable': async () => {
    const create = await sdk();
    equal(await codeOf(create({ assets: '/nowhere/' })), 'engine-unavailable');
    equal(await codeOf(create({ assets: '/only-worker/' })), 'engine-unavailable');
    equal(await codeOf(create({ assets: 'http://127.0.0.2:1/' })), 'engine-unavailable');
  },

  'garbage ends in a typed error within a second, and the next call works': async () => {
    const engine = await (await sdk())();
    for (const garbage of [ascii(''), ascii('garbage'), new Uint8Array(100_000).fill(0x30)]) {
      const started = performance.now();
      equal(await codeOf(engine.inspectPkcs12(garbage)), 'not-pkcs12');
      equal(await codeOf(engine.unlock(garbage, 'secret')), 'not-pkcs12');
      equal(await codeOf(engine.readCertificates(garbage)), 'not-a-certificate');
      check(performance.now() - started < 1000, 'took too long');
    }
    await engine.close();
  },

  'locking: the worker that saw a passphrase is gone, and another is there': async () => {
    const before = await heldLocks();
    const engine = await (await sdk())();
    equal(await heldLocks(), before + 1);
    await codeOf(engine.unlock(ascii('garbage'), 'secret'));
    await engine.lock();
    equal(await codeOf(engine.inspectPkcs12(ascii('garbage'))), 'not-pkcs12');
    equal(await heldLocks(), before + 1);
    await engine.close();
    equal(await heldLocks(), before);
  },
};
