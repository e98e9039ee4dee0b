import type { SmimeErrorCode } from '@signet/smime';

const smimeErrors: Partial<Record<string, string>> & Record<SmimeErrorCode, string> = {
  'wrong-passphrase': 'Unable to decrypt: the passphrase is not the one of this file.',
  'not-pkcs12': 'This file is not a PKCS#12 file (.p12, .pfx).',
  'damaged-pkcs12': 'This PKCS#12 file is damaged. Export it again.',
  'no-private-key': 'This file holds no private key.',
  'no-certificate': 'This file holds a private key, but no certificate that belongs to it.',
  'unprotected-key':
    'This file holds a private key without protection. Export it again with a passphrase.',
  'unauthenticated-pkcs12':
    'This file has no integrity check (MAC), so a change to it would not be noticed. Export it again with one.',
  'refused-parameters': 'This file asks for parameters that no honest file has.',
  'passphrase-characters':
    'Only printable ASCII characters are allowed in a new passphrase: letters, digits, space and signs such as ! # % @.',
  'not-a-certificate': 'This file holds no certificate.',
  'recipient-unusable': 'A recipient’s certificate cannot be used for encryption.',
  'key-unusable': 'This key cannot be used for that.',
  'key-locked': 'The key has been locked meanwhile. Unlock it and try again.',
  'unsupported-algorithm': 'An algorithm in use is not supported.',
  'malformed-message': 'The message is not well-formed.',
  'too-large': 'This is too large.',
  aborted: 'Cancelled.',
  'no-randomness': 'The browser gives no random numbers, so nothing can be encrypted or signed.',
  'engine-unavailable':
    'The S/MIME engine could not be started. A current browser with WebAssembly GC is needed.',
  'engine-closed': 'The S/MIME engine has ended. Reload the page.',
  'internal-error': 'Something unexpected happened in the S/MIME engine.',
};

const httpErrors: Partial<Record<number, string>> = {
  401: 'You are no longer signed in.',
  403: 'The server refused this.',
  404: 'The server does not have it any more.',
  412: 'It was changed on another way meanwhile. Reload the page.',
  413: 'The file is larger than the server allows.',
  415: 'The server does not take this kind of file.',
  422: 'The server refused the file: every private key in it must be encrypted.',
  429: 'Too many attempts. Wait before the next one.',
  507: 'There is no room for more key files. Remove one first.',
};

