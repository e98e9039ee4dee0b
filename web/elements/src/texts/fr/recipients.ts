import type { recipients as en } from '../en/recipients.ts';
import type { Translation } from '../translation.ts';

export const recipients: Translation<typeof en> = {
  recipientsHeading: 'Certificats des destinataires',
  recipientExpired: (when) => `certificat expiré le ${when}`,
  recipientNotYetValid: (when) => `certificat valable seulement à partir du ${when}`,
  recipientStates: {
    present: 'chiffrement possible',
    missing: 'aucun certificat',
    expired: 'certificat expiré',
    'not-yet-valid': 'certificat pas encore valable',
    'not-for-encryption': 'certificat non prévu pour le chiffrement',
    checking: 'recherche d’un certificat',
  },
};
