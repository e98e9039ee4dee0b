import { describe, expect, test } from 'vitest';
import { senderFor, type Identity } from '../src/compose/identity.ts';
import { replyTo } from '../src/compose/reply.ts';
import { sorted } from '../src/mail/order.ts';
import type { MailEntry } from '../src/mail/source.ts';
import type { MailSummary } from '../src/mail/summary.ts';

const summary: MailSummary = {
  from: [{ name: 'Bob', address: 'bob@example.org' }],
  replyTo: [],
  to: [{ name: '', address: 'alice@example.org' }],
  cc: [],
  subject: 'Lunch',
  date: new Date('2026-11-03T07:05:09Z'),
  messageId: '<2@example.org>',
  references: '<1@example.org>',
  smime: { encrypted: false, signed: false },
};
const content = 'one\r\n\r\ntwo\r\n';

describe('a reply', () => {
  test('quotes, and names what it answers', () => {
    const reply = replyTo(summary, content, { encrypted: false, signed: false });
    expect(reply.to).toBe('Bob <bob@example.org>');
    expect(reply.subject).toBe('Re: Lunch');
    expect(reply.text).toContain('> one\n>\n> two\n');
    expect(reply.inReplyTo).toBe('<2@example.org>');
    expect(reply.references).toBe('<1@example.org> <2@example.org>');
    expect([reply.sign, reply.encrypt]).toEqual([false, false]);
  });

  test('to an encrypted message is signed and encrypted', () => {
    const reply = replyTo(summary, '', { encrypted: true, signed: false });
    expect([reply.sign, reply.encrypt]).toEqual([true, true]);
    expect(reply.text).toBe('');
  });

  test('goes to the author, not to Reply-To, when it came encrypted', () => {
    const other = { ...summary, replyTo: [{ name: '', address: 'mallory@example.net' }] };
    const reply = replyTo(other, content, { encrypted: true, signed: true });
    expect(reply.to).not.toContain('mallory');
  });

  test('goes to Reply-To, and keeps one Re', () => {
    const other = {
      ...summary,
      replyTo: [{ name: '', address: 'list@example.org' }],
      subject: 'RE: Lunch',
    };
    const reply = replyTo(other, content, { encrypted: false, signed: true });
    expect(reply.to).toBe('list@example.org');
    expect(reply.subject).toBe('RE: Lunch');
    expect([reply.sign, reply.encrypt]).toEqual([true, false]);
  });

  test('comes from the address that was written to', () => {
    const own = ['a@example.org', 'alice@example.org'].map((address): Identity => ({
      address,
      key: null,
      files: [],
      certificate: null,
    }));
    expect(senderFor(own, ['Alice@example.org'])?.address).toBe('alice@example.org');
    expect(senderFor(own, ['x@example.org'])?.address).toBe('a@example.org');
    expect(senderFor([], [])).toBeNull();
  });
});

describe('the list', () => {
  const entry = (id: string, changes: Partial<MailSummary>): MailEntry => ({
    id,
    size: 1,
    summary: { ...summary, ...changes },
  });
  const entries = [
    entry('1', { subject: 'b', date: new Date(1), smime: { encrypted: true, signed: false } }),
    entry('2', { subject: 'A', date: null }),
    entry('3', { subject: 'c 10', date: new Date(3), smime: { encrypted: false, signed: true } }),
    entry('4', { subject: 'c 9', date: new Date(2) }),
  ];
  const ids = (column: 'smime' | 'subject' | 'date', descending = false) =>
    sorted(entries, { column, descending }, (one) => one.summary.smime).map((one) => one.id);

  test('is sorted by each column', () => {
    expect(ids('subject')).toEqual(['2', '1', '4', '3']);
    expect(ids('date')).toEqual(['2', '1', '4', '3']);
    expect(ids('date', true)).toEqual(['3', '4', '1', '2']);
    expect(ids('smime', true)).toEqual(['1', '3', '2', '4']);
  });
});
