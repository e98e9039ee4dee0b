import { describe, expect, test } from 'vitest';
import { listCommand, placeFor } from '../src/pages/mail-list-keys.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    key: name,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    ...more,
  }) as KeyboardEvent;

describe('a key in the list of mails', () => {
  test('moves, and with Shift chooses', () => {
    expect(listCommand(key('ArrowDown'))).toEqual({ go: 'by', rows: 1, extend: false });
    expect(listCommand(key('PageUp', { shiftKey: true }))).toEqual({
      go: 'page',
      pages: -1,
      extend: true,
    });
  });

  test('acts', () => {
    expect(listCommand(key('Enter'))).toEqual({ act: 'open' });
    expect(listCommand(key('a', { ctrlKey: true }))).toEqual({ act: 'all' });
    expect(listCommand(key('a', { metaKey: true }))).toEqual({ act: 'all' });
  });

  test('is left to the browser where it means nothing here', () => {
    expect(listCommand(key('a'))).toBeNull();
    expect(listCommand(key('s', { ctrlKey: true }))).toBeNull();
    expect(listCommand(key('ArrowLeft', { altKey: true }))).toBeNull();
    expect(listCommand(key('Tab'))).toBeNull();
  });

  test('goes by rows, pages and to the ends', () => {
    const list = { from: 50, page: 12, total: 100 };
    const place = (name: string): number | null => {
      const command = listCommand(key(name));
      return command !== null && 'go' in command ? placeFor(command, list) : null;
    };
    expect(['ArrowUp', 'PageDown', 'Home', 'End'].map(place)).toEqual([49, 62, 0, 99]);
  });
});
