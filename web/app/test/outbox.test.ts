import type { Certificate, Engine, Key } from '@signet/smime';
import { describe, expect, test, vi } from 'vitest';
import { Composition } from '../src/compose/composition.ts';
import type { Protection } from '../src/compose/make.ts';
import type { Draft } from '../src/compose/mime-writer.ts';
import { emptyStart } from '../src/compose/start.ts';
import { readContent } from '../src/mail/content.ts';
import { LocalSource } from '../src/mail/local-source.ts';
import { Outbox } from '../src/outbox/outbox.ts';
import { certificate } from './certificates.ts';
import { MemoryServer, Refusal } from './mail-server.ts';
import { rewritten, withFooter } from './rewriting.ts';
import { sealingEngine } from './sealing-engine.ts';

const draft: Draft = {
  from: { name: 'Alice', address: 'alice@example.org' },
  to: [{ name: 'Bob', address: 'bob@example.org' }],
  cc: [],
  bcc: [],
  subject: 'Lunch in Köln',
  text: `Hello Bob,\n\n${'a long line of words '.repeat(10)}\nGrüße aus Köln \n`,
  attachments: [
    { name: 'a.bin', type: 'application/pdf', octets: crypto.getRandomValues(new Uint8Array(999)) },
    { name: 'b.txt', type: 'text/plain', octets: new TextEncoder().encode('b') },
  ],
  inReplyTo: '',
  references: '',
};
const forever = { notBefore: new Date(0), notAfter: new Date(8e15) };
const bob = certificate({ ...forever, der: new Uint8Array([2]) });
const sign = { id: 'k' } as Key;
const encryptTo = (known: Certificate[]) => ({ own: null, known, capabilities: {} });
const protections: [string, Protection][] = [
  ['signed', { sign, encrypt: null }],
  ['encrypted', { sign: null, encrypt: encryptTo([bob]) }],
  ['not protected', { sign: null, encrypt: null }],
];
const signed: Protection = { sign, encrypt: null };

function stage(engine: Engine = sealingEngine) {
  const composition = new Composition();
  const source = new MemoryServer();
  const origin = { source, id: 'answered', as: 'answered' } as const;
  composition.begin({ ...emptyStart, origin });
  composition.change({ to: 'bob@example.org', text: 'what was written' });
  const server = new MemoryServer();
  const said: string[] = [];
  const outbox = new Outbox({
    engine: async () => engine,
    content: readContent,
    intermediates: () => [],
    composition,
    files: new LocalSource(),
    announce: (text) => said.push(text),
    keysUsed: () => undefined,
  });
  const code = () => ('failure' in outbox.state ? outbox.state.failure.code : outbox.state.kind);
  return { composition, server, outbox, said, code, source };
}

/** The promise of every failure: nothing went out, nothing is left behind, the draft is there. */
function nothingSent({ server, composition, outbox }: ReturnType<typeof stage>): void {
  expect(server.submitted).toEqual([]);
  expect(server.messages.size).toBe(0);
  expect(composition.state.text).toBe('what was written');
  expect(composition.unsaved).toBe(true);
  expect(outbox.busy).toBe(false);
}

describe.each(protections)('a message that is %s', (_, protection) => {
  test('is stored, read back and sent; the draft is done with', async () => {
    const { server, outbox, composition, code, said } = stage();
    await outbox.send(server, { draft, protection });
    expect(code()).toBe('sent');
    expect(server.submitted).toMatchObject([
      { from: 'alice@example.org', to: ['bob@example.org'] },
    ]);
    expect(server.in('sent')).toHaveLength(1);
    expect(composition.state.text).toBe('');
    expect(said.at(-1)).toContain('bob@example.org');
  });

  test('survives a server that writes anew what it stores', async () => {
    const { server, outbox, code } = stage();
    server.rewrite = rewritten;
    await outbox.send(server, { draft, protection });
    expect(code()).toBe('sent');
    expect(server.submitted[0]?.octets).not.toEqual(undefined);
  });

  test.each([
    ['adds a footer', withFooter],
    [
      'changes the subject',
      (message: Uint8Array) =>
        new TextEncoder().encode(
          new TextDecoder('latin1').decode(message).replace(/^Subject: /m, 'Subject: [list] '),
        ),
    ],
    [
      'adds a Bcc',
      (message: Uint8Array) =>
        new TextEncoder().encode(
          `Bcc: eve@example.org\r\n${new TextDecoder('latin1').decode(message)}`,
        ),
    ],
  ])('is not sent where the server %s', async (_how, rewrite) => {
    const all = stage();
    all.server.rewrite = rewrite;
    await all.outbox.send(all.server, { draft, protection });
    expect(all.code()).toBe('changed-by-server');
    nothingSent(all);
  });
});

