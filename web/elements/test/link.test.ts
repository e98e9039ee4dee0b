import { describe, expect, test } from 'vitest';
import { doubtOf, linkOf, mailtoFields } from '../src/mail/link.ts';

const doubt = (href: string, text: string) => {
  const link = linkOf(href);
  if (link === null) throw new Error(`no link: ${href}`);
  return doubtOf(link, text);
};

describe('a link', () => {
  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://example.org/x',
    'about:blank',
    'view-source:https://example.org',
    'ms-word:ofe|u|https://example.org/a.docx',
    'tel:110',
    'ftp://example.org/',
    '/relative',
    '//example.org/',
    '#top',
    '',
    'https://',
    `https://example.org/${'a'.repeat(20_000)}`,
  ])('is not %j', (address) => expect(linkOf(address)).toBeNull());

  test('is to the web or to a mailbox', () => {
    expect(linkOf(' https://Example.org/a?b#c ')).toEqual({
      kind: 'web',
      href: 'https://example.org/a?b#c',
      shown: ['https://', 'example.org', '/a?b#c'],
    });
    expect(linkOf('mailto:bob@example.org?subject=a')?.shown).toEqual([
      'mailto:',
      'bob@example.org',
      ' ?subject=a',
    ]);
  });

  test('shows a host in other letters as punycode', () => {
    expect(linkOf('https://\u0430pple.com/')?.shown[1]).toBe('xn--pple-43d.com');
  });

  test('shows the host apart from what only looks like one', () => {
    expect(linkOf('https://bank.example:x@evil.example:8080/bank.example')?.shown).toEqual([
      'https://bank.example:x@',
      'evil.example:8080',
      '/bank.example',
    ]);
  });
});

describe('nobody is asked about a link', () => {
  test.each([
    ['https://example.org/', 'Read more'],
    ['https://example.org/', 'https://example.org/'],
    ['https://example.org/a', 'example.org'],
    ['https://example.org/a', 'EXAMPLE.ORG/…'],
    ['https://www.example.org/', 'example.org'],
    ['https://example.org/', 'www.example.org'],
    ['https://shop.example.org/', 'example.org'],
    ['https://example.org/', ''],
    ['https://files.example.org/x', 'report.pdf'],
    ['https://example.org/', 'See you.Then we go on'],
    ['https://example.org/', 'Version 2.0'],
    ['mailto:bob@example.org', 'bob@example.org'],
    ['mailto:bob@example.org', 'Write to Bob'],
    ['https://example.org/', '(https://example.org/a)'],
  ])('%s as %j', (href, text) => expect(doubt(href, text)).toBeNull());
});

describe('somebody is asked about a link', () => {
  test.each([
    ['https://evil.example/', 'https://bank.example/'],
    ['https://evil.example/', 'bank.example'],
    ['https://evil.example/', 'BANK.EXAMPLE.'],
    ['https://evil.example/', ' www.bank.example '],
    ['https://evil.example/', 'Go to https://bank.example/login now'],
    ['https://bank.example.evil.example/', 'https://bank.example/'],
    ['https://notbank.example/', 'bank.example'],
    ['https://evil.example/', 'ba\u200bnk.exam\u00adple'],
    ['https://evil.example/', 'b a n k . example'],
    ['https://evil.example/', 'bank\uff0eexample'],
    ['https://evil.example/', 'b\u00fccher.example'],
    ['https://evil.example/', 'alice@bank.example'],
    ['mailto:x@evil.example', 'alice@bank.example'],
    ['https://elpmaxe.example/', '\u202emoc.elpmaxe'],
    ['https://evil.example/', '\u2066anything\u2069'],
    ['https://evil.example/', 'bank.example:443/login'],
    ['https://xn--pple-43d.com/', 'apple.com'],
  ])('%s as %j: another address', (href, text) => expect(doubt(href, text)).toBe('other-address'));

  test('whose host has letters that may look like others, even where its text says the same', () => {
    expect(doubt('https://\u0430pple.com/', '\u0430pple.com')).toBe('foreign-letters');
    expect(doubt('https://xn--pple-43d.com/', 'Read more')).toBe('foreign-letters');
    expect(doubt('mailto:a@xn--pple-43d.com', 'a')).toBe('foreign-letters');
  });

  test('which has something before its host', () => {
    expect(doubt('https://bank.example@evil.example/', 'Read more')).toBe('user-part');
  });

  test('after no long look', () => {
    const start = performance.now();
    for (const text of [
      'a.'.repeat(50_000),
      'a@'.repeat(50_000),
      ' '.repeat(100_000),
      '<'.repeat(100_000),
    ])
      doubt('https://example.org/', text);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('a link to a mailbox', () => {
  test('says whom to write, and what', () => {
    expect(
      mailtoFields(
        'mailto:a@example.org,b@example.org?cc=c@example.org&subject=Hi%20you&body=1%0D%0A2',
      ),
    ).toEqual({
      to: 'a@example.org, b@example.org'.replace(', ', ','),
      cc: 'c@example.org',
      subject: 'Hi you',
      body: '1\n2',
    });
    expect(mailtoFields('mailto:?to=a@example.org&Subject=1+1').subject).toBe('1+1');
  });

  test('sets no other field and breaks no line', () => {
    const fields = mailtoFields(
      'mailto:a@example.org?bcc=spy@evil.example&attach=/etc/passwd&from=x&subject=a%0D%0ABcc:%20spy@evil.example',
    );
    expect(JSON.stringify(fields)).not.toMatch(/passwd|"(?:bcc|from)"/);
    expect(fields.subject).toBe('a Bcc: spy@evil.example');
  });

  test('need not be well escaped', () => {
    expect(mailtoFields('mailto:%zz?subject=%').subject).toBe('%');
  });
});
