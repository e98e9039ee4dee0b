import type { Certificate } from '@signet/smime';
import { sameAddress } from './address.ts';

/** Whether the certificate's extended key usage, where it has one, lets it be used for mail. */
export function isForMail(certificate: Certificate): boolean {
  const purposes = certificate.extendedKeyUsage;
  return (
    purposes === null ||
    purposes.includes('emailProtection') ||
    purposes.includes('anyExtendedKeyUsage')
  );
}

const signing = new Set(['digitalSignature', 'nonRepudiation', 'contentCommitment']);

/** Whether mail can be signed with the certificate's key at that instant, as far as the certificate says. */
export function canSignWith(certificate: Certificate, at: Date): boolean {
  if (certificate.isCa || !isForMail(certificate) || !isValidAt(certificate, at)) return false;
  return certificate.keyUsage === null || certificate.keyUsage.some((usage) => signing.has(usage));
}

export function isValidAt(certificate: Certificate, at: Date): boolean {
  return at >= certificate.notBefore && at <= certificate.notAfter;
}

/** Why a certificate of one's own is of less use than one may think. */
export type Concern =
  'expired' | 'not-yet-valid' | 'no-mail-purpose' | 'no-address' | 'other-address';

/**
 * What is to be said of a certificate of one's own before it is stored.
 *
 * @param addresses the account's, `*@` for every one of a domain; none: they are not known
 */
export function concernsOf(
  certificate: Certificate,
  addresses: readonly string[],
  at: Date,
): Concern[] {
  const concerns: Concern[] = [];
  if (at > certificate.notAfter) concerns.push('expired');
  if (at < certificate.notBefore) concerns.push('not-yet-valid');
  if (!isForMail(certificate)) concerns.push('no-mail-purpose');
  const names = certificate.emailAddresses;
  if (names.length === 0) concerns.push('no-address');
  else if (
    addresses.length > 0 &&
    !names.some((name) => addresses.some((one) => covers(one, name)))
  )
    concerns.push('other-address');
  return concerns;
}

function covers(own: string, address: string): boolean {
  return own.startsWith('*@')
    ? sameAddress(own.slice(1), address.slice(address.lastIndexOf('@')))
    : sameAddress(own, address);
}