/** Every text of the WebApp. A further language is another value of the same type. */
export const texts = {
  product: 'Signet',
  claim: 'Signed and encrypted mail. Your keys open in this browser and nowhere else.',
  mail: 'Mail',
  compose: 'Compose',
  settings: 'Settings',
  loading: 'Loading',
  retry: 'Try again',
  remove: 'Remove',
  download: 'Download',

  signIn: 'Sign in',
  signingIn: 'Signing in …',
  signOut: 'Sign out',
  user: 'User',
  password: 'Password',
  wrongPassword: 'User or password is wrong.',
  tooManyAttempts: (seconds: number | null): string =>
    seconds === null
      ? 'Too many attempts. Wait a while.'
      : `Too many attempts. Try again in ${seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`}.`,
  signInAway: 'You sign in at your organisation’s sign-in, and come back here.',
  signInFailed: 'Signing in did not succeed. Try again, or ask your administrator.',
  siteSignInMissing:
    'The sign-in of this site is missing: the server was not told who you are. Open the site by its usual address, where you sign in first.',
  signedOutHere: 'You are signed out here. The sign-in of the site itself may go on.',
  signInAgain: 'Sign in again',
  sessionEnded: 'Your session has ended.',
  nothingLost:
    'Nothing is lost: mail and drafts are still in this page, and what was under way goes on when you have signed in again.',
  signInInOtherTab: 'The sign-in opens in a new tab. Come back to this one afterwards.',
  openSignIn: 'Open the sign-in',
  signedInAgain: 'You are signed in again.',
  workIsElsewhere:
    'You are signed in again. Your mail and drafts are in the other tab; this one can be closed.',
  noNetwork: 'The server cannot be reached.',
  unexpected: 'Something unexpected happened.',
  httpError: (status: number): string => `The server answered with an error (${status}).`,
  theme: {
    auto: 'Colours: as the system',
    light: 'Colours: light',
    dark: 'Colours: dark',
  },
  lock: 'Lock',
  lockAll: 'Lock all keys now',
  unlockedKeys: (count: number): string =>
    count === 1 ? '1 key unlocked' : `${count} keys unlocked`,
  keysLocked: 'All keys are locked.',
  keysUnlocked: 'Unlocked.',

  local: 'Opened files',
  written: 'Written here',
  folders: 'Folders',
  openFiles: 'Open mail files',
  emlHint: '.eml',
  memoryOnly:
    'Mail stays in this page’s memory: it is sent nowhere and is gone when you close or reload the page.',
  emptyHeading: 'Open your first mail',
  emptySteps: [
    'Under Settings, import your private certificate, a .p12 file.',
    'Save a mail from your mail program as an .eml file, and open it here.',
    'Click the bar above the mail: it unlocks the mail, or tells what was found out about its signature.',
  ],
  emptyWritten: 'What you write and save appears here.',
  tooLargeMail: (name: string): string => `${name} is too large to be opened here.`,
  unreadableFile: (name: string): string => `${name} could not be read.`,
  smime: 'S/MIME',
  from: 'From',
  to: 'To',
  cc: 'Cc',
  subject: 'Subject',
  date: 'Date',
  noSubject: '(no subject)',
  noSender: '(no sender)',
  noDate: '',
  mails: 'Mails',
  backToList: 'All mails',
  opening: 'Opening the mail …',
  reply: 'Reply',
  saveMessage: 'Save .eml',
  lockedBody: 'The content is encrypted. Click the bar above to unlock it.',
  noContent: 'There is nothing that could be shown.',
  unreadableContent:
    'The content was opened, but it is built in a way that cannot be shown. Save it and open it elsewhere.',
  emptyContent: 'This message has no text.',
  attachments: 'Attachments',
  signedParts: 'Parts with a signature of their own',
  signedPartsNote:
    'Their signatures say nothing about this message. Save and open them to check them.',
  otherAuthor: (address: string) =>
    `The sender line above cannot be relied on. This message was signed by \u2068${address}\u2069.`,
  outsideNote:
    'Subject, sender and date come from the outer message; what was signed or encrypted is the content below.',
  unlockToRead:
    'The message is encrypted. Enter the passphrase of the private key that it was encrypted for.',
  noKeyFiles: 'You have no stored private key. Import one under Settings.',
  allUnlocked: 'All your keys are unlocked, and none of them opens this message.',

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
  noKeys: 'No key is stored yet.',
  factsHidden: 'The certificates in this file are encrypted as well. Unlock it once to see them.',
  unreadableKey: 'This file cannot be read by this version.',
  stateLocked: 'locked',
  stateUnlocked: 'unlocked',
  unlock: 'Unlock',
  unlockFor: 'Enter the passphrase of this key file.',
  removeKeyHeading: 'Remove this key?',
  removeKeyQuestion: (name: string): string =>
    `“${name}” will be removed from the server. Without another copy of the file, mail that was encrypted for it can never be read again.`,
  removeKey: 'Remove key',
  keyRemoved: 'The key was removed.',
  facts: 'Certificate',

  certificates: 'Correspondents’ certificates',
  certificatesAbout:
    'To encrypt to somebody, you need their public certificate. It is kept when you open a mail whose signature is verified, or when you import it here. Only valid certificates of trusted authorities are kept. Certificates are public; they are stored in this browser.',
  certificateSaved: (address: string): string =>
    `The certificate of \u2068${address}\u2069 was saved for encrypted mail.`,
  certificateReplaced: (address: string): string =>
    `A newer certificate of \u2068${address}\u2069 was saved in place of the one that was kept.`,
  certificateTakenBack: (address: string): string =>
    `The certificate of \u2068${address}\u2069 was removed again.`,
  certificateGivenBack: (address: string): string =>
    `The newer certificate of \u2068${address}\u2069 was removed again; the one before is kept.`,
  undo: 'Undo',
  importCertificates: 'Import certificates',
  certificateHint: '.cer, .pem, .p7b',
  noCertificates: 'No certificate is kept yet.',
  certificatesKept: (count: number): string =>
    count === 1 ? 'One certificate was kept.' : `${count} certificates were kept.`,
  certificateRefused: (subject: string): string => `Not kept: \u2068${subject}\u2069`,
  certificateNoAddress: 'None of the certificates in this file names an address.',
  noReason: 'It could not be checked. Try again later.',
  expired: 'expired',
  validUntil: (date: string): string => `valid until ${date}`,

  newMail: 'New mail',
  replyHeading: 'Reply',
  addressHint: 'Separate addresses by commas.',
  text: 'Text',
  sign: 'Sign',
  encrypt: 'Encrypt',
  attach: 'Attach files',
  attachHint: 'any file',
  removeAttachment: (name: string): string => `Remove ${name}`,
  noIdentity:
    'Import a private key under Settings first: its certificate says which address you write as.',
  noIdentityKnown:
    'Unlock one of your keys first: its certificate says which address you write as.',
  save: {
    both: 'Sign, encrypt and save',
    sign: 'Sign and save',
    encrypt: 'Encrypt and save',
    neither: 'Save without protection',
  },
  protection: {
    both: 'Signed first, then encrypted: only the recipients can read it, and they see that it is yours.',
    sign: 'Everybody can read it; a change would be noticed, and it is shown to be yours.',
    encrypt: 'Only the recipients can read it; nothing shows that it is yours.',
    neither: 'Everybody can read and change it.',
  },
  making: 'Making the message …',
  made: (name: string): string => `Saved as ${name}. A copy is under Mail, “${texts.written}”.`,
  openCopy: 'Open the copy',
  missingCertificates: (addresses: readonly string[]): string =>
    `Nothing was saved: there is no certificate to encrypt to for ${addresses.join(', ')}. Import one under Settings, or switch Encrypt off.`,
  badAddresses: (addresses: readonly string[]): string => `Not an address: ${addresses.join(', ')}`,
  noRecipient: 'Name at least one recipient.',
  noSigner: 'There is no private key to sign with for this address.',
  nothingSaved: (why: string): string => `Nothing was saved. ${why}`,
  passphraseToSign: 'Enter the passphrase of your private key to sign this message.',
  subjectVisible: 'The subject is not encrypted.',
  wrote: (author: string, when: string): string =>
    when === '' ? `${author} wrote:` : `On ${when}, ${author} wrote:`,

  smimeErrors: smimeErrors as Partial<Record<string, string>>,
  httpErrors,
};
