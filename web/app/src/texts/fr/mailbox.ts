import type { mailbox as en } from '../en/mailbox.ts';
import type { Translation } from '../translation.ts';

export const mailbox: Translation<typeof en> = {
  folderRoles: {
    inbox: 'Boîte de réception',
    drafts: 'Brouillons',
    sent: 'Envoyés',
    archive: 'Archives',
    junk: 'Indésirables',
    trash: 'Corbeille',
    files: 'Fichiers ouverts',
    written: 'Écrits ici',
  },
  unreadMails: (count) => (count === 1 ? '1 message non lu' : `${count} messages non lus`),
  connecting: 'Connexion au serveur de messagerie…',
  connectionLost:
    'La connexion au serveur de messagerie est interrompue. Une nouvelle tentative est en cours.',
  listFailed: 'La liste n’a pas pu être chargée.',
  emptyFolder: 'Ce dossier est vide.',
  nothingFound: 'Aucun message ne contient ces mots.',
  searchMails: 'Rechercher dans ce dossier',
  clearSearch: 'Effacer la recherche',
  found: (count) =>
    count === 0
      ? 'Aucun résultat.'
      : count === 1
        ? '1 message trouvé.'
        : `${count} messages trouvés.`,
  starColumn: 'Étoile',
  selectColumn: 'Sélection',
  loadingMail: 'Chargement…',
  unread: 'Non lu',
  answeredMark: 'Répondu',
  forwardedMark: 'Transféré',
  star: 'Ajouter une étoile',
  unstar: 'Retirer l’étoile',
  markRead: 'Marquer comme lu',
  markUnread: 'Marquer comme non lu',
  moveTo: 'Déplacer vers',
  delete: 'Supprimer',
  selectAll: 'Tout sélectionner',
  selectMail: (subject) => `Sélectionner\u202f: \u2068${subject}\u2069`,
  starMail: (subject) => `Étoile\u202f: \u2068${subject}\u2069`,
  selected: (count) => (count === 1 ? '1 sélectionné' : `${count} sélectionnés`),
  markedRead: (count) =>
    count === 1 ? 'Marqué comme lu.' : `${count} messages marqués comme lus.`,
  markedUnread: (count) =>
    count === 1 ? 'Marqué comme non lu.' : `${count} messages marqués comme non lus.`,
  starred: (count) => (count === 1 ? 'Étoile ajoutée.' : `Étoile ajoutée à ${count} messages.`),
  unstarred: (count) => (count === 1 ? 'Étoile retirée.' : `${count} étoiles retirées.`),
  movedTo: (count, folder) =>
    count === 1
      ? `Message déplacé vers \u2068${folder}\u2069.`
      : `${count} messages déplacés vers \u2068${folder}\u2069.`,
  movedToTrash: (count) =>
    count === 1
      ? 'Message placé dans la corbeille.'
      : `${count} messages placés dans la corbeille.`,
  removedForGood: (count) => (count === 1 ? 'Message supprimé.' : `${count} messages supprimés.`),
  removeForGoodHeading: 'Supprimer définitivement\u202f?',
  removeForGood: (count) =>
    count === 1
      ? 'Le message ne pourra pas être récupéré.'
      : `Les ${count} messages ne pourront pas être récupérés.`,
  undone: 'Action annulée.',
  dismiss: 'Masquer',
  newer: 'Message précédent',
  older: 'Message suivant',
  downloading: 'Chargement du message…',
  replyAll: 'Répondre à tous',
  forward: 'Transférer',
  moreActions: 'Plus',
  showSource: 'Afficher la source',
  sourceHeading: 'Source du message',
  sourceCut: (shown) =>
    `Seuls les premiers ${shown} sont affichés. Enregistrez le message pour tout voir.`,
  partOf: (subject) => `Partie de «\u202f\u2068${subject}\u2069\u202f»`,
};
