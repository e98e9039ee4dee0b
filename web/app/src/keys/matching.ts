import type { Certificate, EncryptionReport } from '@signet/smime';

type RecipientId = EncryptionReport['recipientIds'][number];

/** Hexadecimal without leading zeros: encoders differ on the sign octet. */
function number(hexadecimal: string): string {
  return hexadecimal.replace(/^0+(?=.)/, '');
}

/**
 * The subject key identifier of a certificate in lower-case hexadecimal, or null. It is looked for by the octets that
 * its extension begins with (RFC 5280, 4.2.1.2): enough for choosing which key to offer, which decides nothing.
 */
export function subjectKeyIdentifier(der: Uint8Array): string | null {
  const oid = [0x06, 0x03, 0x55, 0x1d, 0x0e, 0x04];
  for (let at = 0; at + 9 < der.length; at += 1) {
    if (!oid.every((octet, index) => der[at + index] === octet)) continue;
    const length = der[at + 8] ?? 0;
    if (der[at + 7] !== 0x04 || length > 0x7f || at + 9 + length > der.length) continue;
    return [...der.subarray(at + 9, at + 9 + length)]
      .map((octet) => octet.toString(16).padStart(2, '0'))
      .join('');
  }
  return null;
}

/** Whether the message names this certificate as a recipient. */
export function isRecipient(certificate: Certificate, recipient: RecipientId): boolean {
  if (recipient.subjectKeyIdentifier !== null) {
    return subjectKeyIdentifier(certificate.der) === recipient.subjectKeyIdentifier;
  }
  if (recipient.serialNumber === null) return false;
  return (
    number(recipient.serialNumber) === number(certificate.serialNumber) &&
    (recipient.issuer === null || recipient.issuer === certificate.issuer)
  );
}

/** The first of the files that holds a certificate which the message is encrypted for. */
export function fileThatOpens<File extends { readonly certificates: readonly Certificate[] }>(
  files: readonly File[],
  report: EncryptionReport | null,
): File | null {
  const recipients = report?.recipientIds ?? [];
  return (
    files.find((file) =>
      file.certificates.some((certificate) =>
        recipients.some((recipient) => isRecipient(certificate, recipient)),
      ),
    ) ?? null
  );
}
