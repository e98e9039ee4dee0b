import type { Certificate } from '@signet/smime';

/** A certificate's facts, for rules that look at facts alone. */
export function certificate(changes: Partial<Certificate> = {}): Certificate {
  const sha256 = changes.serialNumber ?? '01';
  return {
    der: new Uint8Array([1, 2, 3]),
    subject: 'CN=Bob',
    issuer: 'CN=Authority',
    serialNumber: '01',
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2027-01-01'),
    emailAddresses: ['bob@example.org'],
    keyAlgorithm: 'RSA',
    keyBits: 2048,
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['emailProtection'],
    isCa: false,
    fingerprints: { sha256, sha1: sha256 },
    ...changes,
  };
}
