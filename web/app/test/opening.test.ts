import { describe, expect, test } from 'vitest';
import { Mailbox } from '../src/mail/mailbox.ts';
import { Opening } from '../src/mail/opening.ts';
import type { Reading } from '../src/mail/reading.ts';
import type { MailEntry, MailSource } from '../src/mail/source.ts';
import { Observable } from '../src/state/observable.ts';
import { mail, Server } from './mails.ts';

/** Opens when it is told that the message has come. */
class Reader extends Observable {
  entry: MailEntry | null = null;
  result: { opened: object | null } = { opened: null };

  async show(_: MailSource, entry: MailEntry): Promise<void> {
    // As the real one does: the mail before is closed first.
    this.close();
    this.entry = entry;
    this.changed();
  }

  arrive(): void {
    this.result = { opened: {} };
    this.changed();
  }

  close(): void {
    this.entry = null;
    this.result = { opened: null };
    this.changed();
  }
}

function begin(mails: MailEntry[], eager = true, edits = false) {
  const server = new Server(
    mails.map((one) => ({ ...one, folder: 'local' })),
    eager,
  );
  server.folders = [{ id: 'local', name: '', role: 'files', depth: 0, total: 0, unread: 0 }];
  const mailbox = new Mailbox(server, null);
  const reader = new Reader();
  const edited: string[] = [];
  const opening = new Opening(mailbox, reader as unknown as Reading, async (entry) => {
    edited.push(entry.id);
    return edits;
  });
  const at = (index: number): MailEntry => {
    const entry = mailbox.listing?.at(index) ?? null;
    if (entry === null) throw new Error(`nothing at ${index}`);
    return entry;
  };
  const seen = (id: string): boolean | undefined =>
    server.mails.find((one) => one.id === id)?.flags.seen;
  return { server, mailbox, reader, opening, edited, at, seen };
}

const three = (): MailEntry[] => ['m3', 'm2', 'm1'].map((id) => mail(id));

describe('a mail that is opened', () => {
  test('is read once it was opened, not when it was clicked', () => {
    const { opening, reader, at, seen } = begin(three());
    opening.open(at(0));
    expect(seen('m3')).toBe(false);
    reader.arrive();
    expect(seen('m3')).toBe(true);
  });

  test('stays unread where the reader went on before it came', () => {
    const { opening, reader, at, seen } = begin(three());
    opening.open(at(0));
    reader.close();
    opening.open(at(1));
    reader.arrive();
    expect(seen('m3')).toBe(false);
    expect(seen('m2')).toBe(true);
  });

  test('stays unread where somebody marks it so, however often it is opened again', async () => {
    const { opening, reader, at, seen, mailbox } = begin(three());
    opening.open(at(0));
    reader.arrive();
    await mailbox.flag(['m3'], { seen: false });
    reader.arrive();
    expect(seen('m3')).toBe(false);
  });

  test('goes to the compose page where it is a draft, or is shown where that cannot be', async () => {
    const draft = mail('m1', 'local', { draft: true });
    const edits = begin([draft], true, true);
    edits.opening.open(edits.at(0));
    await Promise.resolve();
    await Promise.resolve();
    expect(edits.edited).toEqual(['m1']);
    expect(edits.reader.entry).toBeNull();
    const locked = begin([draft]);
    locked.opening.open(locked.at(0));
    await Promise.resolve();
    await Promise.resolve();
    expect(locked.reader.entry?.id).toBe('m1');
  });
});

describe('the mail before and after', () => {
  test('is there as far as the list goes', () => {
    const { opening, reader, at } = begin(three());
    opening.open(at(0));
    expect([opening.has(-1), opening.has(1)]).toEqual([false, true]);
    opening.go(1);
    expect(reader.entry?.id).toBe('m2');
    opening.go(1);
    expect(reader.entry?.id).toBe('m1');
    expect([opening.has(-1), opening.has(1)]).toEqual([true, false]);
    opening.go(1);
    expect(reader.entry?.id).toBe('m1');
  });

  test('is the one in its place where the open one has left the list', async () => {
    const { opening, reader, at, server } = begin(three());
    opening.open(at(1));
    await server.move(['m2'], 'elsewhere');
    opening.go(1);
    expect(reader.entry?.id).toBe('m1');
  });

  test('is opened as soon as it is loaded', () => {
    const { opening, reader, server, at } = begin(three(), false);
    const [listing] = server.listings;
    listing?.need(0, 1);
    listing?.arrive();
    opening.open(at(0));
    opening.go(1);
    expect(reader.entry?.id).toBe('m3');
    listing?.arrive();
    expect(reader.entry?.id).toBe('m2');
  });
});
