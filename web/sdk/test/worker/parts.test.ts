import { describe, expect, it } from 'vitest';
import { detachable } from '../../src/worker/parts.ts';

const LENGTH = 1 << 21;

function numbered(length: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length }, (_, i) => i % 251);
}

describe('the parts of an outcome', () => {
  it.each([
    ['short', 5, 10],
    ['long', 7, LENGTH],
    ['long, from the start', 0, LENGTH],
  ])('that are ranges get a buffer of their own: %s', (_, from, to) => {
    const whole = numbered(LENGTH + 9);
    const expected = whole.slice(from, to);
    const [part] = detachable({ report: null, parts: [whole.subarray(from, to)] }).parts;
    expect(part?.buffer.byteLength).toBe(to - from);
    expect(Buffer.compare(part as Uint8Array, expected)).toBe(0);
  });

  it('that overlap, or are the same, stay what they were', () => {
    const whole = numbered(LENGTH + 9);
    const ranges = [whole, whole.subarray(3, LENGTH), whole.subarray(9), whole];
    const expected = ranges.map((each) => each.slice());
    const { parts } = detachable({ report: 'report', parts: ranges });
    expect(new Set(parts.map((each) => each.buffer)).size).toBe(4);
    parts.forEach((part, i) => {
      expect(Buffer.compare(part, expected[i] as Uint8Array)).toBe(0);
      expect(part.byteLength).toBe(part.buffer.byteLength);
    });
  });

  it('that have a buffer of their own keep it', () => {
    const own = numbered(100);
    expect(detachable({ report: null, parts: [own] }).parts[0]).toBe(own);
  });
});
