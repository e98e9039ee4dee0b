import { describe, expect, it, vi } from 'vitest';
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
import { MEGABYTE } from '../support/fake-module.ts';

describe('what an operation is given', () => {
  it('is a copy of exactly the caller’s octets, whatever they are a part of', async () => {
    const { engine, environment } = await start();
    const whole = octets('--message--');
    const message = whole.subarray(2, 9);
    await engine.open(message, { intermediates: [message], trustAnchors: [Buffer.from('anchor')] });
    expect(toText(whole)).toBe('--message--');
    const args = environment.last.module?.calls[0]?.args as Record<string, unknown>;
    expect(toText(args['message'] as Uint8Array)).toBe('message');
    expect((args['message'] as Uint8Array).buffer.byteLength).toBe(7);
    // The one copy was given away, not cloned again.
    expect(environment.last.posted[1]).toMatchObject({ args: { message: new Uint8Array(0) } });
    expect((args['intermediates'] as Uint8Array[]).map(toText)).toEqual(['message']);
    expect((args['trustAnchors'] as Uint8Array[]).map(toText)).toEqual(['anchor']);
  });

  it('has the defaults of the contract', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    const before = Date.now();
    await engine.sign(octets('x'), { key });
    await engine.encrypt(octets('x'), { recipients: [octets('r')] });
    await engine.open(octets('x'));
    const calls = environment.last.module?.calls ?? [];
    const [unlock, sign, encrypt, open] = calls.map((call) => call.args as Record<string, unknown>);
    expect(unlock).toMatchObject({ acceptClearKeys: false, acceptMissingMac: false });
    expect(sign).toMatchObject({ key: '1', form: 'detached', digest: null, padding: null });
    expect(encrypt).toMatchObject({
      contentCipher: null,
      hiddenRecipients: [],
      alsoFor: null,
      capabilities: {},
    });
    expect(open).toMatchObject({ intermediates: [], trustAnchors: null, passwords: [] });
    expect(open).toMatchObject({ keyIdentifiers: [], keyEncryptionKeys: [] });
    for (const args of [sign, encrypt, open]) expect(args?.['at']).toBeGreaterThanOrEqual(before);
  });

  it('holds passwords and shared keys', async () => {
    const { engine, environment } = await start();
    await engine.open(octets('x'), {
      passwords: ['one', 'two'],
      keyEncryptionKeys: [{ identifier: octets('id'), key: octets('0123456789abcdef') }],
    });
    const args = environment.last.module?.calls[0]?.args as Record<string, unknown>;
    expect(args['passwords']).toEqual(['one', 'two']);
    expect((args['keyIdentifiers'] as Uint8Array[]).map(toText)).toEqual(['id']);
    expect((args['keyEncryptionKeys'] as Uint8Array[]).map(toText)).toEqual(['0123456789abcdef']);
  });

  it('is what the caller says', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    const at = new Date(1_234_567_890_000);
    const recipients = [octets('one'), octets('two')];
    await engine.unlock(octets('x'), 'secret', { acceptClearKeys: true, acceptMissingMac: true });
    await engine.signAndEncrypt(octets('x'), {
      key,
      recipients,
      at,
      form: 'opaque',
      digest: 'sha-512',
      contentCipher: 'aes-256-gcm',
    });
    const [, unlock, both] = environment.last.module?.calls ?? [];
    expect(unlock?.args).toMatchObject({ acceptClearKeys: true, acceptMissingMac: true });
    expect(both?.args).toMatchObject({
      key: '1',
      recipients,
      at: 1_234_567_890_000,
      form: 'opaque',
      digest: 'sha-512',
      contentCipher: 'aes-256-gcm',
    });
  });
});

describe('what an operation gives', () => {
  it('is content in a buffer of its own, and reports in the contract’s shapes', async () => {
    const { engine } = await start();
    const opened = await engine.open(octets('message'));
    expect(toText(opened.content)).toBe('essage');
    expect(opened.content?.buffer.byteLength).toBe(6);
    const signer = opened.signature?.signers[0];
    expect(signer?.signingTime).toEqual(new Date(1_750_000_000_000));
    expect(signer?.certificate?.certificate.der).toBeInstanceOf(Uint8Array);
    expect(signer?.capabilities).toEqual(['2.16.840.1.101.3.4.1.46']);
    expect(signer?.countersigners?.[0]).toMatchObject({
      valid: false,
      fault: 'tampered',
      signingTime: new Date(1_750_000_000_000),
    });
    for (const value of [opened, opened.layers, opened.status, opened.signature, signer]) {
      expect(Object.isFrozen(value)).toBe(true);
    }
    const locked = await engine.open(octets('encrypted'));
    expect(locked.content).toBeNull();
    expect(locked.layers).toEqual([{ type: 'encrypted', form: 'enveloped' }]);
    expect(locked.encryption?.key).toBeNull();
  });

  it('is a refusal with its details', async () => {
    const { engine } = await start();
    const error = await failure(engine.inspectPkcs12(octets('oid')));
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.code]).toEqual(['SmimeError', 'unsupported-algorithm']);
    expect(error.details).toEqual({ oid: '1.2.3' });
    expect(Object.isFrozen(error.details)).toBe(true);
  });

  it('is internal-error where engine and SDK do not understand each other', async () => {
    const { engine } = await start();
    expect(await code(engine.inspectPkcs12(octets('nonsense')))).toBe('internal-error');
    const unknown = await failure(engine.inspectPkcs12(octets('unknown code')));
    expect([unknown.code, unknown.details['code']]).toEqual(['internal-error', 'no-such-code']);
  });
});

