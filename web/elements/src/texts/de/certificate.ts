import type { certificate as en } from '../en/certificate.ts';
import type { Translation } from '../translation.ts';

export const certificate: Translation<typeof en> = {
  certificate: 'Zertifikat',
  subject: 'Inhaber',
  issuer: 'Aussteller',
  serialNumber: 'Seriennummer',
  validity: 'Gültigkeit',
  validFromTo: (from, to) => `${from} bis ${to}`,
  keyType: 'Schlüssel',
  bits: (bits) => `${bits} Bit`,
  usage: 'Verwendung',
  fingerprint: 'SHA-256-Fingerabdruck',
  fingerprintSha1: 'SHA-1-Fingerabdruck',
  revocationStates: {
    good: 'Nicht widerrufen: So sagt es eine geprüfte Auskunft oder Sperrliste',
    revoked: 'Widerrufen',
    unknown: 'Ließ sich nicht feststellen',
    'not-checked': 'Nicht geprüft',
  },
};
