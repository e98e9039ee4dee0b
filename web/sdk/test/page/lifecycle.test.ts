import { afterEach, describe, expect, it, vi } from 'vitest';
import { SILENT_TICKS, TICK_MS } from '../../src/page/session.ts';
import {
  arrived,
  code,
  failure,
  octets,
  settle,
  start,
  toText,
  unlocked,
  until,
} from '../support/engine.ts';
import { FakeEnvironment } from '../support/fake-environment.ts';

afterEach(() => vi.useRealTimers());

describe('a worker that is left alone', () => {
  it('loads what computes ahead of its first use, tries again, and then leaves it', async () => {
    const { engine, environment } = await start();
    const prepared = () => environment.last.module?.prepared;
    const leaveAlone = () => environment.last.quiet?.();
    expect(prepared()).toBe(0);
    leaveAlone();
    expect(prepared()).toBe(1);
    for (const times of [2, 2]) {
      environment.last.quiet = undefined;
      await engine.readCertificates(octets('certificate'));
      await settle();
      leaveAlone();
      expect(prepared()).toBe(times);
    }
  });
});

describe('a worker that unlocks a file', () => {
  it('loads what reads the keys while their protection is being undone', async () => {
    const { engine, environment } = await start();
    const unlocking = engine.unlock(octets('p12'), 'secret');
    await settle();
    expect(environment.last.module?.prepared).toBe(1);
    await unlocking;
  });
});

describe('starting', () => {
  it('gives the module’s version, with one worker from the folder of the assets', async () => {
    const { engine, environment } = await start({ assets: 'https://mail.example/engine' });
    expect(engine.version).toBe('0.1.0-fake');
    expect(environment.workers.map((worker) => worker.script)).toEqual([
      'https://mail.example/engine/worker.js',
    ]);
    expect(environment.last.posted[0]).toMatchObject({
      type: 'start',
      module: 'https://mail.example/engine/signet.wasm',
    });
  });

  it('takes the defaults of the contract', async () => {
    const { environment } = await start();
    expect(environment.last.module?.settings).toEqual({
      trustAnchors: [],
      revocationOff: false,
      contentCipher: 'auto',
      digest: 'sha-256',
      asciiPassphrases: true,
      minimumRsaBits: 2048,
    });
  });

  it('switches revocation off for nothing but false', async () => {
    const transport = async (): Promise<Uint8Array> => new Uint8Array(0);
    for (const ocsp of [undefined, transport, { proxy: '/api/ocsp' }]) {
      const { environment } = await start(ocsp === undefined ? {} : { ocsp });
      expect(environment.last.module?.settings?.revocationOff).toBe(false);
    }
    const { environment } = await start({ ocsp: false });
    expect(environment.last.module?.settings?.revocationOff).toBe(true);
  });

  it('says engine-unavailable where the worker is refused or the module does not load', async () => {
    const refused = new FakeEnvironment();
    refused.allowed = false;
    expect(await code(start({}, refused))).toBe('engine-unavailable');
    const broken = new FakeEnvironment();
    broken.loads = false;
    expect(await code(start({}, broken))).toBe('engine-unavailable');
    expect(broken.last.terminated).toBe(true);
    const missing = new FakeEnvironment();
    const starting = start({}, missing);
    missing.last.crash('error');
    expect(await code(starting)).toBe('engine-unavailable');
  });

  it('hands on what the engine says of its settings', async () => {
    expect(await code(start({ trustAnchors: [octets('garbage')] }))).toBe('not-a-certificate');
  });

  it.each([
    ['options', null],
    ['policy', { policy: 1 }],
    ['assets', { assets: 7 }],
    ['ocsp', { ocsp: true }],
    ['trustAnchors', { trustAnchors: octets('x') }],
    ['trustAnchors[0]', { trustAnchors: ['text'] }],
    ['policy.unlockMinutes', { policy: { unlockMinutes: -1 } }],
    ['policy.unlockMinutes', { policy: { unlockMinutes: NaN } }],
    ['policy.minimumRsaBits', { policy: { minimumRsaBits: '2048' } }],
  ])('refuses wrong %s', async (argument, options) => {
    const error = await failure(start(options as never));
    expect([error.code, error.details['argument']]).toEqual(['refused-parameters', argument]);
  });

  it('refuses by name what it does not know', async () => {
    const error = await failure(start({ policy: { digest: 'md5' as never } }));
    expect([error.code, error.details['option']]).toEqual([
      'unsupported-algorithm',
      'policy.digest',
    ]);
  });
});

