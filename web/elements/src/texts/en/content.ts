/** The content of a mail: the frame, its pictures and its links. */
export const content = {
  mailContent: 'Content of the message',
  remoteRemoved: (count: number): string =>
    count === 1 ? 'One remote image was not loaded.' : `${count} remote contents were not loaded.`,
  loadPictures: 'Load pictures',
  loadPicturesNote:
    'For this message, this time. Whoever serves the pictures learns that you have opened it.',
  picturesLoaded: 'Pictures were loaded from elsewhere, for this message and this time.',
  noPictures:
    'They cannot be loaded: nothing shows that this encrypted message is unchanged, and loading them could give away what it says.',
  picturesFailed:
    'This browser could not load the pictures safely. The message is shown without them.',
  frameFailed: 'The content could not be shown. Save the message and open it elsewhere.',
  linkHeading: 'Open this link?',
  linkDoubts: {
    'other-address':
      'The text of this link looks like another address than the one that it leads to.',
    'foreign-letters':
      'The name of this site has letters beyond a to z, which may look like others. It is shown as the browser takes it.',
    'user-part': 'What stands before the @ is not the site that this link leads to.',
  },
  linkText: 'Text of the link',
  linkTarget: 'It leads to',
  linkOpen: 'Open the link',
};