describe('encrypting', () => {
  const fingerprint = 'AB'.repeat(32);

  it('is told what recipients read, and one’s own certificate, also of a locked key', async () => {
    const { engine, environment } = await start();
    const key = await unlocked(engine);
    await engine.lock();
    await engine.encrypt(octets('x'), {
      recipients: [octets('one')],
      alsoFor: key,
      capabilities: { [fingerprint]: ['2.16.840.1.101.3.4.1.46', '1.2.3'] },
    });
    const [call] = environment.last.module?.calls ?? [];
    expect(call?.args).toMatchObject({
      alsoFor: key.certificate.der,
      capabilities: { [fingerprint.toLowerCase()]: ['2.16.840.1.101.3.4.1.46', '1.2.3'] },
    });
    // The key of the caller's is as it was.
    expect(key.certificate.der.length).toBe(2);
  });

  it('separately gives each message with whom it is for', async () => {
    const { engine } = await start();
    const key = await unlocked(engine);
    const options = {
      recipients: [octets('a'), octets('b')],
      hiddenRecipients: [octets('c'), octets('d')],
    };
    for (const made of [
      await engine.encryptSeparately(octets('x'), options),
      await engine.signAndEncryptSeparately(octets('x'), { ...options, key }),
    ]) {
      const recipients = made.map((one) => one.recipients.map(toText));
      expect(recipients).toEqual([['a', 'b'], ['c'], ['d']]);
      expect(made.map((one) => toText(one.message))).toEqual(['for a and b', 'for c', 'for d']);
    }
  });

  it('in one message refuses to hide anybody', async () => {
    const { engine } = await start();
    const key = await unlocked(engine);
    const options = { recipients: [octets('a')], hiddenRecipients: [octets('b')] };
    for (const call of [
      engine.encrypt(octets('x'), options),
      engine.signAndEncrypt(octets('x'), { ...options, key }),
    ]) {
      const error = await failure(call);
      expect([error.code, error.details['argument']]).toEqual([
        'refused-parameters',
        'hiddenRecipients',
      ]);
    }
  });

  it('with a key that is locked is key-locked, also for several messages', async () => {
    const { engine } = await start();
    const key = await unlocked(engine);
    await engine.lock();
    const call = engine.signAndEncryptSeparately(octets('x'), { recipients: [octets('a')], key });
    expect(await code(call)).toBe('key-locked');
  });
});

describe('aborting', () => {
  it('before the call: nothing is sent', async () => {
    const { engine, environment } = await start();
    const call = engine.open(octets('x'), { signal: AbortSignal.abort() });
    expect(await code(call)).toBe('aborted');
    expect(environment.last.posted.length).toBe(1);
  });

  it('rejects at once and tells the worker, which goes on with other work', async () => {
    const { engine, environment } = await start();
    const stop = new AbortController();
    const steps: number[] = [];
    const call = engine.open(octets('slow'), {
      signal: stop.signal,
      onProgress: (done) => steps.push(done),
    });
    await until(() => steps.length > 1);
    const before = steps.length;
    stop.abort();
    expect(await code(call)).toBe('aborted');
    await settle();
    expect(steps.length).toBe(before);
    expect(environment.last.posted.at(-1)).toMatchObject({ type: 'abort' });
    expect((await engine.open(octets('x'))).status.code).toBe('unsigned');
    expect(environment.workers.length).toBe(1);
  });

  it('does not wait for a worker that is silent, nor for one that is starting', async () => {
    const { engine, environment } = await start();
    const stop = new AbortController();
    const call = engine.encrypt(octets('silent'), { recipients: [], signal: stop.signal });
    await arrived(environment, 'encrypt');
    stop.abort();
    expect(await code(call)).toBe('aborted');
    environment.last.crash('error');
    const early = new AbortController();
    const starting = engine.open(octets('x'), { signal: early.signal });
    early.abort();
    expect(await code(starting)).toBe('aborted');
    await until(() => environment.last.module?.settings !== undefined);
    await settle();
    expect(environment.last.module?.calls).toEqual([]);
  });

  it('after the end changes nothing', async () => {
    const { engine, environment } = await start();
    const stop = new AbortController();
    await engine.open(octets('x'), { signal: stop.signal });
    stop.abort();
    expect(environment.last.posted.map((message) => message.type)).toEqual(['start', 'call']);
  });
});

describe('progress', () => {
  it('is told in steps', async () => {
    const { engine } = await start();
    const steps: number[][] = [];
    await engine.open(octets('in steps'), { onProgress: (...step) => steps.push(step) });
    expect(steps).toEqual([
      [MEGABYTE, 3 * MEGABYTE],
      [2 * MEGABYTE, 3 * MEGABYTE],
      [3 * MEGABYTE, 3 * MEGABYTE],
    ]);
  });

  it('goes on when the host’s own function fails, which the host hears of', async () => {
    const { engine } = await start();
    const reported = vi.fn();
    vi.stubGlobal('reportError', reported);
    const fault = new Error('host');
    const onProgress = (): never => {
      throw fault;
    };
    expect((await engine.open(octets('in steps'), { onProgress })).status.code).toBe('unsigned');
    expect(reported).toHaveBeenCalledWith(fault);
    vi.unstubAllGlobals();
  });
});
