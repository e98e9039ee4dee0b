import type { mailbox as en } from '../en/mailbox.ts';
import type { Translation } from '../translation.ts';

export const mailbox: Translation<typeof en> = {
  folderRoles: {
    inbox: 'Posteingang',
    drafts: 'Entwürfe',
    sent: 'Gesendet',
    archive: 'Archiv',
    junk: 'Spam',
    trash: 'Papierkorb',
    files: 'Geöffnete Dateien',
    written: 'Hier geschrieben',
  },
  unreadMails: (count) =>
    count === 1 ? '1 ungelesene Nachricht' : `${count} ungelesene Nachrichten`,
  connecting: 'Verbindung zum Mailserver wird hergestellt …',
  connectionLost: 'Die Verbindung zum Mailserver ist unterbrochen. Sie wird erneut aufgebaut.',
  listFailed: 'Die Liste konnte nicht geladen werden.',
  emptyFolder: 'Dieser Ordner ist leer.',
  nothingFound: 'Keine Nachricht enthält diese Wörter.',
  searchMails: 'In diesem Ordner suchen',
  clearSearch: 'Suche löschen',
  found: (count) =>
    count === 0
      ? 'Nichts gefunden.'
      : count === 1
        ? '1 Nachricht gefunden.'
        : `${count} Nachrichten gefunden.`,
  starColumn: 'Stern',
  selectColumn: 'Ausgewählt',
  loadingMail: 'Wird geladen …',
  unread: 'Ungelesen',
  answeredMark: 'Beantwortet',
  forwardedMark: 'Weitergeleitet',
  star: 'Mit Stern markieren',
  unstar: 'Stern entfernen',
  markRead: 'Als gelesen markieren',
  markUnread: 'Als ungelesen markieren',
  moveTo: 'Verschieben nach',
  delete: 'Löschen',
  selectAll: 'Alle auswählen',
  selectMail: (subject) => `Auswählen: \u2068${subject}\u2069`,
  starMail: (subject) => `Stern: \u2068${subject}\u2069`,
  selected: (count) => `${count} ausgewählt`,
  markedRead: (count) =>
    count === 1 ? 'Als gelesen markiert.' : `${count} Nachrichten als gelesen markiert.`,
  markedUnread: (count) =>
    count === 1 ? 'Als ungelesen markiert.' : `${count} Nachrichten als ungelesen markiert.`,
  starred: (count) =>
    count === 1 ? 'Mit Stern markiert.' : `${count} Nachrichten mit Stern markiert.`,
  unstarred: (count) => (count === 1 ? 'Stern entfernt.' : `${count} Sterne entfernt.`),
  movedTo: (count, folder) =>
    count === 1
      ? `Nach \u2068${folder}\u2069 verschoben.`
      : `${count} Nachrichten nach \u2068${folder}\u2069 verschoben.`,
  movedToTrash: (count) =>
    count === 1
      ? 'In den Papierkorb verschoben.'
      : `${count} Nachrichten in den Papierkorb verschoben.`,
  removedForGood: (count) => (count === 1 ? 'Gelöscht.' : `${count} Nachrichten gelöscht.`),
  removeForGoodHeading: 'Endgültig löschen?',
  removeForGood: (count) =>
    count === 1
      ? 'Die Nachricht lässt sich nicht wiederherstellen.'
      : `Die ${count} Nachrichten lassen sich nicht wiederherstellen.`,
  undone: 'Rückgängig gemacht.',
  dismiss: 'Ausblenden',
  newer: 'Vorherige Nachricht',
  older: 'Nächste Nachricht',
  downloading: 'Nachricht wird geladen …',
  replyAll: 'Allen antworten',
  forward: 'Weiterleiten',
  moreActions: 'Mehr',
  showSource: 'Quelltext anzeigen',
  sourceHeading: 'Quelltext der Nachricht',
  sourceCut: (shown) =>
    `Nur die ersten ${shown} werden angezeigt. Speichern Sie die Nachricht, um alles zu sehen.`,
  partOf: (subject) => `Teil von \u201e\u2068${subject}\u2069\u201c`,
};
