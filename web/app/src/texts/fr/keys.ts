import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  privateKeys: 'Vos clés privées',
  privateKeysAbout:
    'Importez un fichier .p12. Il est ouvert ici, dans votre navigateur, pour vérifier la phrase secrète\u202f; le serveur n’enregistre que le fichier chiffré.',
  select: 'Sélectionner',
  chosen: 'Fichier choisi',
  noFile: 'Aucun fichier n’est encore choisi.',
  passphraseOf: 'Phrase secrète du fichier',
  upload: 'Envoyer au serveur',
  uploading: 'Déchiffrement et envoi…',
  imported: 'Déchiffrement et envoi réussis.',
  weak: 'La protection de ce fichier est plus faible que celle d’aujourd’hui\u202f:',
  reprotect: 'L’envoyer plutôt avec une protection actuelle, sous la même phrase secrète',
  tooLargeKey: 'Ce fichier est trop volumineux pour un fichier de clé.',
  storedKeys: 'Clés enregistrées',
  unlockFor: 'Saisissez la phrase secrète de ce fichier de clé.',
  removeKeyHeading: 'Supprimer cette clé\u202f?',
  removeKeyQuestion: (name) =>
    `«\u202f\u2068${name}\u2069\u202f» sera supprimé du serveur. Sans une autre copie du fichier, les messages chiffrés pour cette clé ne pourront plus jamais être lus.`,
  removeKey: 'Supprimer la clé',
  keyRemoved: 'La clé a été supprimée.',
  uploadAnyway: 'Envoyer quand même',
  uploadAllTheSame: 'Vous pouvez quand même envoyer le fichier.',
  ownExpired: (date) =>
    `ce certificat a expiré le ${date}. Sa clé permet de lire d’anciens messages\u202f; rien de nouveau ne peut être signé.`,
  ownNotYetValid: (date) =>
    `ce certificat n’est valable qu’à partir du ${date}. D’ici là, il ne permet de rien signer.`,
  ownNoMailPurpose:
    'ce certificat n’a pas été émis pour le courrier électronique. Les destinataires verraient un avertissement sur tout ce qui est signé avec lui.',
  ownNoAddress:
    'ce certificat ne contient aucune adresse électronique et ne peut donc servir à aucun expéditeur.',
  ownOtherAddress: (addresses) =>
    `ce certificat est destiné à \u2068${addresses}\u2069, qui n’est pas une adresse de votre compte.`,
  passphraseToReplace:
    'La phrase secrète de ce fichier est exacte, mais ne peut pas être utilisée ici. Choisissez-en une autre\u202f: votre navigateur en protège le fichier avant de l’envoyer.',
  passphraseChanged: 'La phrase secrète a été modifiée.',
  oldPassphraseWrong:
    'L’ancienne phrase secrète n’est pas celle de ce fichier. Rien n’a été modifié.',
  keyFileConflict:
    'Ce fichier de clé a été modifié ailleurs entre-temps\u202f; rien n’a donc été modifié ici. La liste est de nouveau à jour\u202f: fermez ceci et réessayez.',
  defaultChanged: (addresses) =>
    `Ce certificat est désormais utilisé pour \u2068${addresses}\u2069.`,
  unlock: 'Déverrouiller',
  notRecalled: (account) =>
    `Le navigateur n’a donné aucune phrase secrète enregistrée sous «\u202f\u2068${account}\u2069\u202f». Saisissez-la.`,
  notAnAccount:
    'C’est l’entrée d’un fichier de clé, dont la phrase secrète n’est jamais transmise. Saisissez le nom d’utilisateur et le mot de passe de votre compte.',
};
