import type { recipients as en } from '../en/recipients.ts';
import type { Translation } from '../translation.ts';

export const recipients: Translation<typeof en> = {
  recipientsHeading: 'Zertifikate der Empfänger',
  recipientExpired: (when) => `Zertifikat am ${when} abgelaufen`,
  recipientNotYetValid: (when) => `Zertifikat erst ab ${when} gültig`,
  recipientStates: {
    present: 'Verschlüsseln möglich',
    missing: 'kein Zertifikat',
    expired: 'Zertifikat abgelaufen',
    'not-yet-valid': 'Zertifikat noch nicht gültig',
    'not-for-encryption': 'Zertifikat nicht zum Verschlüsseln bestimmt',
    checking: 'ein Zertifikat wird gesucht',
  },
};
