import type { CorrespondentReport, Engine } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { Correspondents, type Saved } from '../src/certificates/correspondents.ts';
import { CertificateStore } from '../src/certificates/store.ts';
import { EngineSession } from '../src/engine/engine-session.ts';
import { certificate } from './certificates.ts';

const session = new EngineSession(() => Promise.reject<Engine>(new Error('not needed')));
const older = certificate({ serialNumber: '01' });
const newer = certificate({ serialNumber: '02' });

function report(changes: Partial<CorrespondentReport> = {}): CorrespondentReport {
  return {
    certificate: {
      certificate: newer,
      trusted: true,
      chain: [newer],
      revocation: 'good',
      revokedAt: null,
      problems: [],
    },
    address: 'bob@example.org',
    decision: 'import',
    message: '',
    replaces: null,
    ...changes,
  };
}

async function saves(
  correspondents: Correspondents,
  changes: Partial<CorrespondentReport> = {},
): Promise<Saved> {
  const saved = await correspondents.save(report(changes));
  if (saved === null) throw new Error('nothing was saved');
  return saved;
}

const prints = (correspondents: Correspondents): string[] =>
  correspondents.all.map((one) => one.fingerprints.sha256);

describe('a certificate that a mail brings', () => {
  test('is kept where the engine says so, and nowhere else', async () => {
    const correspondents = new Correspondents(session, new CertificateStore('alice'));
    for (const decision of [
      'held',
      'older',
      'not-trusted',
      'revocation-unknown',
      'revoked',
      'other-address',
      'signature-not-green',
    ] as const)
      expect(await correspondents.save(report({ decision }))).toBeNull();
    expect(await correspondents.save(report({ address: null }))).toBeNull();
    expect(prints(correspondents)).toEqual([]);
    expect(await correspondents.save(report())).toMatchObject({
      certificate: newer,
      replaced: null,
    });
    expect(prints(correspondents)).toEqual(['02']);
  });

  test('takes the place of the older one, and gives it back when that is undone', async () => {
    const store = new CertificateStore('alice');
    const correspondents = new Correspondents(session, store);
    await correspondents.keep(older);
    const saved = await saves(correspondents, { replaces: '01' });
    expect(prints(correspondents)).toEqual(['02']);
    expect(await correspondents.takeBack(saved)).toEqual({ ...saved, takenBack: true });
    expect(prints(correspondents)).toEqual(['01']);
    expect((await store.correspondents()).map((one) => one.fingerprint)).toEqual(['01']);
  });

  test('is not kept again once it was taken back', async () => {
    const correspondents = new Correspondents(session, new CertificateStore('alice'));
    const saved = await saves(correspondents);
    await correspondents.takeBack(saved);
    expect(await correspondents.save(report())).toBeNull();
    expect(prints(correspondents)).toEqual([]);
  });

  test('leaves an older one that serves another address as well', async () => {
    const correspondents = new Correspondents(session, new CertificateStore('alice'));
    const both = certificate({
      serialNumber: '01',
      emailAddresses: ['bob@example.org', 'sales@example.org'],
    });
    await correspondents.keep(both);
    await correspondents.save(report({ replaces: '01' }));
    expect(prints(correspondents)).toEqual(['01', '02']);
  });
});
