import type { OpenedMessage } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { answerTo, type AnswerKind } from '../src/compose/answer.ts';
import { Composition } from '../src/compose/composition.ts';
import { senderFor, type Identity } from '../src/compose/identity.ts';
import { whyWithheld } from '../src/compose/quoting.ts';
import type { SmimeKind } from '../src/mail/smime-kind.ts';
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
const text = 'one\r\n\r\ntwo\r\n';
const content = { text, html: null, htmlLeftOut: false, attachments: [] };
const plainKind = { encrypted: false, signed: false };

/** As an engine reports it, as far as quoting looks at it. */
function opened(changes: Partial<OpenedMessage> = {}): OpenedMessage {
  return {
    layers: [],
    status: { colour: 'none', code: 'unsigned', message: '' },
    content: new Uint8Array(),
    signature: null,
    encryption: null,
    ...changes,
  };
}
const encrypted = (authenticated: boolean): Partial<OpenedMessage> => ({
  layers: [{ type: 'encrypted', form: authenticated ? 'auth-enveloped' : 'enveloped' }],
  encryption: {
    contentCipher: 'x',
    authenticated,
    keyTransport: 'x',
    recipients: 1,
    recipientIds: [],
    key: 'k',
  },
});
const signer = { signers: [{ status: { colour: 'green', code: 'verified', message: '' } }] };
const signature = signer as unknown as OpenedMessage['signature'];

function answer(
  kind: AnswerKind,
  changes: Partial<MailSummary> = {},
  smime: SmimeKind = plainKind,
  report: OpenedMessage = opened(smime.encrypted ? encrypted(true) : {}),
) {
  return answerTo(kind, {
    summary: { ...summary, ...changes },
    kind: smime,
    opened: report,
    content,
    own: ['alice@example.org'],
  });
}
const people = (...addresses: string[]) => addresses.map((address) => ({ name: '', address }));

describe('a reply', () => {
  test('quotes, and names what it answers', () => {
    const reply = answer('reply');
    expect(reply.to).toBe('Bob <bob@example.org>');
    expect(reply.subject).toBe('Re: Lunch');
    expect(reply.text).toContain('> one\n>\n> two\n');
    expect(reply.inReplyTo).toBe('<2@example.org>');
    expect(reply.references).toBe('<1@example.org> <2@example.org>');
    expect([reply.sign, reply.encrypt, reply.quotesDecrypted]).toEqual([false, false, false]);
  });

  test('to an encrypted message is signed and encrypted', () => {
    const reply = answer('reply', {}, { encrypted: true, signed: false });
    expect([reply.sign, reply.encrypt, reply.quotesDecrypted]).toEqual([true, true, true]);
  });

  test('goes to the author, not to Reply-To, when it came encrypted', () => {
    const replyTo = people('mallory@example.net');
    const reply = answer('reply', { replyTo }, { encrypted: true, signed: true });
    expect(reply.to).not.toContain('mallory');
  });

  test('goes to Reply-To, and keeps one Re', () => {
    const replyTo = people('list@example.org');
    const smime = { encrypted: false, signed: true };
    const reply = answer('reply', { replyTo, subject: 'RE: Lunch' }, smime);
    expect(reply.to).toBe('list@example.org');
    expect(reply.subject).toBe('RE: Lunch');
    expect([reply.sign, reply.encrypt]).toEqual([true, false]);
  });

  test('to all goes to everybody once, and not to oneself', () => {
    const to = people('ALICE@example.org', 'carol@example.org');
    const cc = people('dave@example.org', 'bob@example.org', 'alice@example.org');
    const reply = answer('reply-all', { to, cc });
    expect(reply.to).toBe('Bob <bob@example.org>, carol@example.org');
    expect(reply.cc).toBe('dave@example.org');
    expect(answer('reply', { to, cc }).cc).toBe('');
  });

  test('to a mail of one’s own goes to whom that went', () => {
    const own = {
      from: people('alice@example.org'),
      to: people('bob@example.org', 'alice@example.org'),
    };
    expect(answer('reply', own).to).toBe('bob@example.org');
    expect(answer('reply-all', { ...own, cc: people('carol@example.org') })).toMatchObject({
      to: 'bob@example.org',
      cc: 'carol@example.org',
    });
    const self = { from: people('alice@example.org'), to: people('alice@example.org') };
    expect(answer('reply', self).to).toBe('alice@example.org');
  });

  test('comes from the address that was written to', () => {
    const own = ['a@example.org', 'alice@example.org'].map((address): Identity => ({
      address,
      name: '',
      key: null,
      files: [],
      certificate: null,
    }));
    expect(senderFor(own, ['Alice@example.org'])?.address).toBe('alice@example.org');
    expect(senderFor(own, ['x@example.org'])?.address).toBe('a@example.org');
    expect(senderFor([], [])).toBeNull();
  });
});

