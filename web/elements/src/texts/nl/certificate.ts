import type { certificate as en } from '../en/certificate.ts';
import type { Translation } from '../translation.ts';

export const certificate: Translation<typeof en> = {
  certificate: 'Certificaat',
  subject: 'Houder',
  issuer: 'Uitgever',
  serialNumber: 'Serienummer',
  validity: 'Geldigheid',
  validFromTo: (from, to) => `${from} tot en met ${to}`,
  keyType: 'Sleutel',
  bits: (bits) => `${bits} bits`,
  usage: 'Gebruik',
  fingerprint: 'SHA-256-vingerafdruk',
  fingerprintSha1: 'SHA-1-vingerafdruk',
  revocationStates: {
    good: 'Niet ingetrokken: dat zegt een gecontroleerd antwoord of een gecontroleerde lijst',
    revoked: 'Ingetrokken',
    unknown: 'Kon niet worden vastgesteld',
    'not-checked': 'Niet gecontroleerd',
  },
};
