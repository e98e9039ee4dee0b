import { describe, expect, test } from 'vitest';
import { sameAddress } from '../src/certificates/address.ts';
import { parseAddresses, shown } from '../src/compose/addresses.ts';

describe('an address field', () => {
  test('takes names, bare addresses, and several lines', () => {
    const { mailboxes, invalid } = parseAddresses(
      'Bob Brandt <bob@example.org>, carol@example.org;\n"D, E" <de@example.org>',
    );
    expect(invalid).toEqual([]);
    expect(mailboxes).toEqual([
      { name: 'Bob Brandt', address: 'bob@example.org' },
      { name: '', address: 'carol@example.org' },
      { name: 'D, E', address: 'de@example.org' },
    ]);
  });

  test('is empty without addresses', () => {
    expect(parseAddresses(' , ')).toEqual({ mailboxes: [], invalid: [] });
  });

  test.each([
    'bob',
    'bob@',
    '@example.org',
    'bob@exa mple.org',
    'bob..b@example.org',
    'bob@example.org eve@example.org',
    'x <bob@example.org> y',
    '<bob@example.org',
    'Bob <bob>',
  ])('refuses %s by name', (field) => {
    const { mailboxes, invalid } = parseAddresses(`${field}, ok@example.org`);
    expect(mailboxes).toEqual([{ name: '', address: 'ok@example.org' }]);
    expect(invalid).toEqual([field]);
  });

  test.each(['Bob <bob@example.org>', 'Brandt, Bob', 'Jörg "J" Müller'])(
    'shows what it can read again',
    (name) => {
      const mailbox = { name, address: 'bob@example.org' };
      expect(parseAddresses(shown(mailbox)).mailboxes).toEqual([mailbox]);
    },
  );
});

describe('addresses are the same', () => {
  test.each([
    ['bob@example.org', 'Bob@EXAMPLE.org'],
    ['bob@köln.example', 'bob@xn--kln-sna.example'],
  ])('%s and %s', (one, other) => expect(sameAddress(one, other)).toBe(true));

  test.each([
    ['bob@example.org', 'bob@example.com'],
    ['bob@example.org', 'b@example.org'],
    ['bob', 'bob@example.org'],
  ])('not %s and %s', (one, other) => expect(sameAddress(one, other)).toBe(false));
});
