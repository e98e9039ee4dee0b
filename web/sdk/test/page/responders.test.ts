import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bytes, Engine, EngineOptions, OcspTransport } from '../../src/contract.ts';
import { LONGEST_ANSWER, PATIENCE_MS, PATIENCE_OF_CALL_MS } from '../../src/page/responders.ts';
import { SILENT_TICKS, TICK_MS } from '../../src/page/session.ts';
import {
  arrived,
  code,
  octets,
  settle,
  start,
  type Started,
  toText,
  unlocked,
  until,
} from '../support/engine.ts';
import type { FakeEnvironment } from '../support/fake-environment.ts';
import type { FakeModule } from '../support/fake-module.ts';

afterEach(() => vi.useRealTimers());

/** What the module hears when it asks, with this way to responders. */
async function heard(ocsp: EngineOptions['ocsp']): Promise<(string | null)[] | undefined> {
  const { engine, environment } = await start(ocsp === undefined ? {} : { ocsp });
  expect((await engine.open(octets('ask one'))).status.code).toBe('unsigned');
  return environment.last.module?.answers;
}

/** A transport that answers when it is told to, in any order. */
function patient() {
  const asked: { responder: string; signal: AbortSignal; answer: (octets: Bytes) => void }[] = [];
  const transport: OcspTransport = (responder, _, signal) =>
    new Promise((resolve) => asked.push({ responder, signal, answer: resolve }));
  return { asked, transport };
}

/** An engine with an operation that waits for its responder. */
async function waiting(call: (engine: Engine) => Promise<unknown>, options?: EngineOptions) {
  const { asked, transport } = patient();
  const started: Started = await start({ ...options, ocsp: transport });
  const result = call(started.engine);
  result.catch(() => undefined);
  await until(() => asked.length > 0);
  return { ...started, asked, result };
}

