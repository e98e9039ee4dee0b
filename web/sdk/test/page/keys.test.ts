import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  arrived,
  code,
  failure,
  octets,
  settle,
  start,
  toText,
  unlocked,
} from '../support/engine.ts';

const MINUTE = 60_000;
const options = (key: Awaited<ReturnType<typeof unlocked>>) => ({ key });

describe('keys', () => {
  it('are handles for certificates, frozen', async () => {
    const { engine } = await start();
    const key = await unlocked(engine);
    expect(key.certificate.subject).toBe('CN=Alice');
    expect(key.certificate.notAfter).toEqual(new Date(1_800_000_000_000));
    expect([...key.certificate.der]).toEqual([0x30, 0]);
    expect([key.canSign, key.canDecrypt]).toEqual([true, true]);
    expect(key.friendlyName).toBe('Alice');
    for (const value of [key, key.certificate, key.chain, key.certificate.emailAddresses]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
    expect(await engine.keys()).toEqual([key]);
    expect(toText(await engine.sign(octets('x'), { key }))).toBe('signed x');
    expect((await engine.open(octets('encrypted'))).encryption?.key).toBe(key.id);
  });

  it('do not come of a wrong passphrase, which no error repeats', async () => {
    const { engine } = await start();
    const error = await failure(engine.unlock(octets('file'), 'hunter2'));
    expect(error.code).toBe('wrong-passphrase');
    expect(JSON.stringify([error.message, error.details, error.stack])).not.toContain('hunter2');
    expect(await engine.keys()).toEqual([]);
  });

  it('are none before a file is opened, which no worker is asked for', async () => {
    const { engine, environment } = await start();
    expect(await engine.keys()).toEqual([]);
    expect(environment.last.posted.length).toBe(1);
  });

  it.each([[null], [{}], [{ id: 7 }]])('are refused where they are none: %j', async (key) => {
    const { engine } = await start();
    const error = await failure(engine.sign(octets('x'), { key } as never));
    expect([error.code, error.details['argument']]).toEqual(['refused-parameters', 'key']);
  });

  it('that were made up are locked', async () => {
    const { engine } = await start();
    const key = await unlocked(engine);
    for (const id of ['', '1', '1.', '1.2', '9.1', 'x.1']) {
      expect(await code(engine.sign(octets('x'), { key: { ...key, id } })), id).toBe('key-locked');
    }
  });
});

describe('locking', () => {
  it('ends the worker that held keys and starts another', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    await engine.lock();
    expect(environment.workers.map((worker) => worker.terminated)).toEqual([true, false]);
    expect(environment.gone.length).toBe(1);
    expect(await engine.keys()).toEqual([]);
    expect(await code(engine.sign(octets('x'), { key }))).toBe('key-locked');
  });

  it('waits until the worker is gone, also where that was ended before', async () => {
    const { engine, environment } = await start();
    await unlocked(engine);
    let go: () => void = () => undefined;
    environment.end = new Promise((resolve) => (go = resolve));
    const ended: string[] = [];
    const first = engine.lock().then(() => ended.push('first'));
    const second = engine.lock().then(() => ended.push('second'));
    await settle();
    expect(ended).toEqual([]);
    go();
    await Promise.all([first, second]);
    expect(ended.length).toBe(2);
  });

  it('makes old handles useless for ever, also when the file is opened again', async () => {
    const { engine } = await start();
    const old = await unlocked(engine);
    await engine.lock();
    const key = await unlocked(engine);
    expect(key.id).not.toBe(old.id);
    expect(await code(engine.sign(octets('x'), { key: old }))).toBe('key-locked');
    expect(toText(await engine.sign(octets('x'), { key }))).toBe('signed x');
  });

  it('leaves a worker alone that never saw a secret', async () => {
    const { engine, environment } = await start();
    await engine.open(octets('x'));
    await engine.lock();
    expect(environment.workers.length).toBe(1);
  });

  it('ends a worker that saw a wrong passphrase, or a file that got a new one', async () => {
    const { engine, environment } = await start();
    await failure(engine.unlock(octets('file'), 'wrong'));
    await engine.lock();
    expect(toText(await engine.reprotectPkcs12(octets('file'), 'a', 'b'))).toBe('new file');
    await engine.lock();
    expect(environment.workers.map((worker) => worker.terminated)).toEqual([true, true, false]);
  });

  it('passes on that a new file is for readers without PBMAC1', async () => {
    const { engine } = await start();
    const made = engine.reprotectPkcs12(octets('file'), 'a', 'b', { compatible: true });
    expect(toText(await made)).toBe('new file for all');
  });

  it('rejects what needs the keys and repeats the rest', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    const message = octets('encrypted, in steps');
    const signing = code(engine.sign(octets('slow'), { key }));
    const both = code(engine.signAndEncrypt(octets('slow'), { key, recipients: [] }));
    const opening = engine.open(message);
    const certificates = engine.readCertificates(octets('in steps'));
    const listing = engine.keys();
    await engine.lock();
    expect(await signing).toBe('key-locked');
    expect(await both).toBe('key-locked');
    expect((await opening).status.code).toBe('locked');
    expect((await certificates).length).toBe(1);
    expect(await listing).toEqual([]);
    expect(environment.workers[1]?.module?.calls.map((call) => call.name)).toEqual([
      'open',
      'readCertificates',
    ]);
    expect(toText(message)).toBe('encrypted, in steps');
  });

  it('is meant for a file that is being opened, too, even before the worker is there', async () => {
    const { engine, environment } = await start();
    const unlocking = code(engine.unlock(octets('in steps'), 'secret'));
    await engine.lock();
    expect(await unlocking).toBe('key-locked');
    environment.last.crash('error');
    const early = code(engine.unlock(octets('file'), 'secret'));
    await engine.lock();
    expect(await early).toBe('key-locked');
    expect(await engine.keys()).toEqual([]);
  });

  it('does not read an array again that was given away meanwhile', async () => {
    const { engine } = await start();
    await unlocked(engine);
    const message = octets('in steps');
    const opening = failure(engine.open(message));
    structuredClone(message, { transfer: [message.buffer] });
    await engine.lock();
    expect((await opening).details['argument']).toBe('message');
  });
});

