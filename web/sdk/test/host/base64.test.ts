import { describe, expect, it } from 'vitest';
import { decodeByPlatform, decodeByTable, encodeBase64 } from '../../src/host/base64.ts';
import { ascii, random, toHex, upTo } from '../support/octets.ts';

const platform = typeof Uint8Array.prototype.setFromBase64 === 'function';
const paths: [string, typeof decodeByTable][] = [['table', decodeByTable]];
// Node 20 has no such decoder; the browser's is tested in test/browser.
if (platform) paths.push(['platform', decodeByPlatform]);

describe('encoding base64', () => {
  it('gives lines of 76 characters, each ended by CRLF', () => {
    for (const length of [1, 2, 3, 56, 57, 58, 114, 115, 1000]) {
      const octets = random(length);
      const expected = Buffer.from(octets)
        .toString('base64')
        .replace(/.{1,76}/g, '$&\r\n');
      expect(Buffer.from(encodeBase64(octets)).toString('latin1')).toBe(expected);
    }
  });

  it('gives one empty line for no octets', () => {
    expect([...encodeBase64(new Uint8Array(0))]).toEqual([13, 10]);
  });
});

describe.each(paths)('decoding base64 by %s', (_, decode) => {
  it('takes back what was encoded, whatever white space lies between', () => {
    for (let round = 0; round < 300; round++) {
      const octets = random(upTo(400));
      const spaced = Buffer.from(octets)
        .toString('base64')
        .replaceAll(/./g, (digit) => digit + ['', '', '', ' ', '\t', '\r\n', '\n'][upTo(7)]);
      expect(toHex(decode(ascii(spaced)))).toBe(toHex(octets));
    }
  });

  it('takes a range of a larger buffer', () => {
    const text = ascii('!!!!QUJD!!!!');
    expect(toHex(decode(text.subarray(4, 8)))).toBe('414243');
  });

  it('ignores what follows the padding', () => {
    expect(toHex(decode(ascii('QUI=!!\u0000')))).toBe('4142');
    expect(toHex(decode(ascii('QQ==QUJD')))).toBe('41');
    expect(toHex(decode(ascii('QUJD=')))).toBe('414243');
  });

  it('accepts missing padding', () => {
    expect(toHex(decode(ascii('QUI')))).toBe('4142');
    expect(toHex(decode(ascii('QQ')))).toBe('41');
    expect(decode(ascii(''))?.length).toBe(0);
  });

  it('refuses every other octet, wherever it stands', () => {
    const alphabet = /[A-Za-z0-9+/=\s]/;
    for (let octet = 0; octet < 256; octet++) {
      const formFeed = octet === 0x0b || octet === 0x0c || octet === 0xa0;
      if (!formFeed && alphabet.test(String.fromCharCode(octet))) continue;
      for (const at of [0, 3, 80]) {
        const text = ascii('QUJD'.repeat(30));
        text[at] = octet;
        expect(decode(text), `octet ${octet} at ${at}`).toBeNull();
      }
    }
  });

  it('refuses a single digit at the end', () => {
    expect(decode(ascii('QUJDQ'))).toBeNull();
    expect(decode(ascii('Q==='))).toBeNull();
  });

  it('decodes megabytes of lines, and of white space', () => {
    const octets = random(3_000_001);
    const decoded = decode(encodeBase64(octets));
    expect(decoded && Buffer.compare(decoded, octets)).toBe(0);
    const gaps = ascii(`Q${' '.repeat(200_000)}UJ${'\r\n'.repeat(100_000)}D`);
    expect(toHex(decode(gaps))).toBe('414243');
  });
});