describe('a way to responders', () => {
  it('is none, said at once, where the caller names none', async () => {
    expect(await heard(undefined)).toEqual(['no way']);
    expect(await heard(false)).toEqual(['no way']);
  });

  it('is told the responder and a request of its own, and what it answers is copied', async () => {
    const answer = octets('--answer--').subarray(2, 8);
    const transport = vi.fn<OcspTransport>(async (_, request) => {
      expect(toText(request)).toBe('about one');
      expect(request.buffer.byteLength).toBe(9);
      request.fill(0);
      return answer;
    });
    expect(await heard(transport)).toEqual(['answer']);
    expect(transport).toHaveBeenCalledTimes(1);
    expect(transport.mock.calls[0]?.[0]).toBe('one');
    expect(transport.mock.calls[0]?.[2]).toBeInstanceOf(AbortSignal);
    expect(toText(answer)).toBe('answer');
  });

  it.each<[string, () => unknown]>([
    ['rejects', () => Promise.reject(new TypeError('offline'))],
    ['rejects with nothing', () => Promise.reject(undefined)],
    [
      'throws',
      () => {
        throw new Error('host');
      },
    ],
    ['gives a text', () => Promise.resolve('<html>')],
    ['gives nothing', () => undefined],
    ['gives a buffer', () => Promise.resolve(new ArrayBuffer(4))],
    ['gives 1 MB', () => Promise.resolve(new Uint8Array(1 << 20))],
    ['gives one octet too many', () => Promise.resolve(new Uint8Array(LONGEST_ANSWER + 1))],
  ])('that %s has no answer, and the call goes on', async (_, transport) => {
    const reported = vi.spyOn(console, 'error');
    expect(await heard(transport as OcspTransport)).toEqual([null]);
    expect(reported).not.toHaveBeenCalled();
  });

  it('may give HTML in octets, or none at all: the engine judges those', async () => {
    expect(await heard(async () => octets('<html>'))).toEqual(['<html>']);
    expect(await heard(async () => new Uint8Array(0))).toEqual(['']);
    const longest = await heard(async () => new Uint8Array(LONGEST_ANSWER));
    expect(longest?.[0]?.length).toBe(LONGEST_ANSWER);
  });

  it('is given back the array that it gave', async () => {
    const answer = octets('answer');
    await heard(async () => answer);
    expect(answer.length).toBe(6);
  });

  it('that never answers, and hears no signal, is waited for ten seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { asked, environment, result } = await waiting((engine) =>
      engine.open(octets('ask one')),
    );
    vi.advanceTimersByTime(PATIENCE_MS - 1);
    await settle();
    expect([asked[0]?.signal.aborted, environment.last.module?.answers]).toEqual([false, []]);
    vi.advanceTimersByTime(1);
    await result;
    expect([asked[0]?.signal.aborted, environment.last.module?.answers]).toEqual([true, [null]]);
    // Too late, and for nothing that is asked afterwards.
    asked[0]?.answer(octets('late'));
    await settle();
    expect(environment.last.module?.answers).toEqual([null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is asked for half a minute by one call, however many questions it has', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { asked, environment, result } = await waiting((called) =>
      called.open(octets('ask a; b; c; d; e')),
    );
    for (let question = 1; question <= PATIENCE_OF_CALL_MS / PATIENCE_MS; question++) {
      await until(() => asked.length === question);
      vi.advanceTimersByTime(PATIENCE_MS);
    }
    await result;
    expect(asked.map(({ responder }) => responder)).toEqual(['a', 'b', 'c']);
    expect(environment.last.module?.answers).toEqual([null, null, null, null, null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leaves no timer behind where it answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await heard(async () => octets('answer'));
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('while a responder is waited for', () => {
  it('other operations go on, and answers may come in any order', async () => {
    const { asked, engine, environment, result } = await waiting((called) =>
      called.open(octets('ask one two')),
    );
    const other = engine.checkCertificate(octets('ask three'));
    await until(() => asked.length === 3);
    expect((await engine.open(octets('x'))).status.code).toBe('unsigned');
    expect(asked.map(({ responder }) => responder)).toEqual(['one', 'two', 'three']);
    asked[2]?.answer(octets('3'));
    await other;
    asked[1]?.answer(octets('2'));
    asked[0]?.answer(octets('1'));
    await result;
    expect(environment.last.module?.answers).toEqual(['3', '2', '1']);
    expect(environment.workers.length).toBe(1);
  });

  it('each question has its own answer, also of two operations at once', async () => {
    const { engine, environment } = await start({
      ocsp: async (responder) => octets(`of ${responder}`),
    });
    const calls = ['a b', 'c d', 'e'].map((names) => engine.open(octets(`ask ${names}`)));
    await Promise.all(calls);
    const answers = environment.last.module?.answers.toSorted();
    expect(answers).toEqual(['of a', 'of b', 'of c', 'of d', 'of e']);
  });

  it('the caller’s abort ends the call at once, and the question, and tells the module', async () => {
    const stop = new AbortController();
    const { asked, engine, environment, result } = await waiting((called) =>
      called.checkCertificate(octets('ask one'), { signal: stop.signal }),
    );
    stop.abort();
    expect(await code(result)).toBe('aborted');
    expect(asked[0]?.signal.aborted).toBe(true);
    await settle();
    asked[0]?.answer(octets('late'));
    await settle();
    expect(environment.last.module?.answers).toEqual([]);
    expect(environment.last.posted.map(({ type }) => type)).toEqual([
      'start',
      'call',
      'abort',
      'responder-answered',
    ]);
    expect((await engine.open(octets('x'))).status.code).toBe('unsigned');
  });

  it('close() ends it', async () => {
    const { asked, engine, result } = await waiting((called) => called.open(octets('ask one')));
    await engine.close();
    expect(await code(result)).toBe('engine-closed');
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.answer(octets('late'));
    await settle();
  });

  it('lock() ends the question, which the new worker asks again', async () => {
    const { asked, engine, environment } = await waiting(async (called) => {
      await unlocked(called);
      await called.open(octets('ask one'));
    });
    await engine.lock();
    expect(asked[0]?.signal.aborted).toBe(true);
    await until(() => asked.length === 2);
    expect(asked[1]?.signal.aborted).toBe(false);
    asked[1]?.answer(octets('again'));
    await until(() => environment.last.module?.answers.length === 1);
    expect(environment.workers.map(({ module }) => module?.answers)).toEqual([[], ['again']]);
  });

  it('the keys are in use, however short they are kept', async () => {
    const { asked, engine, environment, result } = await waiting(
      async (called) => {
        await unlocked(called);
        return called.open(octets('ask one'));
      },
      { policy: { unlockMinutes: 0.001 } },
    );
    await settle(100);
    asked[0]?.answer(octets('answer'));
    await result;
    expect(environment.workers[0]?.module?.answers).toEqual(['answer']);
    await until(() => environment.workers.length === 2);
    expect(await engine.keys()).toEqual([]);
  });

  it('the worker does not count as dead', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const { asked, environment, result } = await waiting((called) =>
      called.open(octets('ask one two')),
    );
    await until(() => asked.length === 2);
    vi.advanceTimersByTime(TICK_MS * (SILENT_TICKS - 1));
    asked[0]?.answer(octets('1'));
    await until(() => moduleOf(environment).answers.length === 1);
    vi.advanceTimersByTime(TICK_MS * (SILENT_TICKS - 1));
    expect(environment.last.terminated).toBe(false);
    asked[1]?.answer(octets('2'));
    await result;
  });
});

describe('the worker', () => {
  it.each(['silent', 'slow'])(
    'asks nothing more once the caller gave up on one that is %s',
    async (how) => {
      const transport = vi.fn<OcspTransport>(async () => octets('answer'));
      const { engine, environment } = await start({ ocsp: transport });
      const stop = new AbortController();
      const call = engine.open(octets(how), { signal: stop.signal });
      await arrived(environment, 'open');
      stop.abort();
      expect(await code(call)).toBe('aborted');
      await settle();
      const { host } = moduleOf(environment);
      // The first operation after the start has this number.
      const question = host.askResponder(1, 'one', octets('request'));
      await expect(question).rejects.toMatchObject({ code: 'aborted' });
      expect(transport).not.toHaveBeenCalled();
    },
  );
});

function moduleOf({ last: { module } }: FakeEnvironment): FakeModule {
  if (module === undefined) throw new Error('no module was loaded');
  return module;
}
