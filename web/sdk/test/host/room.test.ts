import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64 } from '../../src/host/base64.ts';
import { concat, roomy } from '../../src/host/room.ts';
import { ascii, random } from '../support/octets.ts';

const LONG = 1 << 17;

describe('joining', () => {
  let copied = 0;

  beforeEach(() => {
    copied = 0;
    const set = Reflect.get(Uint8Array.prototype, 'set') as (...given: unknown[]) => void;
    vi.spyOn(Uint8Array.prototype, 'set').mockImplementation(function (
      this: Uint8Array,
      source: ArrayLike<number>,
      at?: number,
    ) {
      copied += source.length;
      Reflect.apply(set, this, [source, at]);
    });
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  const expectJoined = (joined: Uint8Array, parts: Uint8Array[]): void => {
    expect(Buffer.compare(joined, Buffer.concat(parts))).toBe(0);
  };

  it('puts the parts one after the other', () => {
    expect([...concat([ascii('ab'), ascii(''), ascii('xcd').subarray(1)])]).toEqual([
      97, 98, 99, 100,
    ]);
    expect(concat([]).length).toBe(0);
    const same = random(LONG);
    expectJoined(concat([same, same, ascii('x'), same]), [same, same, ascii('x'), same]);
  });

  it('copies a long part once, and what is put around it later not again', () => {
    const body = random(LONG);
    const entity = concat([ascii('Header'), body]);
    expect(copied).toBe(6 + LONG);
    const mail = concat([ascii('outside'), ascii('--'), entity, ascii('end')]);
    expect(copied).toBe(6 + LONG + 12);
    const again = concat([ascii('<'), mail, ascii('>')]);
    expect(copied).toBe(6 + LONG + 14);
    expectJoined(entity, [ascii('Header'), body]);
    expectJoined(again, [ascii('<outside--Header'), body, ascii('end>')]);
  });

  it('does so with what was encoded', () => {
    const content = random(LONG);
    const text = encodeBase64(content);
    const mail = concat([ascii('Header\r\n\r\n'), text]);
    expect(copied).toBe(10);
    expectJoined(mail, [ascii('Header\r\n\r\n'), encodeBase64(content)]);
  });

  it('leaves what was handed out as it was, whatever is made of it', () => {
    const body = random(LONG);
    const entity = concat([ascii('entity:'), body]);
    const kept = entity.slice();
    const made = [
      [ascii('first>'), entity, ascii('<first')],
      [ascii('second>'), entity, ascii('<second')],
      [ascii('third>'), entity.subarray(1), ascii('<third')],
      [ascii('fourth>'), entity.subarray(0, LONG), ascii('<fourth')],
      [entity, entity],
      [ascii('fifth>'), entity],
    ].map((parts) => ({ parts: parts.map((each) => each.slice()), joined: concat(parts) }));
    for (const { parts, joined } of made) expectJoined(joined, parts);
    expect(Buffer.compare(entity, kept)).toBe(0);
  });

  it.each([
    ['before', [1 << 14, 0]],
    ['behind', [0, 1 << 17]],
  ])('copies where more is put %s than there is room', (_, [before, behind]) => {
    const entity = concat([ascii('entity:'), random(2 * LONG)]);
    const parts = [random(before as number), entity, random(behind as number)];
    const copies = parts.map((each) => each.slice());
    expectJoined(concat(parts), copies);
  });

  it('finds room until it is used up', () => {
    let whole = roomy(LONG);
    const expected = [whole.slice()];
    for (let i = 0; i < 40; i++) {
      const part = random(1000);
      whole = i % 2 === 0 ? concat([part, whole]) : concat([whole, part]);
      if (i % 2 === 0) expected.unshift(part);
      else expected.push(part);
      expectJoined(whole, expected);
    }
  });
});
