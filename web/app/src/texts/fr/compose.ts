import type { compose as en } from '../en/compose.ts';
import type { Translation } from '../translation.ts';
import { mail } from './mail.ts';

export const compose: Translation<typeof en> = {
  newMail: 'Nouveau message',
  replyHeading: 'Répondre',
  addressHint: 'Séparez les adresses par des virgules.',
  text: 'Texte',
  sign: 'Signer',
  encrypt: 'Chiffrer',
  attach: 'Joindre des fichiers',
  attachHint: 'tout fichier',
  removeAttachment: (name) => `Supprimer \u2068${name}\u2069`,
  noIdentity:
    'Importez d’abord une clé privée dans les paramètres\u202f: son certificat indique l’adresse sous laquelle vous écrivez.',
  noIdentityKnown:
    'Déverrouillez d’abord une de vos clés\u202f: son certificat indique l’adresse sous laquelle vous écrivez.',
  save: {
    both: 'Signer, chiffrer et enregistrer',
    sign: 'Signer et enregistrer',
    encrypt: 'Chiffrer et enregistrer',
    neither: 'Enregistrer sans protection',
  },
  protection: {
    both: 'Signé d’abord, puis chiffré\u202f: seuls les destinataires peuvent lire le message, et ils voient qu’il vient de vous.',
    sign: 'Tout le monde peut lire le message\u202f; une modification serait décelée, et il est établi qu’il vient de vous.',
    encrypt:
      'Seuls les destinataires peuvent lire le message\u202f; rien ne montre qu’il vient de vous.',
    neither: 'Tout le monde peut lire et modifier le message.',
  },
  making: 'Création du message…',
  made: (name) =>
    `Enregistré sous \u2068${name}\u2069. Une copie se trouve dans Courrier, «\u202f${mail.written}\u202f».`,
  openCopy: 'Ouvrir la copie',
  missingCertificates: (addresses) =>
    `Il manque un certificat de chiffrement pour \u2068${addresses.join(', ')}\u2069.`,
  badAddresses: (addresses) => `Adresse non valable\u202f: \u2068${addresses.join(', ')}\u2069`,
  noRecipient: 'Indiquez au moins un destinataire.',
  noSigner: 'Il n’y a pas de clé privée pour signer sous cette adresse.',
  nothingSaved: (why) => `Rien n’a été enregistré. ${why}`,
  passphraseToSign: 'Saisissez la phrase secrète de votre clé privée pour signer ce message.',
  subjectVisible: 'L’objet n’est pas chiffré.',
  wrote: (author, when) =>
    when === '' ? `${author} a écrit\u202f:` : `Le ${when}, ${author} a écrit\u202f:`,
  forwardHeading: 'Transférer',
  replyAll: 'Répondre à tous',
  forward: 'Transférer',
  forwardAsAttachment: 'Transférer en pièce jointe',
  forwardedMessage: 'Message transféré',
  bcc: 'Cci',
  bccHint: 'Les autres ne voient pas ces destinataires.',
  send: {
    both: 'Signer, chiffrer et envoyer',
    sign: 'Signer et envoyer',
    encrypt: 'Chiffrer et envoyer',
    neither: 'Envoyer sans protection',
  },
  phases: {
    making: 'Création du message…',
    uploading: 'Remise du message au serveur de messagerie…',
    checking: 'Vérification de ce que le serveur a enregistré…',
    submitting: 'Envoi…',
  },
  sent: (addresses) => `Envoyé à \u2068${addresses.join(', ')}\u2069.`,
  nothingSent: (why) => `Rien n’a été envoyé, et votre brouillon est conservé. ${why}`,
  changedByServer:
    'Le serveur de messagerie a modifié le message en l’enregistrant\u202f; le message a donc été retiré. Signalez-le aux responsables du serveur.',
  unknownOutcome: (addresses) =>
    `Le serveur de messagerie n’a pas répondu\u202f; on ne sait pas si le message est parvenu à \u2068${addresses.join(', ')}\u2069.`,
  whereabouts: {
    drafts:
      'Il se trouve encore parmi les brouillons\u202f; il n’a donc sans doute pas été envoyé.',
    unknown: 'Il est introuvable, tant parmi les messages envoyés que parmi les brouillons.',
  },
  partlySent: (sent, open) =>
    `Le message a été envoyé à \u2068${sent.join(', ')}\u2069, mais pas à \u2068${open.join(', ')}\u2069.`,
  lookAgain: 'Vérifier à nouveau',
  sendAgain: 'Envoyer à nouveau',
  sendRest: 'Envoyer aux autres',
  missingHeading: 'Tous ne peuvent pas le lire chiffré',
  missingFor: 'Il manque un certificat de chiffrement pour\u202f:',
  missingAdvice:
    'Revenez en arrière pour retirer ces destinataires, ou importez leurs certificats dans les paramètres. Non chiffré, le message peut être lu par tous en chemin, et c’est ainsi qu’il part à tous les destinataires.',
  decryptedWarning:
    'Ce message contient du texte ou des fichiers qui vous sont parvenus chiffrés. Leur auteur ne voulait pas que d’autres les lisent.',
  decryptedConsent: 'Je veux transmettre cela sans chiffrement.',
  goUnencrypted: 'Continuer sans chiffrement',
  back: 'Retour',
  withheld: {
    red: 'Le message n’est pas cité\u202f: son examen n’a rien donné de bon.',
    unauthenticated:
      'Le message n’est pas cité\u202f: il a été déchiffré, mais rien ne montre que personne ne l’a modifié en chemin. Une réponse pourrait divulguer un texte qui y aurait été glissé.',
    locked: 'Le message n’est pas cité\u202f: il est verrouillé.',
  },
  quoteAnyway: 'Citer quand même',
  attachmentsTooLarge:
    'Les pièces jointes sont trop volumineuses\u202f: ensemble, elles ne doivent pas dépasser 100 Mo.',
  readingFiles: 'Lecture des fichiers…',
  noOwnCopy:
    'Vous n’avez pas de certificat pour cette adresse\u202f: vous ne pourrez pas lire votre propre copie.',
  unencryptedHeading: 'Envoi sans chiffrement',
  dropHeading: 'Un message n’est pas terminé',
  dropQuestion: 'Si vous en commencez un autre, ce que vous avez écrit sera perdu.',
  dropAccept: 'L’abandonner',
  keepWriting: 'Continuer à écrire',
  discard: 'Abandonner',
  discardHeading: 'Abandonner ce message\u202f?',
  discardQuestion: 'Ce que vous avez écrit sera perdu.',
  saveDraft: 'Enregistrer le brouillon',
  savingDraft: 'Enregistrement du brouillon…',
  draftSaved: (when) => `Brouillon enregistré, ${when}`,
  draftNotSaved: (why) =>
    `Le brouillon n’a pas été enregistré sur le serveur de messagerie. ${why}`,
  draftWithoutSender:
    'Le brouillon n’est pas enregistré sur le serveur de messagerie\u202f: il n’y a pas d’adresse sous laquelle écrire.',
  draftWithoutCertificate:
    'Le brouillon n’est pas enregistré sur le serveur de messagerie\u202f: il doit être chiffré, et vous n’avez pas de certificat pour le chiffrer à votre intention. Il reste dans cette page seulement.',
  draftDoubtful:
    'Ce brouillon n’est pas ouvert pour modification\u202f: rien ne montre qu’il a été chiffré ici et n’a pas été modifié depuis.',
  editDraft: 'Modifier le brouillon',
  dropSaving: 'Enregistrer le brouillon et commencer l’autre',
};
