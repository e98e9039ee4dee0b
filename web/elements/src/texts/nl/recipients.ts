import type { recipients as en } from '../en/recipients.ts';
import type { Translation } from '../translation.ts';

export const recipients: Translation<typeof en> = {
  recipientsHeading: 'Certificaten van de ontvangers',
  recipientExpired: (when) => `certificaat verlopen op ${when}`,
  recipientNotYetValid: (when) => `certificaat pas geldig vanaf ${when}`,
  recipientStates: {
    present: 'versleutelen mogelijk',
    missing: 'geen certificaat',
    expired: 'certificaat verlopen',
    'not-yet-valid': 'certificaat nog niet geldig',
    'not-for-encryption': 'certificaat niet bedoeld voor versleuteling',
    checking: 'er wordt een certificaat gezocht',
  },
};