describe('closing', () => {
  it('ends the worker, what waits, and everything after', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    const waiting = engine.open(octets('slow'));
    await arrived(environment, 'open');
    const closing = engine.close();
    expect(await code(waiting)).toBe('engine-closed');
    await closing;
    expect(environment.last.terminated).toBe(true);
    expect(environment.gone.length).toBe(1);
    const message = octets('x');
    for (const call of [
      () => engine.inspectPkcs12(message),
      () => engine.unlock(message, 'secret'),
      () => engine.reprotectPkcs12(message, 'a', 'b'),
      () => engine.keys(),
      () => engine.lock(),
      () => engine.readCertificates(message),
      () => engine.checkCertificate(message),
      () => engine.sign(message, { key }),
      () => engine.encrypt(message, { recipients: [] }),
      () => engine.signAndEncrypt(message, { key, recipients: [] }),
      () => engine.open(message),
      () => engine.close(),
    ]) {
      expect(await code(call())).toBe('engine-closed');
    }
    expect(environment.workers.length).toBe(1);
  });
});

describe('a worker that breaks', () => {
  it.each(['error', 'messageerror'] as const)(
    'by %s: waiting calls end, the next works',
    async (type) => {
      const { engine, environment } = await start();
      const key = await unlocked(engine);
      const waiting = engine.encrypt(octets('slow'), { recipients: [] });
      await arrived(environment, 'encrypt');
      environment.last.crash(type);
      expect(await code(waiting)).toBe('internal-error');
      expect(environment.workers[0]?.terminated).toBe(true);
      expect(await engine.keys()).toEqual([]);
      expect(await code(engine.sign(octets('x'), { key }))).toBe('key-locked');
      expect(toText(await engine.encrypt(octets('x'), { recipients: [] }))).toBe('encrypted');
      expect(environment.workers.length).toBe(2);
    },
  );

  it('by a trap in the module', async () => {
    const { engine, environment } = await start();
    const other = engine.encrypt(octets('slow'), { recipients: [] });
    expect(await code(engine.inspectPkcs12(octets('trap')))).toBe('internal-error');
    expect(await code(other)).toBe('internal-error');
    expect((await engine.inspectPkcs12(octets('file'))).everyKeyEncrypted).toBe(true);
    expect(environment.workers.length).toBe(2);
  });

  it('is replaced even after the replacement could not be started', async () => {
    const { engine, environment } = await start();
    environment.loads = false;
    environment.last.crash('error');
    expect(await code(engine.readCertificates(octets('x')))).toBe('engine-unavailable');
    environment.loads = true;
    expect((await engine.readCertificates(octets('x'))).length).toBe(1);
  });

  it('makes an opened message red, for that is a bad message', async () => {
    const { engine } = await start();
    for (const message of ['trap', 'defect', 'nonsense', 'unknown code']) {
      const opened = await engine.open(octets(message));
      expect(opened.status.colour).toBe('red');
      expect(opened.status.code).toBe('internal-error');
      expect(opened.content).toBeNull();
    }
    expect((await engine.open(octets('x'))).status.code).toBe('unsigned');
  });

  it('by saying nothing at all is ended in time', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { engine, environment } = await start();
    const call = engine.encrypt(octets('silent'), { recipients: [] });
    await arrived(environment, 'encrypt');
    vi.advanceTimersByTime(TICK_MS * (SILENT_TICKS - 1));
    expect(environment.last.terminated).toBe(false);
    vi.advanceTimersByTime(TICK_MS);
    expect(await code(call)).toBe('internal-error');
    expect(toText(await engine.encrypt(octets('x'), { recipients: [] }))).toBe('encrypted');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is left alone while it says how far it is', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { engine, environment } = await start();
    const stop = new AbortController();
    let steps = 0;
    const onProgress = (): void => void steps++;
    const { signal } = stop;
    const call = code(engine.encrypt(octets('slow'), { recipients: [], signal, onProgress }));
    for (let round = 0; round < SILENT_TICKS * 2; round++) {
      const before = steps;
      await until(() => steps > before);
      vi.advanceTimersByTime(TICK_MS);
    }
    expect(environment.last.terminated).toBe(false);
    stop.abort();
    expect(await call).toBe('aborted');
  }, 20_000);
});
