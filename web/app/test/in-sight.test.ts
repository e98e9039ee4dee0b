import { describe, expect, test } from 'vitest';
import { inSight, scrolledTo } from '../src/mail/in-sight.ts';

const view = { height: 400, rowHeight: 40, margin: 10 };

describe('what of a list is drawn', () => {
  test('holds every row that is seen, and the margin around', () => {
    for (let top = 0; top <= 10_000 * 40 - 400; top += 997) {
      const { first, after } = inSight({ ...view, top, total: 10_000 });
      expect(first).toBeLessThanOrEqual(Math.max(0, Math.floor(top / 40) - 10));
      expect(after).toBeGreaterThanOrEqual(Math.min(10_000, Math.ceil((top + 400) / 40) + 10));
      expect(after - first).toBeLessThan(50);
    }
  });

  test('ends with the list', () => {
    expect(inSight({ ...view, top: 0, total: 3 })).toEqual({ first: 0, after: 3 });
    expect(inSight({ ...view, top: 0, total: 0 })).toEqual({ first: 0, after: 0 });
    expect(inSight({ ...view, top: 1_000_000, total: 5 })).toEqual({ first: 4, after: 5 });
  });

  test('stays the same over a few rows, so that scrolling draws seldom', () => {
    const one = inSight({ ...view, top: 4000, total: 10_000 });
    expect(inSight({ ...view, top: 4039, total: 10_000 })).toEqual(one);
  });
});

describe('going to a row', () => {
  test('scrolls no further than is needed', () => {
    expect(scrolledTo(5, { ...view, top: 0 })).toBe(0);
    expect(scrolledTo(10, { ...view, top: 0 })).toBe(40);
    expect(scrolledTo(2, { ...view, top: 400 })).toBe(80);
  });
});
