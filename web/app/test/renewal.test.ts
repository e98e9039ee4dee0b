import { describe, expect, test, vi } from 'vitest';
import { Api, HttpError } from '../src/session/api.ts';
import { Renewal } from '../src/session/renewal.ts';

const json = (value: unknown): Response =>
  Response.json(value, { headers: { 'Content-Type': 'application/json' } });
const signedOut = (): Response => new Response(null, { status: 401 });

const patience = 20_000;
vi.setConfig({ testTimeout: 2 * patience });

async function asked(renewal: Renewal): Promise<void> {
  await vi.waitFor(() => expect(renewal.isAsked).toBe(true), { timeout: patience });
}

/** A server whose answers are given one by one; what it was asked is kept. */
function server(...answers: Response[]) {
  const sent: { path: string; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ path, init });
    const answer = answers.shift();
    return answer === undefined
      ? Promise.reject(new TypeError('nobody is there'))
      : Promise.resolve(answer);
  });
  return sent;
}

function field(sent: { init: RequestInit } | undefined, name: string): string | null {
  return new Headers(sent?.init.headers).get(name);
}

function signedIn(): { renewal: Renewal; api: Api } {
  const renewal = new Renewal();
  renewal.watch();
  return { renewal, api: new Api(renewal) };
}

describe('a session that ended in the middle of work', () => {
  test('makes a request wait, and sends it once more with the new token after signing in', async () => {
    const { renewal, api } = signedIn();
    const sent = server(
      json({ user: 'alice', csrf: 'old' }),
      signedOut(),
      new Response(null, { status: 204 }),
      json({ user: 'alice', csrf: 'new' }),
      new Response(null, { status: 201 }),
    );
    await api.session();
    const stored = api.createKeyFile('id', 'name', new Uint8Array([1, 2, 3]));
    await asked(renewal);
    expect(field(sent[1], 'X-CSRF-Token')).toBe('old');
    await api.signIn('alice', 'password');
    expect(renewal.done()).toBe(false);
    await stored;
    expect(sent).toHaveLength(5);
    expect(sent[4]?.path).toBe(sent[1]?.path);
    expect(sent[4]?.init.body).toEqual(new Uint8Array([1, 2, 3]));
    expect(field(sent[4], 'X-CSRF-Token')).toBe('new');
    expect(renewal.isNeeded).toBe(false);
  });

  test('asks once for all requests that wait', async () => {
    const { renewal, api } = signedIn();
    const asks = vi.fn();
    renewal.subscribe(asks);
    server(signedOut(), signedOut(), json([]), json([]));
    const lists = [api.keyFiles(), api.keyFiles()];
    await asked(renewal);
    await Promise.resolve();
    expect(asks).toHaveBeenCalledTimes(1);
    renewal.done();
    expect(await Promise.all(lists)).toEqual([[], []]);
  });

  test('fails what waits when the user puts it off, and asks again at the next request', async () => {
    const { renewal, api } = signedIn();
    server(signedOut(), signedOut());
    const first = api.keyFiles().catch((error: unknown) => error);
    await asked(renewal);
    renewal.putOff();
    expect(await first).toBeInstanceOf(HttpError);
    expect([renewal.isNeeded, renewal.isAsked]).toEqual([true, false]);
    const second = api.keyFiles().catch((error: unknown) => error);
    await asked(renewal);
    renewal.end();
    expect(await second).toMatchObject({ status: 401 });
    expect([renewal.isNeeded, renewal.isAsked]).toEqual([false, false]);
  });

  test('does not hold up a verdict, which is to be made anew after signing in', async () => {
    const { renewal, api } = signedIn();
    const sent = server(signedOut());
    const { signal } = new AbortController();
    const answer = api.askResponder('http://ocsp.example/a?b=c', new Uint8Array([48]), signal);
    await expect(answer).rejects.toMatchObject({ status: 401 });
    expect(sent[0]?.path).toBe('/api/ocsp?responder=http%3A%2F%2Focsp.example%2Fa%3Fb%3Dc');
    expect(renewal.isAsked).toBe(true);
    expect(renewal.done()).toBe(true);
    expect(renewal.done()).toBe(false);
  });

  test('is recognised where a proxy leads to a sign-in of its own', async () => {
    const { api, renewal } = signedIn();
    const away = { ok: false, type: 'opaqueredirect', status: 0 } as Response;
    const sent = server(away);
    void api.keyFiles().catch(() => undefined);
    await asked(renewal);
    expect(sent[0]?.init.redirect).toBe('manual');
    renewal.end();
  });

  test('is none for who has not signed in yet', async () => {
    const renewal = new Renewal();
    const api = new Api(renewal);
    server(signedOut(), signedOut());
    await expect(api.keyFiles()).rejects.toMatchObject({ status: 401 });
    expect(await api.session()).toBeNull();
    expect(renewal.isNeeded).toBe(false);
  });
});

describe('a responder’s answer through the relay', () => {
  const ask = async (answer: Response): Promise<Uint8Array> => {
    server(answer);
    const { api } = signedIn();
    return api.askResponder(
      'http://ocsp.example/',
      new Uint8Array([48]),
      AbortSignal.timeout(5000),
    );
  };

  test('is handed on as it came', async () => {
    const headers = { 'Content-Type': 'application/ocsp-response' };
    const answer = await ask(new Response(new Uint8Array([5, 6]), { headers }));
    expect(answer).toEqual(new Uint8Array([5, 6]));
  });

  test('is none where it is something else', async () => {
    const headers = { 'Content-Type': 'text/html' };
    await expect(ask(new Response('<p>', { headers }))).rejects.toBeInstanceOf(HttpError);
    await expect(ask(new Response(null, { status: 502 }))).rejects.toMatchObject({ status: 502 });
  });
});

describe('signing in by the proxy before the server', () => {
  test('posts no credentials and gives the session', async () => {
    const sent = server(
      new Response(null, { status: 204 }),
      json({ user: 'alice', csrf: 'token' }),
    );
    const session = await new Api(new Renewal()).signInByProxy();
    expect(session.user).toBe('alice');
    expect(sent[0]).toMatchObject({ path: '/api/session', init: { method: 'POST' } });
    expect(sent[0]?.init.body).toBeUndefined();
  });
});
