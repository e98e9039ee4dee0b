import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { headerBlock, summarise } from '../src/mail/summary.ts';

const utf8 = new TextEncoder();
const lines = (...all: string[]) => utf8.encode(all.map((line) => `${line}\r\n`).join(''));
const neither = { encrypted: false, signed: false };
const encrypted = { encrypted: true, signed: false };
const signed = { encrypted: false, signed: true };

describe('a list’s entry', () => {
  test('has what the outer header says', async () => {
    const summary = await summarise(
      lines(
        'From: =?UTF-8?Q?J=C3=B6rg?= <joerg@example.org>',
        'To: a@example.org, Team: b@example.org, c@example.org;',
        'Subject: =?UTF-8?B?R3LDvMOfZQ==?=',
        'Date: Tue, 3 Nov 2026 07:05:09 +0100',
        'Message-ID: <1@example.org>',
        '',
        'Subject: of the body',
      ),
    );
    expect(summary.from).toEqual([{ name: 'Jörg', address: 'joerg@example.org' }]);
    expect(summary.to.map((mailbox) => mailbox.address)).toEqual([
      'a@example.org',
      'b@example.org',
      'c@example.org',
    ]);
    expect(summary.subject).toBe('Grüße');
    expect(summary.date?.toISOString()).toBe('2026-11-03T06:05:09.000Z');
    expect(summary.messageId).toBe('<1@example.org>');
    expect(summary.smime).toEqual(neither);
  });

  test('hides no second From', async () => {
    const summary = await summarise(lines('From: a@example.org', 'From: b@example.org', '', ''));
    expect(summary.from.map((mailbox) => mailbox.address)).toEqual([
      'a@example.org',
      'b@example.org',
    ]);
  });

  test.each([
    ['nothing', new Uint8Array()],
    ['garbage', crypto.getRandomValues(new Uint8Array(50_000))],
    ['a header without an end', utf8.encode(`X: ${'y'.repeat(3_000_000)}`)],
    ['a date that is none', lines('Date: yesterday', '', '')],
  ])('comes even from %s', async (_, message) => {
    const summary = await summarise(message);
    expect(summary.date).toBeNull();
  });

  test('ends the header at the first empty line, by LF as by CRLF', () => {
    expect(headerBlock(utf8.encode('a: b\n\nc\n\n'))).toHaveLength(6);
    expect(headerBlock(utf8.encode('a: b\r\n\r\nc'))).toHaveLength(8);
  });
});

describe('the S/MIME column', () => {
  test.each([
    ['multipart/signed; protocol="application/pkcs7-signature"; boundary=x', signed],
    ['multipart/signed; protocol="application/x-pkcs7-signature"; boundary=x', signed],
    ['multipart/signed; protocol="application/pgp-signature"; boundary=x', neither],
    ['application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m', encrypted],
    ['application/x-pkcs7-mime; smime-type="authEnveloped-data"', encrypted],
    ['application/pkcs7-mime; smime-type=signed-data', signed],
    ['application/pkcs7-mime; smime-type=certs-only', neither],
    ['text/plain', neither],
  ])('%s', async (type, expected) => {
    expect((await summarise(lines(`Content-Type: ${type}`, '', 'x'))).smime).toEqual(expected);
  });

  test('believes the body before the header', async () => {
    const body = (octets: string) =>
      lines(
        'Content-Type: application/pkcs7-mime',
        'Content-Transfer-Encoding: base64',
        '',
        octets,
      );
    expect((await summarise(body('MIIBqgYJKoZIhvcNAQcDoIIBmzCCAZcCAQAx'))).smime).toEqual(
      encrypted,
    );
    expect((await summarise(body('MIIBqgYJKoZIhvcNAQcCoIIBmzCCAZcCAQAx'))).smime).toEqual(signed);
    expect((await summarise(body('????'))).smime).toEqual(neither);
  });

  const folder = new URL('../../../../shared/vectors/mail-bouncycastle/', import.meta.url);
  test.skipIf(!existsSync(folder))('of published mail (skipped without the vectors)', async () => {
    const kind = async (name: string) =>
      (await summarise(readFileSync(new URL(name, folder)))).smime;
    expect(await kind('dotnet_encrypted_mail.eml')).toEqual(encrypted);
    expect(await kind('validator.validMail.eml')).toEqual(signed);
  });
});
