import type { OpenedMessage, StatusCode } from '@signet/smime';

/** Whether a reader may be offered to load the pictures that a mail names but does not carry. */
export type Pictures = 'offered' | 'refused';

/**
 * What a verdict says of the content, for when it was decrypted: whether its author is known. `unknown`: of nothing
 * that may be shown is it known what it is.
 */
const standing: Readonly<Record<StatusCode, 'signed' | 'unsigned' | 'unknown'>> = {
  verified: 'signed',
  'verified-revocation-off': 'signed',
  unsigned: 'unsigned',
  decrypted: 'unsigned',
  'revocation-unknown': 'unsigned',
  'expired-since-signing': 'unsigned',
  'sender-only-match': 'unsigned',
  'date-mismatch': 'unsigned',
  revoked: 'unsigned',
  untrusted: 'unsigned',
  expired: 'unsigned',
  'not-yet-valid': 'unsigned',
  'wrong-purpose': 'unsigned',
  'address-mismatch': 'unsigned',
  tampered: 'unsigned',
  'weak-algorithm': 'unsigned',
  'no-signer': 'unsigned',
  malformed: 'unsigned',
  locked: 'unknown',
  'no-key': 'unknown',
  'decryption-failed': 'unknown',
  unsupported: 'unknown',
  'internal-error': 'unknown',
};

/**
 * Loading a picture tells its address to somebody else. Where the mail was decrypted, and neither its cipher nor a
 * signature within shows that it is whole, whoever changed the ciphertext may have put the plaintext into such an
 * address (EFAIL): there, and wherever it is not known what is shown, pictures are never offered. A signature around
 * the encryption counts for nothing: anybody can put his own around another's ciphertext. A signature that is not green
 * makes a mail that came in clear no more dangerous than none.
 */
export function picturesOf(opened: OpenedMessage): Pictures {
  const known = standing[opened.status.code] as (typeof standing)[StatusCode] | undefined;
  if (known === undefined || known === 'unknown') return 'refused';
  const encrypted = opened.layers.filter((layer) => layer.type === 'encrypted');
  if (encrypted.length === 0 && opened.encryption === null) return 'offered';
  const sealed =
    opened.encryption?.authenticated === true &&
    encrypted.every((layer) => layer.form === 'auth-enveloped');
  if (sealed) return 'offered';
  const innermost = opened.layers.findLastIndex((layer) => layer.type === 'encrypted');
  const signedWithin = opened.layers.slice(innermost + 1).some((layer) => layer.type === 'signed');
  return known === 'signed' && innermost >= 0 && signedWithin ? 'offered' : 'refused';
}
