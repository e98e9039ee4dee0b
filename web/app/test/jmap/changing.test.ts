// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { JmapAccount } from '../../src/mail/jmap/account.ts';
import type { JmapServer } from '../../src/mail/jmap/server.ts';
import { LearntKinds } from '../../src/mail/kinds.ts';
import type { MailListing } from '../../src/mail/source.ts';
import { MemoryServer } from './memory-server.ts';

let memory: MemoryServer;
let account: JmapAccount;
let server: JmapServer;
let list: MailListing;
const ids: string[] = [];

beforeEach(async () => {
  memory = new MemoryServer();
  memory.install();
  ids.length = 0;
  for (const subject of ['one', 'two', 'three', 'four', 'five']) ids.push(memory.add(subject));
  account = new JmapAccount('http://mail.example/session', 'local', new LearntKinds('alice'));
  await account.start({ user: 'alice', password: 'secret' });
  if (account.server === null) throw new Error('not ready');
  ({ server } = account);
  list = server.list({
    folder: 'inbox',
    search: '',
    order: { column: 'date', descending: false },
  });
  list.need(0, 10);
  await vi.waitFor(() => expect(list.at(4)).not.toBeNull());
});

afterEach(() => {
  account.close();
  vi.unstubAllGlobals();
});

function shown(): (string | undefined)[] {
  return Array.from({ length: list.total ?? 0 }, (_, at) => list.at(at)?.summary.subject);
}

