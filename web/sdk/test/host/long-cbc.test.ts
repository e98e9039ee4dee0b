import { describe, expect, it } from 'vitest';
import { decryptLong, encryptLong, SEGMENT } from '../../src/host/long-cbc.ts';
import { probePrimitives } from '../../src/host/primitives.ts';
import type { Bytes } from '../../src/host/border.ts';

const subtle = globalThis.crypto.subtle;
const iv = new Uint8Array(16).fill(3);
const raw = new Uint8Array(32).fill(7);

function content(length: number): Bytes {
  const bytes = new Uint8Array(length);
  for (let i = 0; i < length; i += 65536) crypto.getRandomValues(bytes.subarray(i, i + 65536));
  return bytes;
}

const key = () => subtle.importKey('raw', raw, 'AES-CBC', false, ['encrypt', 'decrypt']);
const encrypted = async (plain: Bytes): Promise<Bytes> =>
  new Uint8Array(await subtle.encrypt({ name: 'AES-CBC', iv }, await key(), plain));
const flip = (bytes: Bytes, at: number, bits: number): void => {
  bytes[at] = (bytes[at] as number) ^ bits;
};
const same = (one: Bytes, other: Bytes): boolean => Buffer.compare(one, other) === 0;

describe('AES-CBC in segments', () => {
  it.each([
    ['one octet less than a segment', SEGMENT - 1],
    ['a whole segment', SEGMENT],
    ['a segment and an octet', SEGMENT + 1],
    ['three segments, one block short', 3 * SEGMENT - 16],
    ['three segments, one octet short', 3 * SEGMENT - 1],
    ['three segments', 3 * SEGMENT],
    ['five segments and a half', 5.5 * SEGMENT + 5],
  ])('gives what WebCrypto gives at once: %s', async (_, length) => {
    const plain = content(length);
    const ciphertext = await encrypted(plain);
    expect(same(await decryptLong(subtle, await key(), iv, ciphertext), plain)).toBe(true);
    const { decryptContent } = await probePrimitives(subtle);
    const given = (await decryptContent('AES-256-CBC', raw, iv, ciphertext)) as Bytes;
    expect(same(given, plain)).toBe(true);
    expect(same(await encryptLong(subtle, await key(), iv, plain), ciphertext)).toBe(true);
    const { encryptContent } = await probePrimitives(subtle);
    const made = (await encryptContent('AES-256-CBC', raw, iv, plain)) as Bytes;
    expect(same(made, ciphertext)).toBe(true);
  });

  it('says nothing more than WebCrypto where the end or the length is wrong', async () => {
    const { decryptContent } = await probePrimitives(subtle);
    const ciphertext = await encrypted(content(2 * SEGMENT + 40));
    const ends = ciphertext.slice();
    flip(ends, ends.length - 17, 0x80);
    expect(await decryptContent('AES-256-CBC', raw, iv, ends)).toBeNull();
    const odd = ciphertext.subarray(0, ciphertext.length - 1);
    expect(await decryptContent('AES-256-CBC', raw, iv, odd)).toBeNull();
  });

  it('garbles what WebCrypto garbles where the middle is changed', async () => {
    const ciphertext = await encrypted(content(2 * SEGMENT + 40));
    for (const at of [5, SEGMENT - 1, SEGMENT, SEGMENT + 16, 2 * SEGMENT - 3]) {
      const changed = ciphertext.slice();
      flip(changed, at, 1);
      const expected = await subtle.decrypt({ name: 'AES-CBC', iv }, await key(), changed);
      const given = await decryptLong(subtle, await key(), iv, changed);
      expect(same(given, new Uint8Array(expected))).toBe(true);
    }
  });
});