describe('a message that is forwarded', () => {
  test('goes to nobody yet, with its header, text and files', () => {
    const octets = new Uint8Array([1]);
    const file = { name: 'a.txt', type: 'text/plain', octets, contentId: '', inline: false };
    const start = answerTo('forward', {
      summary,
      kind: { encrypted: true, signed: false },
      opened: opened(encrypted(true)),
      content: { ...content, attachments: [{ ...file, signedPart: false, opens: null }] },
      own: [],
    });
    expect(start).toMatchObject({ to: '', subject: 'Fwd: Lunch', inReplyTo: '', encrypt: true });
    expect(start.text).toMatch(/From: Bob <bob@example\.org>\n(.|\n)*\n\none/);
    expect(start.attachments).toEqual([{ name: 'a.txt', type: 'text/plain', octets }]);
    expect(start.quotesDecrypted).toBe(true);
  });

  test('as an attachment has no text', () => {
    expect(answer('forward-as-attachment')).toMatchObject({ text: '', withheld: null });
  });
});

describe('what is quoted', () => {
  test.each([
    ['what was not encrypted', opened(), null],
    ['what was encrypted with authentication', opened(encrypted(true)), null],
    ['no text whose cipher would not notice a change', opened(encrypted(false)), 'unauthenticated'],
    [
      'such text where it is signed within',
      opened({
        ...encrypted(false),
        layers: [
          { type: 'encrypted', form: 'enveloped' },
          { type: 'signed', form: 'detached' },
        ],
        signature,
      }),
      null,
    ],
    [
      'not where anybody has signed around it',
      opened({
        ...encrypted(false),
        layers: [
          { type: 'signed', form: 'detached' },
          { type: 'encrypted', form: 'enveloped' },
        ],
        signature,
      }),
      'unauthenticated',
    ],
    [
      'nothing under a red bar',
      opened({ status: { colour: 'red', code: 'tampered', message: '' } }),
      'red',
    ],
    ['nothing that is locked', opened({ content: null }), 'locked'],
  ])('is %s', (_, report, reason) => expect(whyWithheld(report)).toBe(reason));

  test('comes in by the user’s choice alone where it is withheld', () => {
    const smime = { encrypted: true, signed: false };
    const start = answer('reply', {}, smime, opened(encrypted(false)));
    expect(start.text).toBe('');
    const composition = new Composition();
    composition.begin(start);
    composition.change({ text: 'Hello Bob', encrypt: false });
    composition.quoteAnyway();
    expect(composition.state.text).toMatch(/^Hello Bob\n\n(.|\n)*> one/);
    expect(composition.state).toMatchObject({ withheld: null, quotesDecrypted: true });
  });
});

describe('the list', () => {
  const entry = (id: string, changes: Partial<MailSummary>): MailEntry => ({
    id,
    size: 1,
    flags: { seen: false, flagged: false, answered: false, forwarded: false, draft: false },
    received: null,
    folder: 'local',
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
