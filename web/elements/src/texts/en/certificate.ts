/** One certificate. */
export const certificate = {
  certificate: 'Certificate',
  subject: 'Subject',
  issuer: 'Issued by',
  serialNumber: 'Serial number',
  validity: 'Valid',
  validFromTo: (from: string, to: string): string => `${from} to ${to}`,
  keyType: 'Key',
  bits: (bits: number): string => `${bits} bits`,
  usage: 'Usage',
  fingerprint: 'SHA-256 fingerprint',
  fingerprintSha1: 'SHA-1 fingerprint',
  revocationStates: {
    good: 'Not revoked: a verified answer or list says so',
    revoked: 'Revoked',
    unknown: 'Could not be determined',
    'not-checked': 'Not checked',
  },
};
