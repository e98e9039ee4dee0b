// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JmapAccount } from '../../src/mail/jmap/account.ts';
import type { JmapServer } from '../../src/mail/jmap/server.ts';
import { LearntKinds } from '../../src/mail/kinds.ts';
import type { Order } from '../../src/mail/order.ts';
import type { MailListing } from '../../src/mail/source.ts';
import { MemoryServer } from './memory-server.ts';

let memory: MemoryServer;
let account: JmapAccount;
let kinds: LearntKinds;

beforeEach(() => {
  memory = new MemoryServer();
  memory.install();
  kinds = new LearntKinds('alice');
  account = new JmapAccount('http://mail.example/session', 'local', kinds);
});

afterEach(() => {
  account.close();
  vi.unstubAllGlobals();
});

async function open(): Promise<JmapServer> {
  await account.start({ user: 'alice', password: 'secret' });
  if (account.server === null) throw new Error('not ready');
  return account.server;
}

const newest: Order = { column: 'date', descending: true };

function subjects(list: MailListing, first: number, after: number): (string | undefined)[] {
  return Array.from({ length: after - first }, (_, at) => list.at(first + at)?.summary.subject);
}

describe('a list of 10,000 mails', () => {
  beforeEach(() => {
    for (let at = 0; at < 10_000; at += 1) memory.add(`mail ${at}`);
  });

  test('loads what is looked at, and tells how many there are', async () => {
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    expect(list.total).toBeNull();
    list.need(0, 0);
    await vi.waitFor(() => expect(list.total).toBe(10_000));
    list.need(5000, 5002);
    await vi.waitFor(() => expect(list.at(5000)).not.toBeNull());
    expect(subjects(list, 5000, 5002)).toEqual(['mail 4999', 'mail 4998']);
    expect(list.indexOf('M4999')).toBe(5001);
    expect(list.at(9999)).toBeNull();
    expect(list.indexOf('M1')).toBe(-1);
  });

  test('asks once for the wishes of one moment', async () => {
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 10);
    await vi.waitFor(() => expect(list.total).toBe(10_000));
    const before = memory.count('Email/query');
    for (let at = 100; at < 140; at += 1) list.need(at, at + 1);
    await vi.waitFor(() => expect(list.at(120)).not.toBeNull());
    expect(list.at(100)).not.toBeNull();
    expect(list.at(139)).not.toBeNull();
    expect(memory.count('Email/query') - before).toBeLessThanOrEqual(2);
  });

  test('gives up what was scrolled past before it came', async () => {
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 10);
    await vi.waitFor(() => expect(list.total).toBe(10_000));
    let release: (value: unknown) => void = () => undefined;
    memory.gate = new Promise((resolve) => (release = resolve));
    for (const place of [1000, 2000, 3000, 4000, 5000, 6000]) {
      list.need(place, place + 20);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    const before = memory.count('Email/query');
    release(null);
    await vi.waitFor(() => expect(list.at(6000)).not.toBeNull());
    expect(memory.count('Email/query') - before).toBeLessThanOrEqual(2);
    expect(list.at(1000)).toBeNull();
    expect(list.failure).toBeNull();
  });

  test('holds a bounded number of entries, and asks for no more than it holds', async () => {
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 10_000);
    await vi.waitFor(() => expect(list.at(599)).not.toBeNull(), 5000);
    for (let first = 0; first < 3000; first += 500) {
      list.need(first, first + 500);
      await vi.waitFor(() => expect(list.at(first + 499)).not.toBeNull(), 5000);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(memory.count('Email/query')).toBeLessThan(100);
    list.close();
    const held = Array.from({ length: 3000 }, (_, at) => list.at(at)).filter(Boolean);
    expect(held.length).toBeLessThanOrEqual(2000);
  }, 30_000);

  test('takes a server that answers less at once than it is asked for', async () => {
    memory.queryLimit = 7;
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 30);
    await vi.waitFor(() => expect(subjects(list, 0, 30)).not.toContain(undefined), 5000);
  });
});

describe('a list', () => {
  test('follows what happens elsewhere', async () => {
    const first = memory.add('first');
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 10);
    await vi.waitFor(() => expect(list.total).toBe(1));
    memory.add('second');
    memory.mark(first, '$seen', '$flagged');
    await server.catchUp();
    await vi.waitFor(() => expect(subjects(list, 0, 2)).toEqual(['second', 'first']));
    expect(list.at(1)?.flags).toMatchObject({ seen: true, flagged: true });
    expect(server.folders[0]).toMatchObject({ total: 2, unread: 1 });
  });

  test('looks at everything again where the server has forgotten what was', async () => {
    const first = memory.add('first');
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    list.need(0, 10);
    await vi.waitFor(() => expect(list.total).toBe(1));
    memory.forgetsChanges = true;
    memory.mark(first, '$answered');
    memory.add('second');
    await server.catchUp();
    await vi.waitFor(() => expect(list.total).toBe(2));
    await vi.waitFor(() => expect(list.at(1)?.flags.answered).toBe(true));
  });

  test('finds the mails that hold every word', async () => {
    for (const subject of ['red apple', 'green apple', 'red pear']) memory.add(subject);
    const server = await open();
    const list = server.list({ folder: 'inbox', search: ' red  apple', order: newest });
    list.need(0, 10);
    await vi.waitFor(() => expect(list.total).toBe(1));
    expect(list.at(0)?.summary.subject).toBe('red apple');
  });

  test('sorts by protection over all mails, and by what opening one has shown', async () => {
    memory.add('encrypted', 'inbox', 'application/pkcs7-mime; smime-type=enveloped-data');
    memory.add('signed', 'inbox', 'multipart/signed; protocol="application/pkcs7-signature"');
    const both = memory.add('both', 'inbox', 'application/pkcs7-mime; smime-type=enveloped-data');
    for (let at = 0; at < 250; at += 1) memory.add(`plain ${at}`);
    await kinds.learn(both, { encrypted: true, signed: true }, null);
    const server = await open();
    const order: Order = { column: 'smime', descending: true };
    const list = server.list({ folder: 'inbox', search: '', order });
    list.need(0, 4);
    await vi.waitFor(() => expect(list.at(3)).not.toBeNull());
    expect(subjects(list, 0, 4)).toEqual(['both', 'encrypted', 'signed', 'plain 249']);
    const asked = memory.count('Email/get');
    list.need(200, 210);
    await vi.waitFor(() => expect(list.at(205)).not.toBeNull());
    expect(memory.count('Email/get') - asked).toBe(1);
  });

  test('says why it could not be filled, and is filled when it is tried again', async () => {
    memory.add('first');
    const server = await open();
    const list = server.list({ folder: 'inbox', search: '', order: newest });
    memory.fails = 500;
    list.need(0, 10);
    await vi.waitFor(() => expect(list.failure).toMatchObject({ code: 'server' }));
    memory.fails = null;
    list.retry();
    await vi.waitFor(() => expect(list.at(0)?.summary.subject).toBe('first'));
    expect(list.failure).toBeNull();
  });
});
