import { describe, expect, test } from 'vitest';
import {
  checkDraft,
  recipientsOf,
  withoutCertificate,
  type DraftFields,
} from '../src/compose/draft.ts';
import { certificate } from './certificates.ts';

const fields: DraftFields = {
  to: 'Bob <bob@example.org>',
  cc: '',
  bcc: '',
  subject: 'x',
  text: 'y',
  attachments: [],
  inReplyTo: '',
  references: '',
};
const bob = certificate({ notBefore: new Date(0), notAfter: new Date(8e15) });
const check = (changes: Partial<DraftFields>) =>
  checkDraft({ ...fields, ...changes }, { name: 'Alice', address: 'alice@example.org' });

describe('a draft', () => {
  test('is taken with at least one address in To, Cc or Bcc', () => {
    expect(check({}).draft?.to).toEqual([{ name: 'Bob', address: 'bob@example.org' }]);
    expect(check({ to: '', cc: 'bob@example.org' }).draft).not.toBeNull();
    expect(check({ to: '', bcc: 'bob@example.org' }).draft).not.toBeNull();
    expect(check({}).draft?.from).toEqual({ name: 'Alice', address: 'alice@example.org' });
  });

  test.each([
    ['no-recipient', { to: ' ' }],
    ['bad-address', { to: 'bob' }],
    ['bad-address', { bcc: 'bob@' }],
    ['bad-address', { cc: 'bob@example.org eve@example.org' }],
  ])('is refused with %s for %j', (code, changes) => {
    expect(check(changes)).toMatchObject({ draft: null, refusal: { code } });
  });

  test('is refused where its attachments are too large', () => {
    const octets = { length: 60_000_000 } as Uint8Array;
    const attachments = [1, 2].map((index) => ({ name: `${index}`, type: '', octets }));
    expect(check({ attachments }).refusal?.code).toBe('too-large');
  });

  test('names each recipient who has no certificate once, the hidden ones too', () => {
    const { draft } = check({ cc: 'eve@example.org, eve@example.org', bcc: 'mal@example.org' });
    if (draft === null) throw new Error('refused');
    expect(withoutCertificate(draft, [bob])).toEqual(['eve@example.org', 'mal@example.org']);
    expect(recipientsOf(draft)).toHaveLength(3);
  });
});
