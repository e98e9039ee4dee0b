import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EncryptionReport } from '@signet/smime';
import { describe, expect, test } from 'vitest';
import { certificateFor, certificatesFor } from '../src/certificates/choice.ts';
import { fileThatOpens, isRecipient, subjectKeyIdentifier } from '../src/keys/matching.ts';
import { certificate } from './certificates.ts';

const at = new Date('2026-06-01');
const report = (...recipientIds: EncryptionReport['recipientIds']): EncryptionReport => ({
  contentCipher: 'aes-256-cbc',
  authenticated: false,
  keyTransport: 'rsa',
  recipients: recipientIds.length,
  recipientIds,
  key: null,
});

describe('a stored key fits a message', () => {
  const id = { issuer: 'CN=Authority', serialNumber: '0a1b', subjectKeyIdentifier: null };

  test('by issuer and serial number, with or without a leading zero', () => {
    expect(isRecipient(certificate({ serialNumber: 'a1b' }), id)).toBe(true);
    expect(isRecipient(certificate({ serialNumber: '0a1b' }), id)).toBe(true);
    expect(isRecipient(certificate({ serialNumber: '0a1c' }), id)).toBe(false);
    expect(isRecipient(certificate({ serialNumber: 'a1b', issuer: 'CN=Other' }), id)).toBe(false);
  });

  test('not when the message names nothing', () => {
    expect(
      isRecipient(certificate(), { issuer: null, serialNumber: null, subjectKeyIdentifier: null }),
    ).toBe(false);
  });

  test('and is the one that is offered', () => {
    const files = [
      { name: 'a', certificates: [certificate({ serialNumber: '01' })] },
      { name: 'b', certificates: [certificate({ serialNumber: 'a1b' })] },
    ];
    expect(fileThatOpens(files, report(id))?.name).toBe('b');
    expect(fileThatOpens(files, report())).toBeNull();
    expect(fileThatOpens(files, null)).toBeNull();
  });

  test('by the subject key identifier that OpenSSL put into the certificate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signet-'));
    try {
      const [key, file] = [join(folder, 'key.pem'), join(folder, 'certificate.der')];
      execFileSync(
        'openssl',
        [
          'req',
          '-x509',
          '-newkey',
          'ed25519',
          '-nodes',
          '-subj',
          '/CN=x',
          '-keyout',
          key,
          '-outform',
          'DER',
          '-out',
          file,
        ],
        { stdio: 'ignore' },
      );
      const der = new Uint8Array(readFileSync(file));
      const printed = execFileSync(
        'openssl',
        ['x509', '-inform', 'DER', '-in', file, '-noout', '-ext', 'subjectKeyIdentifier'],
        { encoding: 'utf8' },
      );
      const expected = printed
        .split('\n')[1]
        ?.replaceAll(/[^0-9A-F]/g, '')
        .toLowerCase();
      expect(expected).toHaveLength(40);
      expect(subjectKeyIdentifier(der)).toBe(expected);
      const named = { issuer: null, serialNumber: null, subjectKeyIdentifier: expected ?? '' };
      expect(isRecipient(certificate({ der }), named)).toBe(true);
      expect(isRecipient(certificate(), named)).toBe(false);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the certificate to encrypt to', () => {
  test('is the one that lasts longest', () => {
    const short = certificate({ serialNumber: '1', notAfter: new Date('2026-12-01') });
    const long = certificate({ serialNumber: '2', notAfter: new Date('2028-01-01') });
    expect(certificateFor('BOB@example.org', [short, long, short], at)).toBe(long);
  });

  test.each([
    ['expired', { notAfter: new Date('2026-05-01') }],
    ['not valid yet', { notBefore: new Date('2026-07-01') }],
    ['for signing only', { keyUsage: ['digitalSignature'] }],
    ['an authority', { isCa: true }],
    ['somebody else’s', { emailAddresses: ['eve@example.org'] }],
  ])('is not one that is %s', (_, changes) => {
    expect(certificateFor('bob@example.org', [certificate(changes)], at)).toBeNull();
  });

  test('may leave its usage open, or be for key agreement', () => {
    expect(certificateFor('bob@example.org', [certificate({ keyUsage: null })], at)).not.toBeNull();
    expect(
      certificateFor('bob@example.org', [certificate({ keyUsage: ['keyAgreement'] })], at),
    ).not.toBeNull();
  });

  test('is named as missing where there is none', () => {
    const { found, missing } = certificatesFor(
      ['bob@example.org', 'eve@example.org'],
      [certificate()],
      at,
    );
    expect(found).toHaveLength(1);
    expect(missing).toEqual(['eve@example.org']);
  });
});
