import type { reading as en } from '../en/reading.ts';
import type { Translation } from '../translation.ts';

export const reading: Translation<typeof en> = {
  lockedBody: 'Le contenu est chiffré. Cliquez sur la barre ci-dessus pour le déverrouiller.',
  noContent: 'Il n’y a rien à afficher.',
  unreadableContent:
    'Le contenu a été ouvert, mais sa structure ne permet pas de l’afficher. Enregistrez-le et ouvrez-le ailleurs.',
  emptyContent: 'Ce message ne contient pas de texte.',
  attachments: 'Pièces jointes',
  signedParts: 'Parties protégées séparément',
  signedPartsNote:
    'Ce qui les protège ne dit rien de ce message. Une fois ouverte, chacune a sa propre barre.',
  openPart: 'Ouvrir ici',
  closePart: 'Fermer',
  attachedMessages: 'Messages joints',
  attachedMessagesNote: 'Une fois ouvert, chacun a sa propre barre.',
  aroundParts:
    'Des parties de ce message ont leur propre protection et sont énumérées plus bas. Elle ne couvre rien de ce qui est affiché ici.',
  partNote:
    'Une partie du message ci-dessus. La barre ne concerne que cette partie, comparée à l’expéditeur et à la date du message qui l’entoure.',
  attachedMessageNote:
    'Un message joint. La barre ne concerne que lui, pas le message auquel il est joint.',
  htmlLeftOut:
    'La version mise en forme de ce message est trop volumineuse pour être affichée sans risque. En voici le texte.',
  otherAuthor: (address) =>
    `La ligne de l’expéditeur ci-dessus n’est pas fiable. Ce message a été signé par \u2068${address}\u2069.`,
  outsideNote:
    'L’objet, l’expéditeur et la date proviennent du message extérieur\u202f; ce qui a été signé ou chiffré est le contenu ci-dessous.',
  unlockToRead:
    'Le message est chiffré. Saisissez la phrase secrète de la clé privée pour laquelle il a été chiffré.',
  noKeyFiles: 'Vous n’avez aucune clé privée enregistrée. Importez-en une dans les paramètres.',
  allUnlocked: 'Toutes vos clés sont déverrouillées, et aucune n’ouvre ce message.',
};
