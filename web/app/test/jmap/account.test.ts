// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JmapAccount } from '../../src/mail/jmap/account.ts';
import { LearntKinds } from '../../src/mail/kinds.ts';
import { MemoryServer } from './memory-server.ts';

let server: MemoryServer;
let account: JmapAccount;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  server = new MemoryServer();
  server.install();
  account = new JmapAccount('http://mail.example/session', 'local', new LearntKinds('alice'));
});

afterEach(() => {
  account.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const signedIn = { user: 'alice', password: 'secret' };

describe('an account', () => {
  test('asks nothing of the mail server while nobody has typed a password', async () => {
    await account.start(null);
    expect(account.state).toBe('signed-out');
    expect(account.failure).toBeNull();
    expect(server.requests).toEqual([]);
  });

  test('is ready with what was typed to sign in to the site', async () => {
    await account.start(signedIn);
    expect(account.state).toBe('ready');
    expect(account.server?.folders.map((folder) => folder.role)).toEqual([
      'inbox',
      'drafts',
      'sent',
      'trash',
    ]);
    expect(account.server?.identities[0]?.address).toBe('alice@example.org');
  });

  test('asks for a password where the one of the site is not that of the mail', async () => {
    server.password = 'another';
    await account.start(signedIn);
    expect(account.state).toBe('signed-out');
    expect(account.failure).toBeNull();
    await account.signIn('alice', 'wrong');
    expect(account.state).toBe('signed-out');
    expect(account.failure?.code).toBe('mail-wrong-password');
    await account.signIn('alice', 'another');
    expect(account.state).toBe('ready');
    expect(account.failure).toBeNull();
  });

  test('sends no cookie along with a password, and the password nowhere but in its field', async () => {
    await account.start(signedIn);
    for (const { url, init } of server.requests) {
      expect(init.credentials).toBe('omit');
      expect(url + JSON.stringify(init.body ?? '')).not.toContain('secret');
    }
  });

  test('first tries what the site’s own sign-in left, where it has one', async () => {
    account = new JmapAccount('http://mail.example/session', 'proxy', new LearntKinds('alice'));
    await account.start(null);
    expect(account.state).toBe('signed-out');
    const [first] = server.requests;
    expect(first?.init.credentials).toBe('same-origin');
    expect(new Headers(first?.init.headers).has('Authorization')).toBe(false);
  });

  test('takes letters of every alphabet in name and password', async () => {
    await account.signIn('zoë', 'pässwörd');
    const header = new Headers(server.requests[0]?.init.headers).get('Authorization');
    const octets = Uint8Array.from(atob(header?.slice(6) ?? ''), (one) => one.codePointAt(0) ?? 0);
    expect(new TextDecoder().decode(octets)).toBe('zoë:pässwörd');
  });

  test('fails where something else answers in the mail server’s place', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } })),
    );
    await account.start(signedIn);
    expect(account.state).toBe('failed');
    expect(account.failure?.code).toBe('mail-no-jmap');
  });

  test('tries again by itself while the mail server cannot be reached', async () => {
    server.fails = 'lost';
    await account.start(signedIn);
    expect(account.state).toBe('failed');
    expect(account.failure?.code).toBe('mail-network');
    server.fails = null;
    await vi.advanceTimersByTimeAsync(2100);
    await vi.waitFor(() => expect(account.state).toBe('ready'));
  });

  test('keeps what is shown while the connection is lost, and comes back by itself', async () => {
    const id = server.add('first');
    await account.start(signedIn);
    const before = account.server;
    const list = before?.list({
      folder: 'inbox',
      search: '',
      order: { column: 'date', descending: true },
    });
    list?.need(0, 10);
    await vi.waitFor(() => expect(list?.at(0)?.id).toBe(id));
    server.fails = 'lost';
    await expect(before?.setFlags([id], { seen: true })).rejects.toMatchObject({ code: 'network' });
    expect(account.state).toBe('ready');
    expect(account.failure?.code).toBe('mail-network');
    expect(list?.at(0)?.flags.seen).toBe(false);
    server.fails = null;
    server.add('second');
    await vi.advanceTimersByTimeAsync(70_000);
    await vi.waitFor(() => expect(account.failure).toBeNull());
    await vi.waitFor(() => expect(list?.at(0)?.summary.subject).toBe('second'));
    expect(account.server).toBe(before);
  });

  test('asks to sign in again when the mail server no longer knows the user, and loses nothing', async () => {
    const id = server.add('first');
    await account.start(signedIn);
    const before = account.server;
    server.password = 'changed';
    await expect(before?.setFlags([id], { seen: true })).rejects.toMatchObject({
      code: 'signed-out',
    });
    expect(account.state).toBe('signed-out');
    expect(account.server).toBe(before);
    await account.signIn('alice', 'changed');
    expect(account.state).toBe('ready');
    expect(account.server).toBe(before);
    await before?.setFlags([id], { seen: true });
    expect(server.mails.get(id)?.keywords.has('$seen')).toBe(true);
  });

  test('forgets the password with its end', async () => {
    await account.start(signedIn);
    const { server: open } = account;
    account.close();
    const before = server.requests.length;
    await expect(open?.read('M1')).rejects.toMatchObject({ code: 'signed-out' });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.requests.length).toBe(before);
  });
});