test('what a rewriting server makes of quoted-printable is another text: the reason for base64', () => {
  const before = `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'word '.repeat(30)}\r\n`;
  const after = new TextDecoder().decode(rewritten(new TextEncoder().encode(before)));
  expect(after).not.toBe(before);
});

describe('whatever goes wrong before it is sent', () => {
  const smimeError = (code: string) =>
    Object.assign(new Error(code), { name: 'SmimeError', code, details: {} });

  test.each([
    'key-locked',
    'key-unusable',
    'recipient-unusable',
    'no-randomness',
    'engine-closed',
    'aborted',
    'too-large',
    'internal-error',
  ])('%s: nothing is, and the next try works', async (code) => {
    const failing = {
      ...sealingEngine,
      sign: vi.fn().mockRejectedValueOnce(smimeError(code)).mockImplementation(sealingEngine.sign),
    } as unknown as Engine;
    const all = stage(failing);
    await all.outbox.send(all.server, { draft, protection: signed });
    expect(all.code()).toBe(code);
    nothingSent(all);
    await all.outbox.send(all.server, { draft, protection: signed });
    expect(all.code()).toBe('sent');
  });

  test.each([
    ['the engine does not start', 'engine'],
    ['a certificate has expired meanwhile', 'certificate'],
  ])('%s', async (_, what) => {
    const all = stage();
    if (what === 'engine') {
      const outbox = new Outbox({
        engine: () => Promise.reject(smimeError('engine-unavailable')),
        content: readContent,
        intermediates: () => [],
        composition: all.composition,
        files: new LocalSource(),
        announce: () => undefined,
        keysUsed: () => undefined,
      });
      await outbox.send(all.server, { draft, protection: signed });
      expect(outbox.state).toMatchObject({ failure: { code: 'engine-unavailable' } });
    } else {
      const old = certificate({ notBefore: new Date(0), notAfter: new Date(1) });
      const protection = { sign, encrypt: encryptTo([old]) };
      await all.outbox.send(all.server, { draft, protection });
      expect(all.code()).toBe('missing-certificate');
    }
    nothingSent(all);
  });

  test.each(['over-quota', 'too-large', 'refused', 'network', 'server'])(
    'the server does not store it: %s',
    async (code) => {
      const all = stage();
      all.server.storing = () => Promise.reject(new Refusal(code));
      await all.outbox.send(all.server, { draft, protection: signed });
      nothingSent(all);
      expect(all.said.at(-1)).toMatch(/^Nothing was sent, and your draft is kept/);
    },
  );

  test('the user gives up while it is stored: it is taken back', async () => {
    const all = stage();
    all.server.storing = async () => all.outbox.cancel();
    await all.outbox.send(all.server, { draft, protection: signed });
    expect(all.code()).toBe('aborted');
    nothingSent(all);
  });

  test('it cannot be read back', async () => {
    const all = stage();
    all.server.read = () => Promise.reject(new Refusal('network'));
    await all.outbox.send(all.server, { draft, protection: signed });
    nothingSent(all);
  });

  test.each(['forbidden-from', 'invalid-recipients', 'forbidden-to-send', 'over-quota'])(
    'the server refuses to send it: %s',
    async (code) => {
      const all = stage();
      all.server.submitting = () => Promise.reject(new Refusal(code));
      await all.outbox.send(all.server, { draft, protection: signed });
      expect(all.outbox.state.kind).toBe('failed');
      nothingSent(all);
    },
  );
});

