import { describe, expect, test } from 'vitest';
import type { ContentAttachment } from '../src/mail/content.ts';
import { readContent } from '../src/mail/content.ts';
import { tooCostly } from '../src/mail/html-cost.ts';
import { messageOfPart } from '../src/mail/part-message.ts';

describe('HTML is too costly', () => {
  test.each([
    ['of too many tags', '<div>'.repeat(20_001)],
    ['whose unclosed formatting every block opens again', '<b>'.repeat(5000) + '<p>'.repeat(5000)],
    ['of more characters than a browser takes in at once', 'a'.repeat(8_000_001)],
  ])('%s', (_, html) => expect(tooCostly(html)).toBe(true));

  test.each([
    ['as people write', '<font><b><p>one<p>two</b></font>'.repeat(1000)],
    ['of five million letters', 'letters '.repeat(625_000)],
    ['of a long table', '<tr><td><b>x</b></td></tr>'.repeat(3000)],
  ])('but not %s', (_, html) => expect(tooCostly(html)).toBe(false));
});

describe('a part as a message of its own', () => {
  const around = new TextEncoder().encode(
    'From: Bob\r\n <bob@example.org>\r\nReceived: x\r\nDate: today\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n',
  );
  const part = (opens: ContentAttachment['opens'], text: string): ContentAttachment => ({
    name: 'part',
    type: 'message/rfc822',
    octets: new TextEncoder().encode(text),
    contentId: '',
    inline: false,
    signedPart: opens === 'signed',
    opens,
  });
  const text = (octets: Uint8Array) => new TextDecoder().decode(octets);

  test('has the author and date of the message around it, and none of its own', () => {
    const signed = part(
      'signed',
      'From: eve@evil.example\r\nContent-Type: multipart/signed;\r\n boundary=s\r\n\r\nbody\r\n',
    );
    expect(text(messageOfPart(signed, around))).toBe(
      'From: Bob\r\n <bob@example.org>\r\nDate: today\r\nContent-Type: multipart/signed;\r\n boundary=s\r\n\r\nbody\r\n',
    );
  });

  test('is an attached message as it is', () => {
    const message = part('message', 'From: carol@example.org\r\n\r\nbody');
    expect(messageOfPart(message, around)).toBe(message.octets);
  });

  test('is found where it is opaque or encrypted', async () => {
    const cms = (type: string) =>
      `--m\r\nContent-Type: application/pkcs7-mime; smime-type=${type}; name=smime.p7m\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n`;
    const content = await readContent(
      new TextEncoder().encode(
        `Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\n\r\naround\r\n${cms('signed-data')}${cms('enveloped-data')}${cms('certs-only')}--m--\r\n`,
      ),
    );
    expect(content.attachments.map((one) => one.opens)).toEqual([null, 'signed', 'encrypted']);
    expect(content.text.trim()).toBe('around');
  });
});
