import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineOptions } from '../../src/contract.ts';
import { LONGEST_ANSWER } from '../../src/page/responders.ts';
import { code, failure, octets, start, toText, until } from '../support/engine.ts';

const TYPE = 'application/ocsp-response';
const RESPONDER = 'http://ocsp.example/a?b=c&d';
const relay = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();

beforeEach(() => {
  relay.mockReset();
  vi.stubGlobal('fetch', relay);
});
afterEach(() => vi.unstubAllGlobals());

function answering(body: BodyInit | null, status = 200, type: string | null = TYPE): void {
  const headers = type === null ? {} : { 'Content-Type': type };
  relay.mockImplementation(async () => new Response(body, { status, headers }));
}

/** A body that counts its chunks of 16 KB, and says whether it was given up. */
function endless() {
  const state = { chunks: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      state.chunks++;
      controller.enqueue(new Uint8Array(1 << 14));
    },
    cancel: () => void (state.cancelled = true),
  });
  return { state, body };
}

/** What the module hears from the responder. */
async function heard(proxy: object = {}): Promise<string | null | undefined> {
  const ocsp = { proxy: 'https://mail.example/api/ocsp', ...proxy };
  const { engine, environment } = await start({ ocsp });
  await engine.open(octets(`ask ${RESPONDER}`));
  return environment.last.module?.answers[0];
}

describe('the relay', () => {
  it('is posted to as a page does that is signed in, and nothing more', async () => {
    answering('answer');
    expect(await heard()).toBe('answer');
    expect(relay).toHaveBeenCalledTimes(1);
    const [url, init] = relay.mock.calls[0] ?? [];
    expect(url?.href).toBe(
      `https://mail.example/api/ocsp?responder=${encodeURIComponent(RESPONDER)}`,
    );
    expect(init).toMatchObject({
      method: 'POST',
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    expect(toText(init?.body as Uint8Array)).toBe(`about ${RESPONDER}`);
    expect(Object.fromEntries(new Headers(init?.headers))).toEqual({
      'content-type': 'application/ocsp-request',
      accept: TYPE,
    });
  });

  it('gets the caller’s fields, which do not change what the request is', async () => {
    answering('answer');
    await heard({ headers: { 'X-CSRF-Token': 'token', 'content-type': 'text/plain' } });
    const headers = new Headers(relay.mock.calls[0]?.[1].headers);
    expect(headers.get('X-CSRF-Token')).toBe('token');
    expect(headers.get('Content-Type')).toBe('application/ocsp-request');
  });

  it('may have parameters of its own, and an address as URL', async () => {
    answering('answer');
    await heard({ proxy: new URL('https://mail.example/relay?site=1&responder=http://other') });
    const url = relay.mock.calls[0]?.[0];
    expect([...(url?.searchParams ?? [])]).toEqual([
      ['site', '1'],
      ['responder', RESPONDER],
    ]);
  });

  it('names its type in any case and with parameters', async () => {
    answering('answer', 200, 'Application/OCSP-Response; x=y');
    expect(await heard()).toBe('answer');
  });

  it.each<[string, number, string | null]>([
    ['HTML', 200, 'text/html'],
    ['no type', 200, null],
    ['a longer type', 200, `${TYPE}+json`],
    ['another success', 206, TYPE],
    ['a refusal', 400, TYPE],
    ['a problem', 502, 'application/problem+json'],
  ])('that answers with %s has no answer', async (_, status, type) => {
    const { body, state } = endless();
    answering(body, status, type);
    expect(await heard()).toBeNull();
    expect(state.cancelled).toBe(true);
    expect(state.chunks).toBeLessThan(2);
  });

  it('that cannot be reached, or breaks off, has no answer', async () => {
    relay.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await heard()).toBeNull();
    answering(
      new ReadableStream({
        pull: (controller) => controller.error(new TypeError('network')),
      }),
    );
    expect(await heard()).toBeNull();
  });

  it('is read no further than an answer may be long', async () => {
    const { body, state } = endless();
    answering(body);
    expect(await heard()).toBeNull();
    expect(state.cancelled).toBe(true);
    expect(state.chunks).toBeLessThan(8);
    answering(new Uint8Array(LONGEST_ANSWER));
    expect((await heard())?.length).toBe(LONGEST_ANSWER);
    answering(new Uint8Array(LONGEST_ANSWER + 1));
    expect(await heard()).toBeNull();
    answering(null);
    expect(await heard()).toBe('');
  });

  it('is given up with the call', async () => {
    relay.mockImplementation(
      (_, { signal }) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        ),
    );
    const { engine } = await start({ ocsp: { proxy: '/api/ocsp' } });
    const stop = new AbortController();
    const call = engine.open(octets(`ask ${RESPONDER}`), { signal: stop.signal });
    await until(() => relay.mock.calls.length === 1);
    stop.abort();
    expect(await code(call)).toBe('aborted');
    expect(relay.mock.calls[0]?.[1].signal?.aborted).toBe(true);
  });
});

describe('options of the relay', () => {
  it.each<[string, unknown]>([
    ['ocsp', true],
    ['ocsp', null],
    ['ocsp', 'https://mail.example/api/ocsp'],
    ['ocsp', {}],
    ['ocsp.proxy', { proxy: 5 }],
    ['ocsp.proxy', { proxy: undefined }],
    ['ocsp.proxy', { proxy: 'https://' }],
    ['ocsp.headers', { proxy: '/x', headers: 'a: b' }],
    ['ocsp.headers', { proxy: '/x', headers: null }],
    ['ocsp.headers', { proxy: '/x', headers: { 'not a name': 'b' } }],
    ['ocsp.headers', { proxy: '/x', headers: { a: 'b\r\nc: d' } }],
    ['ocsp.headers.a', { proxy: '/x', headers: { a: 5 } }],
  ])('%s is refused where it is wrong', async (argument, ocsp) => {
    const error = await failure(start({ ocsp: ocsp as EngineOptions['ocsp'] & object }));
    expect([error.code, error.details['argument']]).toEqual(['refused-parameters', argument]);
    expect(relay).not.toHaveBeenCalled();
  });
});
