import type { Bytes } from './border.ts';
import { release, roomy } from './room.ts';

const BLOCK = 16;

/** Octets that are decrypted or encrypted at once: WebCrypto copies what it is given, and copies what it gives. */
export const SEGMENT = 1 << 18;

/** Segments under way at the same time. */
const LANES = 2;

/**
 * Decrypts AES-CBC in segments, into one array: with long content the memory for WebCrypto's own copies
 * of all of it costs more than the decryption. A block depends on the one before it alone, so a segment
 * needs that one as its initialisation vector; and because WebCrypto takes the padding off each time, it
 * has a block of nothing but padding put behind it, which is made for its last block.
 *
 * Rejects with an OperationError where the padding at the very end is wrong, as WebCrypto does.
 *
 * @param ciphertext whole blocks, more than a segment of them
 */
export async function decryptLong(
  subtle: SubtleCrypto,
  key: CryptoKey,
  iv: Bytes,
  ciphertext: Bytes,
): Promise<Bytes> {
  const out = new Uint8Array(ciphertext.length);
  const starts: number[] = [];
  for (let start = 0; start < ciphertext.length; start += SEGMENT) starts.push(start);
  let length = 0;

  const decrypt = async (start: number, room: Bytes): Promise<void> => {
    const end = Math.min(start + SEGMENT, ciphertext.length);
    const before = start === 0 ? iv : ciphertext.subarray(start - BLOCK, start);
    const last = end === ciphertext.length;
    const segment = ciphertext.subarray(start, end);
    const input = last ? segment : await closed(subtle, key, segment, room);
    const plain = await subtle.decrypt({ name: 'AES-CBC', iv: before }, key, input);
    const octets = new Uint8Array(plain);
    out.set(octets, start);
    if (last) length = start + octets.length;
    // So that the next segment gets the same memory.
    release(octets);
  };

  const lane = async (first: number): Promise<void> => {
    const room = new Uint8Array(SEGMENT + BLOCK);
    for (let i = first; i < starts.length; i += LANES) await decrypt(starts[i] as number, room);
  };
  await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
  return out.subarray(0, length);
}

/**
 * Encrypts AES-CBC in segments, into one array that has room around it. What WebCrypto puts behind each
 * segment, a block of padding, is left out but for the last; a segment's last block is the next one's
 * initialisation vector, so one follows the other.
 *
 * @param content more than a segment
 */
export async function encryptLong(
  subtle: SubtleCrypto,
  key: CryptoKey,
  iv: Bytes,
  content: Bytes,
): Promise<Bytes> {
  const out = roomy(content.length + BLOCK - (content.length % BLOCK));
  let before = iv;
  for (let start = 0; start < content.length; start += SEGMENT) {
    const segment = content.subarray(start, start + SEGMENT);
    const made = await subtle.encrypt({ name: 'AES-CBC', iv: before }, key, segment);
    const ciphertext = new Uint8Array(made);
    const last = start + SEGMENT >= content.length;
    out.set(last ? ciphertext : ciphertext.subarray(0, SEGMENT), start);
    before = out.slice(start + SEGMENT - BLOCK, start + SEGMENT);
    release(ciphertext);
  }
  return out;
}

/** The segment, and the block of padding that belongs behind it: what no octets are encrypted to. */
async function closed(
  subtle: SubtleCrypto,
  key: CryptoKey,
  segment: Bytes,
  room: Bytes,
): Promise<Bytes> {
  const iv = segment.subarray(-BLOCK);
  const padding = await subtle.encrypt({ name: 'AES-CBC', iv }, key, new Uint8Array(0));
  room.set(segment);
  room.set(new Uint8Array(padding), segment.length);
  return room;
}
