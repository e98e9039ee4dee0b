/** The user’s private keys. */
export const keys = {
  privateKeys: 'Your private keys',
  privateKeysAbout:
    'Import a .p12 file. It is opened here, in your browser, to prove the passphrase; the server stores the encrypted file only.',
  select: 'Select',
  chosen: 'Chosen file',
  noFile: 'No file is chosen yet.',
  passphraseOf: 'Passphrase of the file',
  upload: 'Upload',
  uploading: 'Decrypting and uploading …',
  imported: 'Successful decryption and uploading.',
  weak: 'The protection of this file is weaker than today’s:',
  reprotect: 'Upload it with today’s protection instead, under the same passphrase',
  tooLargeKey: 'This file is too large for a key file.',
  storedKeys: 'Stored keys',
  unlockFor: 'Enter the passphrase of this key file.',
  removeKeyHeading: 'Remove this key?',
  removeKeyQuestion: (name: string): string =>
    `“\u2068${name}\u2069” will be removed from the server. Without another copy of the file, mail that was encrypted for it can never be read again.`,
  removeKey: 'Remove key',
  keyRemoved: 'The key was removed.',
  uploadAnyway: 'Upload anyway',
  uploadAllTheSame: 'You can upload the file all the same.',
  ownExpired: (date: string): string =>
    `this certificate expired on ${date}. With its key, old mail can be read; nothing new can be signed.`,
  ownNotYetValid: (date: string): string =>
    `this certificate is valid from ${date} on only. Until then nothing can be signed with it.`,
  ownNoMailPurpose:
    'this certificate was not issued for mail. Recipients would see a warning on everything that is signed with it.',
  ownNoAddress: 'this certificate names no mail address, so it cannot be used to write as anybody.',
  ownOtherAddress: (addresses: string): string =>
    `this certificate is for \u2068${addresses}\u2069, which is not an address of your account.`,
  passphraseToReplace:
    'The passphrase of this file is right, but it may not be used here. Choose another one: the file is put under it in your browser before it is uploaded.',
  passphraseChanged: 'The passphrase was changed.',
  oldPassphraseWrong: 'The old passphrase is not the one of this file. Nothing was changed.',
  keyFileConflict:
    'This key file was changed elsewhere meanwhile, so nothing was changed here. The list is up to date again: close this and try once more.',
  defaultChanged: (addresses: string): string =>
    `From now on this certificate is used for \u2068${addresses}\u2069.`,
  unlock: 'Unlock',
  notRecalled: (account: string): string =>
    `The browser gave no passphrase that is saved as “\u2068${account}\u2069”. Type it.`,
  notAnAccount:
    'That is the entry of a key file, whose passphrase is never sent. Enter the user name and the password of your account.',
};
