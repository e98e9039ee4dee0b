import type { Certificate } from '@signet/smime';
import { sameAddress } from './address.ts';

const encrypting = new Set(['keyEncipherment', 'keyAgreement']);

/** Whether something can be encrypted to the certificate's key at that instant, as far as the certificate says. */
export function canEncryptTo(certificate: Certificate, at: Date): boolean {
  if (certificate.isCa || at < certificate.notBefore || at > certificate.notAfter) return false;
  return (
    certificate.keyUsage === null || certificate.keyUsage.some((usage) => encrypting.has(usage))
  );
}

/** Of the certificates for this address the one that lasts longest, or null. */
export function certificateFor(
  address: string,
  certificates: readonly Certificate[],
  at: Date,
): Certificate | null {
  let best: Certificate | null = null;
  for (const certificate of certificates) {
    if (!canEncryptTo(certificate, at)) continue;
    if (!certificate.emailAddresses.some((other) => sameAddress(other, address))) continue;
    if (best === null || certificate.notAfter > best.notAfter) best = certificate;
  }
  return best;
}

/** Which addresses have a certificate to encrypt to, and which have none. */
export function certificatesFor(
  addresses: readonly string[],
  certificates: readonly Certificate[],
  at: Date,
): { found: Certificate[]; missing: string[] } {
  const found: Certificate[] = [];
  const missing: string[] = [];
  for (const address of addresses) {
    const certificate = certificateFor(address, certificates, at);
    if (certificate === null) missing.push(address);
    else found.push(certificate);
  }
  return { found, missing };
}