describe('keys that are not used', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => vi.useRealTimers());

  it('are forgotten after five minutes', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    vi.advanceTimersByTime(5 * MINUTE - 1);
    expect(environment.last.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(environment.workers[0]?.terminated).toBe(true);
    expect(await engine.keys()).toEqual([]);
    expect(await code(engine.sign(octets('x'), options(key)))).toBe('key-locked');
  });

  it('are kept while they are used, and other work does not count', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 1 } });
    const key = await unlocked(engine);
    vi.advanceTimersByTime(MINUTE - 1);
    await engine.sign(octets('x'), { key });
    vi.advanceTimersByTime(MINUTE - 1);
    await engine.open(octets('encrypted'));
    vi.advanceTimersByTime(MINUTE - 1);
    await engine.open(octets('not at all'));
    await engine.encrypt(octets('x'), { recipients: [] });
    await engine.keys();
    expect(environment.last.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(environment.workers[0]?.terminated).toBe(true);
  });

  it('are not idle while an operation runs', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 1 } });
    const key = await unlocked(engine);
    const stop = new AbortController();
    const signing = code(engine.sign(octets('slow'), { key, signal: stop.signal }));
    await arrived(environment, 'sign');
    vi.advanceTimersByTime(3 * MINUTE);
    await settle();
    expect(environment.workers.map((worker) => worker.terminated)).toEqual([false]);
    stop.abort();
    expect(await signing).toBe('aborted');
    vi.advanceTimersByTime(MINUTE);
    expect(environment.workers[0]?.terminated).toBe(true);
  });

  it('are idle though other work goes on, which another worker takes over', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 1 } });
    await unlocked(engine);
    const stop = new AbortController();
    const call = code(engine.encrypt(octets('slow'), { recipients: [], signal: stop.signal }));
    await arrived(environment, 'encrypt');
    vi.advanceTimersByTime(MINUTE);
    expect(environment.workers[0]?.terminated).toBe(true);
    await arrived(environment, 'encrypt');
    expect(environment.workers.length).toBe(2);
    stop.abort();
    expect(await call).toBe('aborted');
  });

  it('are forgotten at once when the clock shows it, though the timer slept', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    vi.setSystemTime(Date.now() + 6 * MINUTE);
    expect(await code(engine.sign(octets('x'), { key }))).toBe('key-locked');
    expect(environment.workers[0]?.terminated).toBe(true);
  });

  it('with 0 minutes are forgotten after one operation that used them', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 0 } });
    let key = await unlocked(engine);
    await engine.open(octets('not at all'));
    expect(await engine.keys()).toEqual([key]);
    expect(toText(await engine.sign(octets('x'), { key }))).toBe('signed x');
    expect(await engine.keys()).toEqual([]);
    key = await unlocked(engine);
    expect((await engine.open(octets('encrypted'))).status.code).toBe('decrypted');
    expect(await code(engine.sign(octets('x'), { key }))).toBe('key-locked');
    expect(environment.workers.map((worker) => worker.terminated)).toEqual([true, true, false]);
  });

  it('with 0 minutes are forgotten after an opening that was given up', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 0 } });
    await unlocked(engine);
    const stop = new AbortController();
    const opening = code(engine.open(octets('slow'), { signal: stop.signal }));
    await arrived(environment, 'open');
    stop.abort();
    expect(await opening).toBe('aborted');
    expect(await engine.keys()).toEqual([]);
  });

  it('with 0 minutes are forgotten after a minute without any operation', async () => {
    const { engine, environment } = await start({ policy: { unlockMinutes: 0 } });
    await unlocked(engine);
    vi.advanceTimersByTime(MINUTE);
    expect(environment.workers[0]?.terminated).toBe(true);
  });

  it('may be kept longer than a timer can wait', async () => {
    const month = 31 * 24 * 60;
    const { engine, environment } = await start({ policy: { unlockMinutes: month } });
    await unlocked(engine);
    vi.advanceTimersByTime(month * MINUTE - 1);
    expect(environment.last.terminated).toBe(false);
    vi.advanceTimersByTime(1);
    expect(environment.workers[0]?.terminated).toBe(true);
  });
});
