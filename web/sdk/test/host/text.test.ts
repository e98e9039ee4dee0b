import { describe, expect, it } from 'vitest';
import { fillRandom } from '../../src/host/random.ts';
import { indexOf } from '../../src/host/search.ts';
import { canonicalLineEnds } from '../../src/host/text.ts';
import { ascii, random, upTo } from '../support/octets.ts';

describe('canonical line ends', () => {
  it.each([
    ['', ''],
    ['\n', '\r\n'],
    ['a\nb', 'a\r\nb'],
    ['a\r\nb\n', 'a\r\nb\r\n'],
    ['\n\n', '\r\n\r\n'],
    ['a\r\r\n\n', 'a\r\r\n\r\n'],
  ])('of %j are %j', (text, expected) => {
    expect(Buffer.from(canonicalLineEnds(ascii(text))).toString('latin1')).toBe(expected);
  });

  it('are the same wherever the text lies in its buffer, however short it is', () => {
    const around = ascii('\n\r\n\n\r\r\n\nx\n\n\r\n\n\n\r\n\n');
    for (let from = 0; from < 8; from++) {
      for (let length = 0; from + length <= around.length; length++) {
        const text = around.subarray(from, from + length);
        const expected = Buffer.from(text)
          .toString('latin1')
          .replace(/(?<!\r)\n/g, '\r\n');
        expect(Buffer.from(canonicalLineEnds(text)).toString('latin1')).toBe(expected);
      }
    }
  });

  it('leave a bare CR as it is, and the array where nothing changes', () => {
    const text = ascii('a\rb\r\nc\r');
    expect(canonicalLineEnds(text)).toBe(text);
  });
});

describe('searching', () => {
  it('agrees with Buffer on small alphabets, where many places almost match', () => {
    for (let round = 0; round < 3000; round++) {
      const text = random(upTo(200)).map((octet) => octet % 3);
      const pattern = random(1 + upTo(6)).map((octet) => octet % 3);
      const from = upTo(text.length + 3);
      const expected = from > text.length ? -1 : Buffer.from(text).indexOf(pattern, from);
      expect(indexOf(text, pattern, from)).toBe(expected);
    }
  });

  it('finds a range in a range', () => {
    const text = ascii('--a\r\n--b\r\n--b--').subarray(2);
    expect(indexOf(text, ascii('x--b').subarray(1), 0)).toBe(3);
    expect(indexOf(text, ascii('--b'), 4)).toBe(8);
    expect(indexOf(text, ascii('--c'), 0)).toBe(-1);
    expect(indexOf(text, ascii(''), 3)).toBe(3);
    expect(indexOf(text, ascii('--b--\n'), 8)).toBe(-1);
  });

  it('stays linear on text that was made to almost match everywhere', () => {
    const text = new Uint8Array(4_000_000).fill(97);
    const pattern = new Uint8Array(20_000).fill(97);
    pattern[19_999] = 98;
    text[3_999_999] = 98;
    const started = performance.now();
    expect(indexOf(text, pattern, 0)).toBe(text.length - pattern.length);
    text[3_999_999] = 97;
    // Both letters of the pattern are common, and only the first octet of each place differs.
    pattern.fill(97);
    pattern[0] = 98;
    expect(indexOf(text, pattern, 0)).toBe(-1);
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('randomness', () => {
  it('fills arrays that are larger than the platform gives at once', () => {
    const target = new Uint8Array(200_000);
    expect(fillRandom(target, globalThis.crypto)).toBe(true);
    for (let from = 0; from < target.length; from += 20_000) {
      expect(new Set(target.subarray(from, from + 20_000)).size).toBe(256);
    }
  });

  it('is refused where there is none, or where it fails', () => {
    const failing = {
      getRandomValues: () => {
        throw new Error('no entropy');
      },
    } as unknown as Crypto;
    expect(fillRandom(new Uint8Array(8), undefined)).toBe(false);
    expect(fillRandom(new Uint8Array(8), failing)).toBe(false);
  });
});
