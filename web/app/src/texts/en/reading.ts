/** An open mail. */
export const reading = {
  lockedBody: 'The content is encrypted. Click the bar above to unlock it.',
  noContent: 'There is nothing that could be shown.',
  unreadableContent:
    'The content was opened, but it is built in a way that cannot be shown. Save it and open it elsewhere.',
  emptyContent: 'This message has no text.',
  attachments: 'Attachments',
  signedParts: 'Parts with protection of their own',
  signedPartsNote:
    'What protects them says nothing about this message. Opened, each has a bar of its own.',
  openPart: 'Open here',
  closePart: 'Close',
  attachedMessages: 'Attached messages',
  attachedMessagesNote: 'Opened, each has a bar of its own.',
  aroundParts:
    'Parts of this message have protection of their own and are listed below. It covers nothing of what is shown here.',
  partNote:
    'A part of the message above. The bar speaks of this part alone, held against the sender and date of the message around it.',
  attachedMessageNote:
    'An attached message. The bar speaks of it alone, not of the message that it is attached to.',
  htmlLeftOut:
    'The formatted form of this message is too large to be shown safely. This is its text.',
  otherAuthor: (address: string) =>
    `The sender line above cannot be relied on. This message was signed by \u2068${address}\u2069.`,
  outsideNote:
    'Subject, sender and date come from the outer message; what was signed or encrypted is the content below.',
  unlockToRead:
    'The message is encrypted. Enter the passphrase of the private key that it was encrypted for.',
  noKeyFiles: 'You have no stored private key. Import one under Settings.',
  allUnlocked: 'All your keys are unlocked, and none of them opens this message.',
};
