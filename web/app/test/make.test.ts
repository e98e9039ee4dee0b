import type { EncryptOptions, Engine, Key } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { fileNameFor, make, MissingCertificates } from '../src/compose/make.ts';
import type { Draft } from '../src/compose/mime-writer.ts';
import { certificate } from './certificates.ts';

const draft: Draft = {
  from: { name: '', address: 'alice@example.org' },
  to: [{ name: '', address: 'bob@example.org' }],
  cc: [],
  bcc: [],
  subject: 'x',
  text: 'secret words',
  attachments: [],
  inReplyTo: '',
  references: '',
};
const forever = { notBefore: new Date(0), notAfter: new Date(8e15) };
const alice = certificate({
  ...forever,
  serialNumber: 'a',
  der: new Uint8Array([1]),
  emailAddresses: ['alice@example.org'],
});
const bob = certificate({ ...forever, serialNumber: 'b', der: new Uint8Array([2]) });

/** Records what it is asked for; it stands for the engine's surface only and makes nothing. */
function recorder() {
  const calls: { name: string; options: Partial<EncryptOptions> }[] = [];
  const record =
    (name: string) => async (_message: Uint8Array, options: Partial<EncryptOptions>) => {
      calls.push({ name, options });
      return new Uint8Array();
    };
  const engine = {
    sign: record('sign'),
    encrypt: record('encrypt'),
    signAndEncrypt: record('signAndEncrypt'),
  } as unknown as Engine;
  return { engine, calls };
}
const key = { id: 'k' } as Key;
const toBob = { own: null, known: [bob], capabilities: {} };

describe('a draft becomes a message', () => {
  test('signed, encrypted, or both, as it was chosen', async () => {
    const { engine, calls } = recorder();
    await make(engine, draft, { sign: key, encrypt: null }, {});
    await make(engine, draft, { sign: null, encrypt: { ...toBob, own: alice } }, {});
    await make(engine, draft, { sign: key, encrypt: { ...toBob, own: alice } }, {});
    expect(calls.map((call) => call.name)).toEqual(['sign', 'encrypt', 'signAndEncrypt']);
  });

  test('encrypted to the author as well, in the form that the recipients are known to read', async () => {
    const { engine, calls } = recorder();
    const capabilities = { [bob.fingerprints.sha256]: ['1.2.3'] };
    await make(engine, draft, { sign: key, encrypt: { ...toBob, own: alice, capabilities } }, {});
    await make(engine, draft, { sign: null, encrypt: toBob }, {});
    expect(calls[0]?.options).toMatchObject({
      recipients: [bob.der],
      alsoFor: { certificate: alice },
      capabilities,
    });
    expect(calls[1]?.options).toEqual({ recipients: [bob.der], capabilities: {} });
  });

  test('or nothing at all, when a recipient has no certificate', async () => {
    const { engine, calls } = recorder();
    const making = make(
      engine,
      draft,
      { sign: key, encrypt: { own: alice, known: [alice], capabilities: {} } },
      {},
    );
    await expect(making).rejects.toBeInstanceOf(MissingCertificates);
    await expect(making).rejects.toMatchObject({ addresses: ['bob@example.org'] });
    expect(calls).toEqual([]);
  });

  test('without protection only when none was chosen', async () => {
    const { engine, calls } = recorder();
    const [only] = await make(engine, draft, { sign: null, encrypt: null }, {});
    expect(new TextDecoder().decode(only?.message)).toContain('secret words');
    expect(calls).toEqual([]);
  });
});

describe('hidden recipients', () => {
  const person = (name: string, octet: number) =>
    certificate({
      ...forever,
      serialNumber: name,
      der: new Uint8Array([octet]),
      emailAddresses: [`${name}@example.org`],
    });
  const [carol, dave] = [person('carol', 3), person('dave', 4)];
  const at = (name: string) => ({ name: '', address: `${name}@example.org` });
  const encrypt = { own: alice, known: [bob, carol, dave, alice], capabilities: {} };
  /** Answers as the engine does: the open message first, then one for each who is hidden. */
  const separating = (seen: Partial<EncryptOptions>[]) =>
    ({
      encryptSeparately: async (_: Uint8Array, options: EncryptOptions) => {
        seen.push(options);
        const own = options.alsoFor === undefined ? [] : [options.alsoFor.certificate.der];
        const open = [...options.recipients, ...own];
        return [
          ...(open.length === 0 ? [] : [{ recipients: open, message: new Uint8Array([100]) }]),
          ...(options.hiddenRecipients ?? []).map((der) => ({ recipients: [der], message: der })),
        ];
      },
    }) as unknown as Engine;

  test('are named nowhere in a message that everybody gets, and get it all the same', async () => {
    const { engine } = recorder();
    const hidden = { ...draft, bcc: [at('carol')] };
    const [only] = await make(engine, hidden, { sign: null, encrypt: null }, {});
    expect(new TextDecoder().decode(only?.message)).not.toMatch(/carol|bcc/i);
    expect(only?.to).toEqual(['bob@example.org', 'carol@example.org']);
  });

  test('get an encrypted message of their own', async () => {
    const seen: Partial<EncryptOptions>[] = [];
    const hidden = { ...draft, bcc: [at('carol'), at('dave')] };
    const made = await make(separating(seen), hidden, { sign: null, encrypt }, {});
    expect(made.map(({ to, hidden: own }) => [to, own])).toEqual([
      [['bob@example.org'], false],
      [['carol@example.org'], true],
      [['dave@example.org'], true],
    ]);
    expect(seen[0]?.recipients).toEqual([bob.der]);
    expect(seen[0]?.hiddenRecipients).toEqual([carol.der, dave.der]);
  });

  test('alone: the author keeps a copy that goes to nobody', async () => {
    const hidden = { ...draft, to: [], bcc: [at('carol')] };
    const made = await make(separating([]), hidden, { sign: null, encrypt }, {});
    expect(made.map((one) => one.to)).toEqual([[], ['carol@example.org']]);
    const none = { ...encrypt, own: null };
    const without = await make(separating([]), hidden, { sign: null, encrypt: none }, {});
    expect(without.map((one) => [one.to, one.hidden])).toEqual([[['carol@example.org'], true]]);
  });

  test('who are the author get the open message', async () => {
    const hidden = { ...draft, bcc: [at('alice')] };
    const engine = {
      encryptSeparately: async (_: Uint8Array, options: EncryptOptions) => [
        { recipients: [...options.recipients, alice.der], message: new Uint8Array() },
      ],
    } as unknown as Engine;
    const made = await make(engine, hidden, { sign: null, encrypt }, {});
    expect(made.map((one) => one.to)).toEqual([['bob@example.org', 'alice@example.org']]);
  });

  test('whom none of the messages is for end in an error, not in silence', async () => {
    const hidden = { ...draft, bcc: [at('carol')] };
    const engine = {
      encryptSeparately: async () => [{ recipients: [bob.der], message: new Uint8Array() }],
    } as unknown as Engine;
    await expect(make(engine, hidden, { sign: null, encrypt }, {})).rejects.toThrow('hidden');
  });
});

test.each([
  ['Hello', 'Hello.eml'],
  ['Re: a/b\\c', 'Re a b c.eml'],
  ['../../x', 'x.eml'],
  ['', 'message.eml'],
  ['Grüße 🔒', 'Grüße.eml'],
])('the file name of %s is %s', (subject, name) => expect(fileNameFor(subject)).toBe(name));
