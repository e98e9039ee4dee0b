import type { certificate as en } from '../en/certificate.ts';
import type { Translation } from '../translation.ts';

export const certificate: Translation<typeof en> = {
  certificate: 'Certificat',
  subject: 'Titulaire',
  issuer: 'Émetteur',
  serialNumber: 'Numéro de série',
  validity: 'Validité',
  validFromTo: (from, to) => `du ${from} au ${to}`,
  keyType: 'Clé',
  bits: (bits) => `${bits} bits`,
  usage: 'Utilisation',
  fingerprint: 'Empreinte SHA-256',
  fingerprintSha1: 'Empreinte SHA-1',
  revocationStates: {
    good: 'Non révoqué\u202f: une réponse ou une liste vérifiée l’atteste',
    revoked: 'Révoqué',
    unknown: 'N’a pas pu être déterminé',
    'not-checked': 'Non vérifié',
  },
};