function octets(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const all = ['one', 'two', 'three', 'four', 'five'];

describe('flags', () => {
  test('show at once, in the list and in the folder, and reach the server in batches', async () => {
    const done = server.setFlags(ids, { seen: true });
    expect(list.at(0)?.flags.seen).toBe(true);
    expect(server.folders[0]?.unread).toBe(0);
    await done;
    expect(memory.count('Email/set')).toBe(2);
    expect([...memory.mails.values()].every((mail) => mail.keywords.has('$seen'))).toBe(true);
  });

  test('go back for the mails that the server refuses, and for those alone', async () => {
    memory.refuses = { M2: { type: 'forbidden' } };
    await expect(server.setFlags(ids, { flagged: true })).rejects.toMatchObject({
      code: 'refused',
    });
    expect(list.at(0)?.flags.flagged).toBe(true);
    expect(list.at(1)?.flags.flagged).toBe(false);
  });
});

describe('mails that leave', () => {
  test('are gone from the list at once, and counted in the folder that they go to', async () => {
    const done = server.move(['M2', 'M4'], 'trash');
    expect(shown()).toEqual(['one', 'three', 'five']);
    expect(list.indexOf('M3')).toBe(1);
    expect(server.folders.find((folder) => folder.role === 'trash')?.total).toBe(2);
    await done;
    expect(memory.mails.get('M2')?.mailboxes).toEqual(new Set(['trash']));
    await vi.waitFor(() => expect(list.total).toBe(3));
  });

  test('come back where they stood when the connection is lost', async () => {
    memory.fails = 'lost';
    await expect(server.remove(['M2', 'M4'])).rejects.toMatchObject({ code: 'network' });
    expect(shown()).toEqual(all);
    expect(server.folders[0]).toMatchObject({ total: 5, unread: 5 });
    expect(server.folders.find((folder) => folder.role === 'trash')?.total).toBe(0);
  });

  test('go to the trash first, and from there for good', async () => {
    await server.remove(['M1']);
    expect(memory.mails.get('M1')?.mailboxes).toEqual(new Set(['trash']));
    await server.remove(['M1']);
    expect(memory.mails.has('M1')).toBe(false);
  });

  test('are not missed when somebody else was faster', async () => {
    memory.mails.delete('M5');
    await server.destroy(['M5', 'M1']);
    expect(memory.mails.has('M1')).toBe(false);
  });
});

describe('reading', () => {
  test('brings the octets, and brings them again without asking', async () => {
    const message = await server.read('M3');
    expect(new TextDecoder().decode(message)).toBe('Subject: three\r\n\r\n');
    const before = memory.requests.length;
    expect(await server.read('M3')).toEqual(message);
    expect(memory.requests.length).toBe(before);
  });

  test('says of a mail that is no longer there that it is not', async () => {
    await expect(server.read('M99')).rejects.toMatchObject({ code: 'not-found' });
  });

  test('can be given up', async () => {
    memory.gate = new Promise(() => undefined);
    const abort = new AbortController();
    const reading = server.read('M1', { signal: abort.signal });
    abort.abort();
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('sending', () => {
  test('stores the octets, submits them to the envelope, and moves the mail to the sent', async () => {
    const progress = vi.fn();
    const id = await server.store(
      octets('Subject: new\r\n\r\nText'),
      'drafts',
      { draft: true },
      {
        onProgress: progress,
      },
    );
    expect(progress).toHaveBeenLastCalledWith(20, 20);
    expect(memory.mails.get(id)?.mailboxes).toEqual(new Set(['drafts']));
    await server.submit(id, { from: 'Alice@example.org', to: ['bob@example.net'] });
    expect(memory.submitted[0]).toMatchObject({
      identityId: 'alice@example.org',
      emailId: id,
      envelope: {
        mailFrom: { email: 'Alice@example.org' },
        rcptTo: [{ email: 'bob@example.net' }],
      },
    });
    expect(memory.mails.get(id)?.mailboxes).toEqual(new Set(['sent']));
    expect(memory.mails.get(id)?.keywords).toEqual(new Set(['$seen']));
  });

  test('uses the mail that is there where the same octets are stored twice', async () => {
    const id = await server.store(octets('Subject: one\r\n\r\n'), 'drafts', { draft: true });
    expect(id).toBe('M1');
    expect(memory.mails.get('M1')?.mailboxes).toEqual(new Set(['inbox', 'drafts']));
  });

  test('does not upload what the server would not take', async () => {
    await expect(server.store(new Uint8Array(1001), 'drafts', {})).rejects.toMatchObject({
      code: 'too-large',
      facts: ['1000'],
    });
    expect(memory.requests.filter(({ url }) => url.includes('/upload/'))).toEqual([]);
  });

  test.each([
    [{ type: 'overQuota' }, 'over-quota'],
    [{ type: 'invalidEmail' }, 'invalid-mail'],
    [{ type: 'somethingNew' }, 'server'],
  ])('says why a message could not be stored: %o', async (refusal, code) => {
    memory.refuses = { import: refusal };
    await expect(server.store(octets('Subject: x\r\n\r\n'), 'drafts', {})).rejects.toMatchObject({
      code,
    });
  });

  test.each([
    [{ type: 'forbiddenFrom' }, 'forbidden-from', ['alice@example.org']],
    [{ type: 'forbiddenToSend' }, 'forbidden-to-send', []],
    [{ type: 'tooManyRecipients', maxRecipients: 10 }, 'too-many-recipients', ['10']],
    [{ type: 'invalidRecipients', invalidRecipients: ['x@y'] }, 'invalid-recipients', ['x@y']],
  ])('says why a message was not sent: %o', async (refusal, code, facts) => {
    memory.refuses = { submit: refusal };
    const envelope = { from: 'alice@example.org', to: ['x@y'] };
    await expect(server.submit('M1', envelope)).rejects.toMatchObject({ code, facts });
    expect(memory.mails.get('M1')?.mailboxes).toEqual(new Set(['inbox']));
  });

  test('is refused from an address that is none of the user’s', async () => {
    const envelope = { from: 'bob@example.org', to: ['x@y'] };
    await expect(server.submit('M1', envelope)).rejects.toMatchObject({ code: 'forbidden-from' });
    expect(memory.submitted).toEqual([]);
  });

  test('is possible from every address of a domain where the server says so', async () => {
    memory.sendsFrom = ['*@example.org'];
    await account.signIn('alice', 'secret');
    account.close();
    account = new JmapAccount('http://mail.example/session', 'local', new LearntKinds('alice'));
    await account.start({ user: 'alice', password: 'secret' });
    await account.server?.submit('M1', { from: 'any@example.org', to: ['x@y'] });
    expect(memory.submitted[0]?.['identityId']).toBe('*@example.org');
  });
});
