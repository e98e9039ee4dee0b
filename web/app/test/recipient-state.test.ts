import { expect, test } from 'vitest';
import { recipientState } from '../src/certificates/recipient-state.ts';
import { certificate } from './certificates.ts';

const now = new Date('2026-06-01');
const old = { notBefore: new Date('2020-01-01'), notAfter: new Date('2021-01-01') };
const later = { notBefore: new Date('2030-01-01'), notAfter: new Date('2031-01-01') };
const signing = { keyUsage: ['digitalSignature'] };

test.each([
  ['present', [certificate(old), certificate()], true],
  ['missing', [certificate({ emailAddresses: ['eve@example.org'] })], true],
  ['missing', [certificate({ isCa: true })], true],
  ['checking', [], false],
  ['present', [certificate()], false],
  ['expired', [certificate(old), certificate(signing)], true],
  ['not-yet-valid', [certificate(later)], true],
  ['not-for-encryption', [certificate(signing)], true],
] as const)('a recipient is %s', (state, known, complete) => {
  expect(recipientState('BOB@example.org', known, complete, now).state).toBe(state);
});
