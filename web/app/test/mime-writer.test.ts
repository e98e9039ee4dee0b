import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { dateTime, writeMessage, type Draft } from '../src/compose/mime-writer.ts';

const date = new Date(Date.UTC(2026, 10, 3, 7, 5, 9));
const circumstances = { date, unique: 'f00dbabe00112233445566778899aabb' };

const draft: Draft = {
  from: { name: '', address: 'alice@example.org' },
  to: [{ name: 'Bob Brandt', address: 'bob@example.org' }],
  cc: [],
  bcc: [],
  subject: 'Hello',
  text: 'Hello Bob',
  attachments: [],
  inReplyTo: '',
  references: '',
};

function write(changes: Partial<Draft>): string {
  return new TextDecoder().decode(writeMessage({ ...draft, ...changes }, circumstances));
}

async function roundTrip(changes: Partial<Draft>) {
  const text = write(changes);
  // US-ASCII, CRLF alone, and the line length of RFC 5322 hold for whatever is written.
  expect(text).toMatch(/^[\t\r\n\x20-\x7e]*$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
  return new PostalMime().parse(new TextEncoder().encode(text));
}

describe('a message', () => {
  test('has one From, a Date, a Message-ID and a MIME version', async () => {
    const text = write({});
    expect(text.match(/^From: /gm)).toHaveLength(1);
    expect(text).toContain('Date: Tue, 3 Nov 2026 07:05:09 +0000\r\n');
    expect(text).toContain('Message-ID: <f00dbabe00112233445566778899aabb@example.org>\r\n');
    expect(text).toContain('MIME-Version: 1.0\r\n');
    expect(text).not.toMatch(/^(Cc|In-Reply-To|References):/m);
  });

  test('says its date in UTC', () => {
    expect(dateTime(new Date(Date.UTC(2026, 0, 1)))).toBe('Thu, 1 Jan 2026 00:00:00 +0000');
  });

  test.each([
    ['umlauts', 'Grüße aus Köln: 10 € für Äpfel'],
    ['a long subject', 'word '.repeat(60).trim()],
    ['one word that is long', 'x'.repeat(300)],
    ['long and not ASCII', 'Überweisungsträger '.repeat(20).trim()],
    ['characters beyond the basic plane', '🔒📜'.repeat(30)],
    ['what looks like an encoded word', '=?UTF-8?Q?no?='],
    ['nothing', ''],
  ])('keeps %s in the subject', async (_, subject) => {
    expect((await roundTrip({ subject })).subject ?? '').toBe(subject);
  });

  test.each([
    ['a comma', 'Brandt, Bob'],
    ['quotes and a backslash', String.raw`Bob "the \ builder"`],
    ['umlauts', 'Jörg Müller-Lüdenscheidt von und zu Hohenzollern-Sigmaringen'],
    ['Cyrillic', 'Борис Годунов'],
  ])('keeps %s in a display name', async (_, name) => {
    const to = [{ name, address: 'bob@example.org' }];
    expect((await roundTrip({ to })).to).toMatchObject(to);
  });

  test('keeps many recipients', async () => {
    const to = Array.from({ length: 60 }, (_, index) => ({
      name: `Person ${index}`,
      address: `p${index}@example.org`,
    }));
    expect((await roundTrip({ to, cc: to })).to).toMatchObject(to);
    for (const line of write({ to }).split('\r\n')) expect(line.length).toBeLessThanOrEqual(78);
  });

  test.each([
    ['umlauts', 'Grüße\n\nÄpfel = 10 €'],
    ['long lines', `${'long '.repeat(400)}end`],
    ['blanks at line ends', 'one \ntwo\t\n three'],
    ['a From at a line start, and a lone dot', 'From here\n.\nFrom there'],
    ['tabs and equals signs', '\t=3D\t=\n=='],
    ['lines that look like a boundary', '--signet-f00dbabe\n--'],
    ['characters beyond the basic plane', '🔒'.repeat(200)],
  ])('keeps %s in the text', async (_, text) => {
    const email = await roundTrip({ text });
    expect((email.text ?? '').replaceAll('\r\n', '\n').replace(/\n$/, '')).toBe(text);
    for (const line of write({ text }).split('\r\n')) expect(line).not.toMatch(/^(From |\.$)/);
  });

  test('writes lines of text ended by CR, LF or CRLF alike', () => {
    expect(write({ text: 'a\nb' })).toBe(write({ text: 'a\r\nb' }));
    expect(write({ text: 'a\nb' })).toBe(write({ text: 'a\rb' }));
  });

  test.each([
    'report.pdf',
    'Übersicht für Jörg.pdf',
    'a "quoted" name; with = signs.txt',
    `${'lang '.repeat(30)}ä.txt`,
    `${'x'.repeat(120)}.txt`,
  ])('keeps the attachment %s', async (name) => {
    const octets = crypto.getRandomValues(new Uint8Array(10_000));
    const email = await roundTrip({
      attachments: [{ name, type: 'application/pdf', octets }],
      text: 'see there',
    });
    expect(email.text?.trim()).toBe('see there');
    expect(email.attachments).toHaveLength(1);
    expect(email.attachments[0]?.filename).toBe(name);
    expect(email.attachments[0]?.disposition).toBe('attachment');
    expect(new Uint8Array(email.attachments[0]?.content as ArrayBuffer)).toEqual(octets);
  });

  test.each([0, 1, 56, 57, 58, 114])('keeps an attachment of %i octets', async (length) => {
    const octets = new Uint8Array(length).fill(0xff);
    const email = await roundTrip({ attachments: [{ name: 'a', type: 'x/y', octets }] });
    expect(new Uint8Array(email.attachments[0]?.content as ArrayBuffer)).toEqual(octets);
  });

  test('does not give a composite type to an attachment, nor a type that is none', () => {
    const attach = (type: string) =>
      write({ attachments: [{ name: 'a', type, octets: new Uint8Array(3) }] });
    for (const type of [
      'message/rfc822',
      'multipart/mixed; boundary=x',
      '',
      'text',
      'text/html\r\nX: y',
    ]) {
      expect(attach(type)).toContain('Content-Type: application/octet-stream; name="a"');
    }
  });

  test('lets no line break of the draft become a header field', () => {
    const text = write({
      subject: 'x\r\nBcc: eve@example.org',
      to: [{ name: 'x\r\nBcc: eve@example.org', address: 'bob@example.org' }],
      inReplyTo: '<a@b>\r\nBcc: eve@example.org',
      attachments: [{ name: 'x"\r\nBcc: eve@example.org', type: 'a/b', octets: new Uint8Array(1) }],
    });
    expect(text).not.toMatch(/^Bcc:/m);
  });

  test('names what it answers', async () => {
    const references = Array.from(
      { length: 40 },
      (_, index) => `<message-${index}@example.org>`,
    ).join(' ');
    const email = await roundTrip({ inReplyTo: '<message-39@example.org>', references });
    expect(email.inReplyTo).toBe('<message-39@example.org>');
    expect(email.references).toContain('<message-0@example.org>');
    expect(email.references).toContain('<message-39@example.org>');
    expect(email.references?.split(' ')).toHaveLength(20);
  });
});
