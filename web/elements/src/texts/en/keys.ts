/** Private keys and their passphrases. */
export const keys = {
  key: 'Key',
  passphrase: 'Passphrase',
  passphraseHeading: 'Unlock your private key',
  passphraseStays: 'It stays in this browser: neither it nor the opened key is sent anywhere.',
  unlock: 'Unlock',
  unlocking: 'Unlocking …',
  newPassphrase: 'New passphrase',
  newPassphraseAgain: 'New passphrase, once more',
  oldPassphrase: 'Old passphrase',
  changePassphrase: 'Change passphrase',
  changingPassphrase: 'Changing the passphrase …',
  passphraseChangeNote:
    'The change is made in this browser. Copies of the file that you downloaded before keep the old passphrase.',
  passphraseRule:
    'Letters from A to Z, digits, punctuation and spaces. Any length; several words are easier to remember than signs.',
  passphraseRuleUnicode:
    'Any letters and signs, and spaces. Any length; several words are easier to remember than signs.',
  passphraseForbidden: (shown: string, place: number): string =>
    `Character ${place}, “\u2068${shown}\u2069”, is not allowed: umlauts, accents, the euro sign and the like cannot be typed or read the same everywhere.`,
  passphraseForbiddenUnicode: (shown: string, place: number): string =>
    `Character ${place}, “\u2068${shown}\u2069”, is not allowed: it cannot be typed, or this browser does not know it.`,
  passphraseEmpty: 'Enter a passphrase.',
  passphrasesDiffer: 'The two entries differ.',
  strength: 'Strength',
  strengths: ['guessed at once', 'weak', 'moderate', 'strong', 'very strong'],
  lock: 'Lock',
  keysUnlocked: (count: number): string =>
    count === 1 ? 'One key file is unlocked' : `${count} key files are unlocked`,
  keysLockIn: (time: string): string => `locked after ${time} without use`,
  keyUnlocked: 'unlocked',
  keyLocked: 'locked',
  keyActions: {
    unlock: 'Unlock',
    'change-passphrase': 'Change passphrase',
    download: 'Download',
    remove: 'Remove',
  },
  certificateUses: {
    current: 'in use',
    old: 'for old mail',
    early: 'not valid yet',
    'not-for-mail': 'not for mail',
  },
  usedFor: (addresses: string): string => `used for \u2068${addresses}\u2069`,
  useFor: (addresses: string): string => `Use for \u2068${addresses}\u2069`,
  certificatesHidden:
    'The certificates in this file are encrypted as well. Unlock it once to see them.',
  keyUnreadable: 'This file cannot be read by this version.',
  noKeyFile: 'No key is stored yet.',
  recallPassphrase: 'Use a saved passphrase',
};
