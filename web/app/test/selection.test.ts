import { beforeEach, describe, expect, test } from 'vitest';
import { Selection } from '../src/mail/selection.ts';
import type { MailEntry } from '../src/mail/source.ts';
import { mail, Window } from './mails.ts';

let mails: MailEntry[];
let list: Window;
let selection: Selection;

function begin(eager = true): void {
  mails = ['a', 'b', 'c', 'd', 'e'].map((id) => mail(id));
  list = new Window(() => mails, eager);
  selection = new Selection(() => list);
  selection.settle();
}

beforeEach(() => begin());

describe('the mail that the keyboard is at', () => {
  test('is the first at the beginning, and none in an empty list', () => {
    expect(selection.active).toBe(0);
    mails = [];
    selection.settle();
    expect(selection.active).toBe(-1);
    expect(selection.targets).toEqual([]);
  });

  test('stays within the list', () => {
    selection.go(99);
    expect(selection.active).toBe(4);
    selection.go(-3);
    expect(selection.active).toBe(0);
  });

  test('is the same mail where others come and go', () => {
    selection.go(2);
    mails = [mail('new'), ...mails];
    selection.settle();
    expect(selection.active).toBe(3);
    expect(selection.activeEntry?.id).toBe('c');
  });

  test('is the one that takes its place where it goes, or the last', () => {
    selection.go(2);
    mails = mails.filter((one) => one.id !== 'c');
    selection.settle();
    expect(selection.activeEntry?.id).toBe('d');
    selection.go(3);
    mails = mails.slice(0, 3);
    selection.settle();
    expect(selection.activeEntry?.id).toBe('d');
  });
});

describe('the chosen mails', () => {
  test('are the one that the keyboard is at while none is chosen', () => {
    selection.go(1);
    expect(selection.targets).toEqual(['b']);
    expect(selection.chosen).toEqual([]);
  });

  test('come and go one by one', () => {
    selection.toggle(1);
    selection.toggle(3);
    selection.toggle(1);
    expect(selection.targets).toEqual(['d']);
  });

  test('grow and shrink from where the choice began', () => {
    selection.go(1);
    selection.go(3, true);
    expect(selection.chosen).toEqual(['b', 'c', 'd']);
    selection.go(0, true);
    expect(selection.chosen).toEqual(['a', 'b']);
    selection.go(4);
    selection.go(3, true);
    expect(selection.chosen).toEqual(['d', 'e']);
  });

  test('are all of them, those too that have to be loaded first', () => {
    begin(false);
    list.need(0, 2);
    list.arrive();
    selection.all();
    expect(selection.size).toBe(5);
    expect(selection.isAll).toBe(true);
    expect(selection.isLoading).toBe(true);
    list.arrive();
    selection.settle();
    expect(selection.isLoading).toBe(false);
    expect(selection.chosen).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  test('stay chosen where the list changes, until they are gone', () => {
    selection.toggle(1);
    mails = [mail('new'), ...mails];
    selection.settle();
    expect(selection.has('b')).toBe(true);
    selection.drop(['b']);
    expect(selection.size).toBe(0);
  });
});