describe('a connection that is lost while it is sent', () => {
  test('after the server has sent it: it is found among the sent mail', async () => {
    const { server, outbox, code } = stage();
    server.answering = () => Promise.reject(new Refusal('network'));
    await outbox.send(server, { draft, protection: signed });
    expect(code()).toBe('sent');
    expect(server.submitted).toHaveLength(1);
  });

  test('before: it is found among the drafts, and sent again only when the user says so', async () => {
    const { server, outbox, code, composition } = stage();
    server.submitting = vi.fn().mockRejectedValueOnce(new Refusal('network')).mockResolvedValue({});
    await outbox.send(server, { draft, protection: signed });
    expect(outbox.state).toMatchObject({
      kind: 'open',
      failure: { code: 'unknown-outcome' },
      outcome: { where: 'drafts', openTo: ['bob@example.org'] },
    });
    expect(composition.state.text).toBe('what was written');
    await outbox.look();
    expect(code()).toBe('unknown-outcome');
    expect(server.submitted).toHaveLength(0);
    await outbox.again();
    expect(code()).toBe('sent');
    expect(server.submitted).toHaveLength(1);
  });

  test('and stays lost: it is not known, until the server answers again', async () => {
    const { server, outbox, code, composition } = stage();
    server.answering = () => Promise.reject(new Refusal('network'));
    server.listingFails = true;
    await outbox.send(server, { draft, protection: signed });
    expect(outbox.state).toMatchObject({ kind: 'open', outcome: { where: 'unknown' } });
    expect(composition.state.text).toBe('what was written');
    server.listingFails = false;
    // Even who wants to send again sends nothing that was found to be sent.
    await outbox.again();
    expect(code()).toBe('sent');
    expect(server.submitted).toHaveLength(1);
  });
});

describe('hidden recipients of an encrypted message', () => {
  const carol = certificate({
    ...forever,
    serialNumber: '3',
    der: new Uint8Array([3]),
    emailAddresses: ['carol@example.org'],
  });
  const separate = {
    ...sealingEngine,
    encryptSeparately: async (
      message: Uint8Array,
      options: { recipients: Uint8Array[]; hiddenRecipients: Uint8Array[] },
    ) => [
      { recipients: options.recipients, message: await sealingEngine.encrypt(message, options) },
      {
        recipients: options.hiddenRecipients,
        message: await sealingEngine.encrypt(message, options),
      },
    ],
  } as unknown as Engine;
  const hidden = { ...draft, bcc: [{ name: '', address: 'carol@example.org' }] };
  const protection = { sign: null, encrypt: encryptTo([bob, carol]) };

  test('get a message of their own; one copy stays among the sent mail', async () => {
    const { server, outbox, code } = stage(separate);
    await outbox.send(server, { draft: hidden, protection });
    expect(code()).toBe('sent');
    expect(server.submitted.map((one) => one.to)).toEqual([
      ['bob@example.org'],
      ['carol@example.org'],
    ]);
    for (const { octets } of server.submitted)
      expect(new TextDecoder().decode(octets)).not.toMatch(/^bcc|carol/im);
    expect(server.in('sent')).toHaveLength(1);
    expect(server.in('drafts')).toHaveLength(0);
  });

  test('who were refused can be sent to again, and nobody gets it twice', async () => {
    const { server, outbox, code } = stage(separate);
    let calls = 0;
    server.submitting = async () => {
      if ((calls += 1) === 2) throw new Refusal('too-many-recipients');
    };
    await outbox.send(server, { draft: hidden, protection });
    expect(outbox.state).toMatchObject({
      failure: { code: 'partly-sent' },
      outcome: { sentTo: ['bob@example.org'], openTo: ['carol@example.org'] },
    });
    await outbox.again();
    expect(code()).toBe('sent');
    expect(server.submitted.map((one) => one.to)).toEqual([
      ['bob@example.org'],
      ['carol@example.org'],
    ]);
  });
});

test('what was answered is marked so', async () => {
  const { server, outbox, source } = stage();
  const marked = vi.spyOn(source, 'setFlags');
  await outbox.send(server, { draft, protection: signed });
  expect(marked).toHaveBeenCalledWith(['answered'], { answered: true });
});
