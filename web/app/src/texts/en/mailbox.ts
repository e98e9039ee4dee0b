/** The folders of a mail server, the list, and what is done with mails. */
export const mailbox = {
  folderRoles: {
    inbox: 'Inbox',
    drafts: 'Drafts',
    sent: 'Sent',
    archive: 'Archive',
    junk: 'Junk',
    trash: 'Trash',
    files: 'Opened files',
    written: 'Written here',
  },
  unreadMails: (count: number): string => (count === 1 ? '1 unread mail' : `${count} unread mails`),
  connecting: 'Connecting to the mail server …',
  connectionLost: 'The connection to the mail server was lost. It is being tried again.',
  listFailed: 'The list could not be loaded.',
  emptyFolder: 'This folder is empty.',
  nothingFound: 'No mail holds these words.',
  searchMails: 'Search in this folder',
  clearSearch: 'Clear the search',
  found: (count: number): string =>
    count === 0 ? 'Nothing found.' : count === 1 ? '1 mail found.' : `${count} mails found.`,
  starColumn: 'Star',
  selectColumn: 'Selected',
  loadingMail: 'Loading …',
  unread: 'Unread',
  answeredMark: 'Answered',
  forwardedMark: 'Forwarded',
  star: 'Star',
  unstar: 'Remove star',
  markRead: 'Mark as read',
  markUnread: 'Mark as unread',
  moveTo: 'Move to',
  delete: 'Delete',
  selectAll: 'Select all',
  selectMail: (subject: string): string => `Select: \u2068${subject}\u2069`,
  starMail: (subject: string): string => `Star: \u2068${subject}\u2069`,
  selected: (count: number): string => (count === 1 ? '1 selected' : `${count} selected`),
  markedRead: (count: number): string =>
    count === 1 ? 'Marked as read.' : `${count} mails marked as read.`,
  markedUnread: (count: number): string =>
    count === 1 ? 'Marked as unread.' : `${count} mails marked as unread.`,
  starred: (count: number): string => (count === 1 ? 'Starred.' : `${count} mails starred.`),
  unstarred: (count: number): string => (count === 1 ? 'Star removed.' : `${count} stars removed.`),
  movedTo: (count: number, folder: string): string =>
    count === 1
      ? `Moved to \u2068${folder}\u2069.`
      : `${count} mails moved to \u2068${folder}\u2069.`,
  movedToTrash: (count: number): string =>
    count === 1 ? 'Moved to the trash.' : `${count} mails moved to the trash.`,
  removedForGood: (count: number): string => (count === 1 ? 'Deleted.' : `${count} mails deleted.`),
  removeForGoodHeading: 'Delete for good?',
  removeForGood: (count: number): string =>
    count === 1 ? 'The mail cannot be had back.' : `The ${count} mails cannot be had back.`,
  undone: 'Undone.',
  dismiss: 'Dismiss',
  newer: 'Previous mail',
  older: 'Next mail',
  downloading: 'Loading the mail …',
  replyAll: 'Reply all',
  forward: 'Forward',
  moreActions: 'More',
  showSource: 'Show source',
  sourceHeading: 'Source of the message',
  sourceCut: (shown: string): string =>
    `Only the first ${shown} are shown. Save the message to see all of it.`,
  partOf: (subject: string): string => `Part of \u201c\u2068${subject}\u2069\u201d`,
};
