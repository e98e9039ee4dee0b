import { describe, expect, test } from 'vitest';
import type { MailAccount } from '../src/mail/account.ts';
import { Mailbox } from '../src/mail/mailbox.ts';
import type { MailServer } from '../src/mail/source.ts';
import { Observable } from '../src/state/observable.ts';
import { mail, Server } from './mails.ts';

class Account extends Observable implements MailAccount {
  state: MailAccount['state'] = 'connecting';
  server: MailServer | null = null;
  failure = null;
  user = '';

  connect(server: Server): void {
    this.server = server as unknown as MailServer;
    this.state = 'ready';
    this.changed();
  }

  async signIn(): Promise<void> {
    throw new Error('not needed');
  }

  looked = 0;
  look(): void {
    this.looked += 1;
  }
  async retry(): Promise<void> {
    throw new Error('not needed');
  }

  close(): void {
    this.server = null;
    this.changed();
  }
}

function served(count = 4): { mailbox: Mailbox; server: Server; account: Account; said: string[] } {
  const server = new Server(Array.from({ length: count }, (_, index) => mail(`m${index}`)));
  const account = new Account();
  const said: string[] = [];
  const mailbox = new Mailbox(new Server([]), account, (text) => said.push(text));
  account.connect(server);
  return { mailbox, server, account, said };
}

const ids = (mailbox: Mailbox): string[] =>
  Array.from(
    { length: mailbox.listing?.total ?? 0 },
    (_, index) => mailbox.listing?.at(index)?.id ?? '',
  );

describe('a mailbox', () => {
  test('waits for the server, and begins with the inbox', () => {
    const account = new Account();
    const mailbox = new Mailbox(new Server([]), account);
    expect(mailbox.listing).toBeNull();
    account.connect(new Server([mail('m1')]));
    expect(mailbox.folder?.role).toBe('inbox');
    expect(ids(mailbox)).toEqual(['m1']);
  });

  test('asks what is new when a folder is chosen, the one that is shown as well', () => {
    const { mailbox, account } = served();
    const before = mailbox.listing;
    mailbox.choose('server', mailbox.folder?.id ?? null);
    expect(account.looked).toBe(1);
    expect(mailbox.listing).toBe(before);
    mailbox.choose('files', 'local');
    expect(account.looked).toBe(1);
  });

  test('lists the new server where there is another one, and nothing where there is none', () => {
    const { mailbox, account } = served();
    account.close();
    expect(mailbox.listing).toBeNull();
    account.connect(new Server([mail('m9')]));
    expect(ids(mailbox)).toEqual(['m9']);
  });

  test('closes the listing that it shows no more', () => {
    const { mailbox, server } = served();
    mailbox.choose('server', 'old');
    mailbox.orderBy('subject');
    expect(server.listings.map((one) => one.closed)).toEqual([true, true, false]);
    mailbox.close();
    expect(server.listings.map((one) => one.closed)).toEqual([true, true, true]);
  });

  test('orders by a column, and the other way round the second time', () => {
    const { mailbox } = served();
    expect(ids(mailbox)).toEqual(['m3', 'm2', 'm1', 'm0']);
    mailbox.orderBy('date');
    expect(ids(mailbox)).toEqual(['m0', 'm1', 'm2', 'm3']);
    mailbox.orderBy('subject');
    expect(mailbox.order).toEqual({ column: 'subject', descending: false });
  });

  test('says once how much was found', () => {
    const { mailbox, server, said } = served();
    mailbox.find('m2');
    expect(said).toEqual(['1 mail found.']);
    server.listings.at(-1)?.tell();
    mailbox.find(' m2 ');
    expect(said).toHaveLength(1);
    mailbox.choose('server', 'in');
    expect(mailbox.search).toBe('');
    expect(ids(mailbox)).toHaveLength(4);
  });
});

describe('what is done with mails', () => {
  test('moves them, goes on with the next one, and takes it back', async () => {
    const { mailbox, server, said } = served();
    const archive = server.folders[1];
    if (archive === undefined) throw new Error('no archive');
    mailbox.select((selection) => selection.toggle(1));
    expect(await mailbox.move(mailbox.selection.chosen, archive)).toBe(true);
    expect(ids(mailbox)).toEqual(['m3', 'm1', 'm0']);
    expect(mailbox.selection.size).toBe(0);
    expect(mailbox.selection.activeEntry?.id).toBe('m1');
    expect(said.at(-1)).toContain('Archive');
    await mailbox.actions.undo();
    expect(ids(mailbox)).toEqual(['m3', 'm2', 'm1', 'm0']);
    expect(mailbox.actions.note?.undo).toBeNull();
  });

  test('deletes into the trash, and from there with no way back', async () => {
    const { mailbox } = served(1);
    await mailbox.remove(['m0']);
    expect(mailbox.actions.note?.undo).not.toBeNull();
    mailbox.choose('server', 'bin');
    await mailbox.remove(['m0']);
    expect(mailbox.actions.note).toMatchObject({ text: 'Deleted.', undo: null, failed: false });
  });

  test('says why where the server refuses, and the mails stay chosen', async () => {
    const { mailbox, server } = served();
    server.refuses = new Error('no');
    mailbox.select((selection) => selection.toggle(0));
    expect(await mailbox.remove(mailbox.selection.chosen)).toBe(false);
    expect(mailbox.actions.note?.failed).toBe(true);
    expect(mailbox.selection.size).toBe(1);
    server.refuses = null;
    expect(await mailbox.remove(mailbox.selection.chosen)).toBe(true);
  });
});
