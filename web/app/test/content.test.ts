import { describe, expect, test } from 'vitest';
import { readContent } from '../src/mail/content.ts';
import { inlineImages } from '../src/mail/inline-images.ts';
import { withoutProtectedParts } from '../src/mail/signed-parts.ts';

const utf8 = new TextEncoder();
const entity = (...lines: string[]) => utf8.encode(lines.join('\r\n'));

describe('content for display', () => {
  test('is text, HTML and attachments', async () => {
    const content = await readContent(
      entity(
        'Content-Type: multipart/mixed; boundary=m',
        '',
        '--m',
        'Content-Type: multipart/alternative; boundary=a',
        '',
        '--a',
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=FC=DFe',
        '--a',
        'Content-Type: text/html',
        '',
        '<p>Hello</p>',
        '--a--',
        '--m',
        'Content-Type: application/pdf; name="r.pdf"',
        'Content-Disposition: attachment; filename="r.pdf"',
        'Content-Transfer-Encoding: base64',
        '',
        'AAEC',
        '--m--',
      ),
    );
    expect(content.text.trim()).toBe('Grüße');
    expect(content.html).toContain('<p>Hello</p>');
    expect(content.attachments.map((one) => [one.name, [...one.octets]])).toEqual([
      ['r.pdf', [0, 1, 2]],
    ]);
  });

  test('of a million parts is refused at once', async () => {
    const many = `Content-Type: multipart/mixed; boundary=a\r\n\r\n${'--a\r\n'.repeat(1_000_000)}`;
    const start = performance.now();
    await expect(readContent(utf8.encode(many))).rejects.toThrow(RangeError);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  test('whose HTML would keep the page busy is shown as text', async () => {
    const nested = `Content-Type: text/html\r\n\r\n${'<div>'.repeat(200_000)}Hello`;
    const content = await readContent(utf8.encode(nested));
    expect(content.html).toBeNull();
    expect(content.text).toContain('Hello');
  });

  test('whose boundary is written in pieces is refused', async () => {
    const pieces = entity(
      'Content-Type: multipart/mixed; boundary*0="a"; boundary*1="b"',
      '',
      '--ab',
      '',
    );
    await expect(readContent(pieces)).rejects.toThrow(RangeError);
  });

  test('has a forwarded message as an attachment, not in line', async () => {
    const content = await readContent(
      entity(
        'Content-Type: message/rfc822',
        '',
        'Subject: inner',
        'Content-Type: text/plain',
        '',
        'inner text',
      ),
    );
    expect(content.text).not.toContain('inner text');
    expect(content.attachments).toHaveLength(1);
  });

  test('refuses what is nested without end, and ends with garbage', async () => {
    const nested = Array.from(
      { length: 400 },
      (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\r\n\r\n--b${index}\r\n`,
    );
    await expect(readContent(utf8.encode(nested.join('')))).rejects.toThrow();
    await readContent(crypto.getRandomValues(new Uint8Array(65_000)));
    await readContent(new Uint8Array());
  });
});

describe('a part with a signature of its own', () => {
  const part = [
    'Content-Type: multipart/signed; boundary=s; protocol="application/pkcs7-signature"',
    '',
    '--s',
    'Content-Type: text/plain',
    '',
    'signed words',
    '--s',
    'Content-Type: application/pkcs7-signature',
    '',
    'AAAA',
    '--s--',
  ];
  const around = (...inner: string[]) =>
    entity(
      'Content-Type: multipart/mixed;',
      ' boundary="m"',
      '',
      '--m',
      'Content-Type: text/plain',
      '',
      'around',
      '--m',
      ...inner,
      '--m',
      'Content-Type: text/plain',
      '',
      'after',
      '--m--',
      '',
    );

  test('is apart from the text around it', async () => {
    const content = await readContent(around(...part));
    expect(content.text).toContain('around');
    expect(content.text).toContain('after');
    expect(content.text).not.toContain('signed words');
    expect(content.attachments.filter((one) => one.signedPart)).toHaveLength(1);
    expect(
      new TextDecoder().decode(content.attachments.find((one) => one.signedPart)?.octets),
    ).toBe(part.join('\r\n'));
  });

  test('is found in a multipart within', async () => {
    const content = await readContent(
      around('Content-Type: multipart/mixed; boundary=n', '', '--n', ...part, '--n--'),
    );
    expect(content.text).not.toContain('signed words');
    expect(content.attachments.filter((one) => one.signedPart)).toHaveLength(1);
  });

  test('is not the entity itself', () => {
    const whole = entity(...part);
    expect(withoutProtectedParts(whole)).toEqual({ rest: whole, parts: [] });
  });
});

describe('images that the mail carries', () => {
  const image = {
    name: 'a.png',
    type: 'image/png',
    octets: new Uint8Array([1, 2]),
    contentId: 'a@b',
    inline: true,
    signedPart: false,
    opens: null,
  };

  test('are found by their Content-ID', () => {
    expect(inlineImages([image])('a@b')).toBe('data:image/png;base64,AQI=');
    expect(inlineImages([image])('c@d')).toBeNull();
  });

  test('are pictures only', () => {
    expect(inlineImages([{ ...image, type: 'image/svg+xml' }])('a@b')).toBeNull();
    expect(inlineImages([{ ...image, type: 'text/html' }])('a@b')).toBeNull();
  });
});
