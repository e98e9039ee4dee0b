import type { RecipientState } from '../../recipients/recipient-status.ts';

/** Whether a message can be encrypted to its recipients. */
export const recipients = {
  recipientsHeading: 'Certificates of the recipients',
  recipientExpired: (when: string): string => `certificate expired on ${when}`,
  recipientNotYetValid: (when: string): string => `certificate valid only from ${when}`,
  recipientStates: {
    present: 'can be encrypted to',
    missing: 'no certificate',
    expired: 'certificate expired',
    'not-yet-valid': 'certificate not valid yet',
    'not-for-encryption': 'certificate not meant for encryption',
    checking: 'looking for a certificate',
  } satisfies Record<RecipientState, string>,
};
