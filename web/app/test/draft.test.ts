import { describe, expect, test } from 'vitest';
import { checkDraft, type DraftFields } from '../src/compose/draft.ts';
import { certificate } from './certificates.ts';

const fields: DraftFields = {
  to: 'Bob <bob@example.org>',
  cc: '',
  subject: 'x',
  text: 'y',
  attachments: [],
  inReplyTo: '',
  references: '',
};
const bob = certificate({ notBefore: new Date(0), notAfter: new Date(8e15) });
const check = (changes: Partial<DraftFields>, encryptTo: Parameters<typeof checkDraft>[2] = null) =>
  checkDraft({ ...fields, ...changes }, 'alice@example.org', encryptTo);

describe('a draft', () => {
  test('is taken with at least one address in To or Cc', () => {
    expect(check({}).draft?.to).toEqual([{ name: 'Bob', address: 'bob@example.org' }]);
    expect(check({ to: '', cc: 'bob@example.org' }).draft).not.toBeNull();
    expect(check({}, [bob]).draft?.from).toEqual({ name: '', address: 'alice@example.org' });
  });

  test.each([
    ['no-recipient', { to: ' ' }],
    ['bad-address', { to: 'bob' }],
    ['bad-address', { cc: 'bob@example.org eve@example.org' }],
  ])('is refused with %s for %j', (code, changes) => {
    expect(check(changes)).toMatchObject({ draft: null, refusal: { code } });
  });

  test('is refused by name for each recipient who has no certificate', () => {
    const { draft, refusal } = check({ cc: 'eve@example.org, EVE@example.org' }, [bob]);
    expect(draft).toBeNull();
    expect(refusal?.code).toBe('missing-certificate');
    expect(refusal?.text).toContain('eve@example.org');
    expect(refusal?.text).not.toContain('bob@example.org');
  });
});
