import { describe, expect, test } from 'vitest';
import { CertificateStore } from '../src/certificates/store.ts';
import { concernsOf } from '../src/certificates/suitability.ts';
import type { KeyFile, KeyFiles } from '../src/keys/key-files.ts';
import { OwnCertificates } from '../src/keys/own-certificates.ts';
import { Observable } from '../src/state/observable.ts';
import { certificate } from './certificates.ts';

const at = new Date('2026-06-01');
const future = new Date('2100-01-01');

class Files extends Observable {
  readonly all: readonly KeyFile[];

  constructor(...certificates: KeyFile['certificates']) {
    super();
    this.all = certificates.map(
      (one) => ({ id: one.serialNumber, certificates: [one] }) as Partial<KeyFile> as KeyFile,
    );
  }
}

function own(...certificates: KeyFile['certificates']) {
  const files = new Files(...certificates);
  return new OwnCertificates(files as Observable as KeyFiles, new CertificateStore('bob'));
}

const older = certificate({
  serialNumber: '0a',
  notBefore: new Date('2025-01-01'),
  notAfter: future,
});
const newer = certificate({
  serialNumber: '0b',
  notBefore: new Date('2026-02-01'),
  notAfter: future,
});

describe('the certificate that is used for an address', () => {
  test('is the one that was issued last, until another is chosen', async () => {
    const all = own(older, newer);
    expect(all.defaultFor('BOB@example.org', 'sign', at)).toBe(newer);
    await all.makeDefault(older);
    expect(all.defaultFor('bob@example.org', 'sign', at)).toBe(older);
    expect(all.defaultFor('bob@example.org', 'encrypt', at)).toBe(older);
    expect(all.defaultOf(older)).toEqual(['bob@example.org']);
    expect(all.defaultOf(newer)).toEqual([]);
  });

  test('is none for another address', () => {
    expect(own(newer).defaultFor('alice@example.org', 'sign', at)).toBeNull();
  });

  test('is none that has expired, even where it was chosen', async () => {
    const expired = certificate({ serialNumber: '0c', notAfter: new Date('2026-05-01') });
    const all = own(expired, older);
    await all.makeDefault(expired);
    expect(all.defaultFor('bob@example.org', 'sign', at)).toBe(older);
    expect(own(expired).defaultFor('bob@example.org', 'sign', at)).toBeNull();
  });

  test('may be one for signing and another for encryption', async () => {
    const signing = certificate({
      serialNumber: '0d',
      keyUsage: ['digitalSignature'],
      notAfter: future,
    });
    const encryption = certificate({
      serialNumber: '0e',
      keyUsage: ['keyEncipherment'],
      notAfter: future,
    });
    const all = own(signing, encryption);
    await all.makeDefault(signing);
    await all.makeDefault(encryption);
    expect(all.defaultFor('bob@example.org', 'sign', at)).toBe(signing);
    expect(all.defaultFor('bob@example.org', 'encrypt', at)).toBe(encryption);
  });

  test('is never one that is not for mail', () => {
    const server = certificate({ extendedKeyUsage: ['serverAuth'], notAfter: future });
    expect(own(server).defaultFor('bob@example.org', 'sign', at)).toBeNull();
  });
});

describe('what is to be said of one’s own certificate', () => {
  test.each([
    ['nothing', certificate({}), []],
    ['expired', certificate({ notAfter: new Date('2026-05-01') }), ['expired']],
    ['not yet valid', certificate({ notBefore: new Date('2026-07-01') }), ['not-yet-valid']],
    ['not for mail', certificate({ extendedKeyUsage: ['clientAuth'] }), ['no-mail-purpose']],
    ['any purpose', certificate({ extendedKeyUsage: ['anyExtendedKeyUsage'] }), []],
    ['no such extension', certificate({ extendedKeyUsage: null }), []],
    ['no address', certificate({ emailAddresses: [] }), ['no-address']],
    ['other address', certificate({ emailAddresses: ['x@example.org'] }), ['other-address']],
  ])('%s', (_, one, concerns) => {
    expect(concernsOf(one, ['Bob@EXAMPLE.org'], at)).toEqual(concerns);
  });

  test('no other address where every one of the domain is the account’s', () => {
    const one = certificate({ emailAddresses: ['x@example.org'] });
    expect(concernsOf(one, ['*@Example.org'], at)).toEqual([]);
    expect(concernsOf(one, ['*@example.com'], at)).toEqual(['other-address']);
  });

  test('no other address where the account’s are not known', () => {
    expect(concernsOf(certificate({ emailAddresses: ['x@example.org'] }), [], at)).toEqual([]);
  });
});
