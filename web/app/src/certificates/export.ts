import type { Certificate } from '@signet/smime';

/** The certificate as PEM (RFC 7468). */
export function pemOf({ der }: Certificate): string {
  let octets = '';
  for (const octet of der) octets += String.fromCharCode(octet);
  const lines = btoa(octets).match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** A name for a file with the certificate: whose it is, as far as a file's name can say so. */
export function fileNameOf(certificate: Certificate, extension: 'cer' | 'pem'): string {
  const [address = 'certificate'] = certificate.emailAddresses;
  return `${address.replaceAll(/[^\p{L}\p{N}@._+-]/gu, '_')}.${extension}`;
}
