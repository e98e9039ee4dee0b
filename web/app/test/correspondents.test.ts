import type { Engine } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { Correspondents } from '../src/certificates/correspondents.ts';
import { CertificateStore } from '../src/certificates/store.ts';
import { EngineSession } from '../src/engine/engine-session.ts';
import { certificate } from './certificates.ts';

const bob = certificate({ der: new Uint8Array([2]), notAfter: new Date(8e15) });
const print = bob.fingerprints.sha256;

/** Reads every file as the one certificate. */
const session = new EngineSession(() =>
  Promise.resolve({ readCertificates: () => Promise.resolve([bob]) } as unknown as Engine),
);

describe('what correspondents read', () => {
  test('is remembered beside their certificate, and forgotten with it', async () => {
    const store = new CertificateStore('alice');
    const before = new Correspondents(session, store);
    await before.keep(bob);
    expect(before.capabilities).toEqual({});
    await before.learn(print, { oids: ['1.2.3', '1.2.4'], signedAt: 1000 });
    // A certificate that is kept anew keeps what is known.
    await before.keep(bob);

    const after = new Correspondents(session, store);
    await after.load();
    expect(after.capabilities).toEqual({ [print]: ['1.2.3', '1.2.4'] });
    await after.forget(print);
    expect(after.capabilities).toEqual({});
    await after.keep(bob);
    expect(after.capabilities).toEqual({});
  });

  test('is what was said last, in whatever order mail is read', async () => {
    const correspondents = new Correspondents(session, new CertificateStore('alice'));
    await correspondents.keep(bob);
    await correspondents.learn(print, { oids: ['1.2.4'], signedAt: 2000 });
    await correspondents.learn(print, { oids: ['1.2.3'], signedAt: 1000 });
    expect(correspondents.capabilities).toEqual({ [print]: ['1.2.4'] });
    await correspondents.learn(print, { oids: [], signedAt: 3000 });
    expect(correspondents.capabilities).toEqual({ [print]: [] });
  });

  test('is nothing where the certificate is not kept', async () => {
    const correspondents = new Correspondents(session, new CertificateStore('alice'));
    await correspondents.learn(print, { oids: ['1.2.4'], signedAt: 2000 });
    expect(correspondents.capabilities).toEqual({});
  });
});
