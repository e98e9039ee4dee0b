import { mail } from './mail.ts';

/** Writing a mail. */
export const compose = {
  newMail: 'New mail',
  replyHeading: 'Reply',
  addressHint: 'Separate addresses by commas.',
  text: 'Text',
  sign: 'Sign',
  encrypt: 'Encrypt',
  attach: 'Attach files',
  attachHint: 'any file',
  removeAttachment: (name: string): string => `Remove \u2068${name}\u2069`,
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
  made: (name: string): string =>
    `Saved as \u2068${name}\u2069. A copy is under Mail, “${mail.written}”.`,
  openCopy: 'Open the copy',
  missingCertificates: (addresses: readonly string[]): string =>
    `There is no certificate to encrypt to for \u2068${addresses.join(', ')}\u2069.`,
  badAddresses: (addresses: readonly string[]): string =>
    `Not an address: \u2068${addresses.join(', ')}\u2069`,
  noRecipient: 'Name at least one recipient.',
  noSigner: 'There is no private key to sign with for this address.',
  nothingSaved: (why: string): string => `Nothing was saved. ${why}`,
  passphraseToSign: 'Enter the passphrase of your private key to sign this message.',
  subjectVisible: 'The subject is not encrypted.',
  wrote: (author: string, when: string): string =>
    when === '' ? `${author} wrote:` : `On ${when}, ${author} wrote:`,
  forwardHeading: 'Forward',
  replyAll: 'Reply to all',
  forward: 'Forward',
  forwardAsAttachment: 'Forward as attachment',
  forwardedMessage: 'Forwarded message',
  bcc: 'Bcc',
  bccHint: 'The others do not see these recipients.',
  send: {
    both: 'Sign, encrypt and send',
    sign: 'Sign and send',
    encrypt: 'Encrypt and send',
    neither: 'Send without protection',
  },
  phases: {
    making: 'Making the message …',
    uploading: 'Handing the message to the mail server …',
    checking: 'Checking what the mail server stored …',
    submitting: 'Sending …',
  },
  sent: (addresses: readonly string[]): string => `Sent to \u2068${addresses.join(', ')}\u2069.`,
  nothingSent: (why: string): string => `Nothing was sent, and your draft is kept. ${why}`,
  changedByServer:
    'The mail server changed the message while storing it, so it was taken back. Tell whoever runs the mail server.',
  unknownOutcome: (addresses: readonly string[]): string =>
    `The mail server did not answer, so it is not known whether the message has reached \u2068${addresses.join(', ')}\u2069.`,
  whereabouts: {
    drafts: 'It still lies among the drafts, so it has probably not been sent.',
    unknown: 'It could be found neither among the sent mail nor among the drafts.',
  },
  partlySent: (sent: readonly string[], open: readonly string[]): string =>
    `The message was sent to \u2068${sent.join(', ')}\u2069, but not to \u2068${open.join(', ')}\u2069.`,
  lookAgain: 'Look again',
  sendAgain: 'Send again',
  sendRest: 'Send to the others',
  missingHeading: 'Not everybody can read it encrypted',
  missingFor: 'There is no certificate to encrypt to for:',
  missingAdvice:
    'Go back to leave these recipients out, or import their certificates under Settings. Unencrypted, everybody on the way can read the message, and so it goes to all recipients.',
  decryptedWarning:
    'This message holds text or files that came to you encrypted. Whoever wrote them did not mean them to be read by others.',
  decryptedConsent: 'I want to pass this on unencrypted.',
  goUnencrypted: 'Go on without encryption',
  back: 'Back',
  withheld: {
    red: 'The message is not quoted: what was found out about it is not good.',
    unauthenticated:
      'The message is not quoted: it was decrypted, but nothing shows that nobody changed it on its way. An answer could give away text that was smuggled in.',
    locked: 'The message is not quoted: it is locked.',
  },
  quoteAnyway: 'Quote it anyway',
  attachmentsTooLarge: 'The attachments are too large: together they may have 100 MB.',
  readingFiles: 'Reading the files …',
  noOwnCopy:
    'You have no certificate for this address, so you will not be able to read your own copy.',
  unencryptedHeading: 'Sent without encryption',
  dropHeading: 'There is a mail that you have not finished',
  dropQuestion: 'Beginning another one drops what you have written.',
  dropAccept: 'Drop it',
  keepWriting: 'Go on writing',
  discard: 'Discard',
  discardHeading: 'Discard this mail?',
  discardQuestion: 'What you have written is lost then.',
  saveDraft: 'Save draft',
  savingDraft: 'Saving the draft …',
  draftSaved: (when: string): string => `Draft saved, ${when}`,
  draftNotSaved: (why: string): string => `The draft was not saved on the mail server. ${why}`,
  draftWithoutSender: 'The draft is not saved on the mail server: there is no address to write as.',
  draftWithoutCertificate:
    'The draft is not saved on the mail server: it is to be encrypted, and you have no certificate to encrypt it to for yourself. It stays in this page only.',
  draftDoubtful:
    'This draft is not opened for editing: nothing shows that it was encrypted here and not changed since.',
  editDraft: 'Edit draft',
  dropSaving: 'Save draft and begin the other',
};
