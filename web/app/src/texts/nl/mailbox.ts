import type { mailbox as en } from '../en/mailbox.ts';
import type { Translation } from '../translation.ts';

export const mailbox: Translation<typeof en> = {
  folderRoles: {
    inbox: 'Postvak IN',
    drafts: 'Concepten',
    sent: 'Verzonden',
    archive: 'Archief',
    junk: 'Ongewenst',
    trash: 'Prullenbak',
    files: 'Geopende bestanden',
    written: 'Hier geschreven',
  },
  unreadMails: (count) => (count === 1 ? '1 ongelezen bericht' : `${count} ongelezen berichten`),
  connecting: 'Er wordt verbinding gemaakt met de mailserver …',
  connectionLost:
    'De verbinding met de mailserver is verbroken. Er wordt opnieuw verbinding gemaakt.',
  listFailed: 'De lijst kon niet worden geladen.',
  emptyFolder: 'Deze map is leeg.',
  nothingFound: 'Geen enkel bericht bevat deze woorden.',
  searchMails: 'Zoeken in deze map',
  clearSearch: 'Zoekopdracht wissen',
  found: (count) =>
    count === 0
      ? 'Niets gevonden.'
      : count === 1
        ? '1 bericht gevonden.'
        : `${count} berichten gevonden.`,
  starColumn: 'Ster',
  selectColumn: 'Geselecteerd',
  loadingMail: 'Bezig met laden …',
  unread: 'Ongelezen',
  answeredMark: 'Beantwoord',
  forwardedMark: 'Doorgestuurd',
  star: 'Ster toevoegen',
  unstar: 'Ster verwijderen',
  markRead: 'Markeren als gelezen',
  markUnread: 'Markeren als ongelezen',
  moveTo: 'Verplaatsen naar',
  delete: 'Verwijderen',
  selectAll: 'Alles selecteren',
  selectMail: (subject) => `Selecteren: \u2068${subject}\u2069`,
  starMail: (subject) => `Ster: \u2068${subject}\u2069`,
  selected: (count) => `${count} geselecteerd`,
  markedRead: (count) =>
    count === 1 ? 'Gemarkeerd als gelezen.' : `${count} berichten gemarkeerd als gelezen.`,
  markedUnread: (count) =>
    count === 1 ? 'Gemarkeerd als ongelezen.' : `${count} berichten gemarkeerd als ongelezen.`,
  starred: (count) =>
    count === 1 ? 'Ster toegevoegd.' : `Ster toegevoegd aan ${count} berichten.`,
  unstarred: (count) => (count === 1 ? 'Ster verwijderd.' : `${count} sterren verwijderd.`),
  movedTo: (count, folder) =>
    count === 1
      ? `Verplaatst naar \u2068${folder}\u2069.`
      : `${count} berichten verplaatst naar \u2068${folder}\u2069.`,
  movedToTrash: (count) =>
    count === 1
      ? 'Naar de prullenbak verplaatst.'
      : `${count} berichten naar de prullenbak verplaatst.`,
  removedForGood: (count) => (count === 1 ? 'Verwijderd.' : `${count} berichten verwijderd.`),
  removeForGoodHeading: 'Definitief verwijderen?',
  removeForGood: (count) =>
    count === 1
      ? 'Het bericht kan niet worden teruggehaald.'
      : `De ${count} berichten kunnen niet worden teruggehaald.`,
  undone: 'Ongedaan gemaakt.',
  dismiss: 'Sluiten',
  newer: 'Vorig bericht',
  older: 'Volgend bericht',
  downloading: 'Het bericht wordt geladen …',
  replyAll: 'Allen beantwoorden',
  forward: 'Doorsturen',
  moreActions: 'Meer',
  showSource: 'Bron tonen',
  sourceHeading: 'Bron van het bericht',
  sourceCut: (shown) =>
    `Alleen de eerste ${shown} worden getoond. Sla het bericht op om alles te zien.`,
  partOf: (subject) => `Onderdeel van ‘\u2068${subject}\u2069’`,
};
