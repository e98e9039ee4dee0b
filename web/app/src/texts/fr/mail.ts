import type { mail as en } from '../en/mail.ts';
import type { Translation } from '../translation.ts';

export const mail: Translation<typeof en> = {
  local: 'Fichiers ouverts',
  written: 'Écrits ici',
  folders: 'Dossiers',
  openFiles: 'Ouvrir des fichiers de messages',
  emlHint: '.eml',
  memoryOnly:
    'Les messages restent dans la mémoire de cette page\u202f: ils ne sont envoyés nulle part et disparaissent lorsque vous fermez ou rechargez la page.',
  emptyHeading: 'Ouvrez votre premier message',
  emptySteps: [
    'Dans les paramètres, importez votre certificat privé, un fichier .p12.',
    'Enregistrez un message de votre logiciel de messagerie au format .eml, et ouvrez-le ici.',
    'Cliquez sur la barre au-dessus du message\u202f: elle déverrouille le message, ou dit ce qui a été établi au sujet de sa signature.',
  ],
  emptyWritten: 'Ce que vous écrivez et enregistrez apparaît ici.',
  tooLargeMail: (name) => `\u2068${name}\u2069 est trop volumineux pour être ouvert ici.`,
  unreadableFile: (name) => `\u2068${name}\u2069 n’a pas pu être lu.`,
  smime: 'S/MIME',
  from: 'De',
  to: 'À',
  cc: 'Copie',
  subject: 'Objet',
  date: 'Date',
  noSubject: '(sans objet)',
  noSender: '(sans expéditeur)',
  noDate: '',
  mails: 'Messages',
  backToList: 'Tous les messages',
  opening: 'Ouverture du message…',
  reply: 'Répondre',
  saveMessage: 'Enregistrer en .eml',
};
