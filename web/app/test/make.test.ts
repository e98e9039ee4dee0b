import type { EncryptOptions, Engine, Key } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { fileNameFor, make, MissingCertificates } from '../src/compose/make.ts';
import type { Draft } from '../src/compose/mime-writer.ts';
import { certificate } from './certificates.ts';

const draft: Draft = {
  from: { name: '', address: 'alice@example.org' },
  to: [{ name: '', address: 'bob@example.org' }],
  cc: [],
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
    const message = await make(engine, draft, { sign: null, encrypt: null }, {});
    expect(new TextDecoder().decode(message)).toContain('secret words');
    expect(calls).toEqual([]);
  });
});

test.each([
  ['Hello', 'Hello.eml'],
  ['Re: a/b\\c', 'Re a b c.eml'],
  ['../../x', 'x.eml'],
  ['', 'message.eml'],
  ['Grüße 🔒', 'Grüße.eml'],
])('the file name of %s is %s', (subject, name) => expect(fileNameFor(subject)).toBe(name));
