import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  key: 'Clé',
  passphrase: 'Phrase secrète',
  passphraseHeading: 'Déverrouiller votre clé privée',
  passphraseStays:
    'Elle reste dans ce navigateur\u202f: ni elle ni la clé ouverte ne sont envoyées où que ce soit.',
  unlock: 'Déverrouiller',
  unlocking: 'Déverrouillage…',
  newPassphrase: 'Nouvelle phrase secrète',
  newPassphraseAgain: 'Nouvelle phrase secrète, encore une fois',
  oldPassphrase: 'Ancienne phrase secrète',
  changePassphrase: 'Modifier la phrase secrète',
  changingPassphrase: 'Modification de la phrase secrète…',
  passphraseChangeNote:
    'La modification se fait dans ce navigateur. Les copies du fichier que vous avez téléchargées auparavant gardent l’ancienne phrase secrète.',
  passphraseRule:
    'Lettres de A à Z sans accent, chiffres, ponctuation et espaces. La longueur est libre\u202f; plusieurs mots se retiennent mieux que des signes.',
  passphraseRuleUnicode:
    'Toutes les lettres, tous les signes et les espaces. La longueur est libre\u202f; plusieurs mots se retiennent mieux que des signes.',
  passphraseForbidden: (shown, place) =>
    `Le caractère ${place}, «\u202f\u2068${shown}\u2069\u202f», n’est pas autorisé\u202f: les trémas, les accents, le signe euro et d’autres ne se saisissent ni ne se lisent partout de la même façon.`,
  passphraseForbiddenUnicode: (shown, place) =>
    `Le caractère ${place}, «\u202f\u2068${shown}\u2069\u202f», n’est pas autorisé\u202f: il ne peut pas être saisi, ou ce navigateur ne le connaît pas.`,
  passphraseEmpty: 'Saisissez une phrase secrète.',
  passphrasesDiffer: 'Les deux saisies sont différentes.',
  strength: 'Robustesse',
  strengths: ['devinée aussitôt', 'faible', 'moyenne', 'forte', 'très forte'],
  lock: 'Verrouiller',
  keysUnlocked: (count) =>
    count === 1
      ? 'Un fichier de clé est déverrouillé'
      : `${count} fichiers de clé sont déverrouillés`,
  keysLockIn: (time) => `verrouillage après ${time} sans utilisation`,
  keyUnlocked: 'déverrouillée',
  keyLocked: 'verrouillée',
  keyActions: {
    unlock: 'Déverrouiller',
    'change-passphrase': 'Modifier la phrase secrète',
    download: 'Télécharger',
    remove: 'Supprimer',
  },
  certificateUses: {
    current: 'utilisé',
    old: 'pour l’ancien courrier',
    early: 'pas encore valable',
    'not-for-mail': 'non destiné au courrier',
  },
  usedFor: (addresses) => `utilisé pour \u2068${addresses}\u2069`,
  useFor: (addresses) => `Utiliser pour \u2068${addresses}\u2069`,
  certificatesHidden:
    'Les certificats de ce fichier sont eux aussi chiffrés. Déverrouillez-le une fois pour les voir.',
  keyUnreadable: 'Cette version ne peut pas lire ce fichier.',
  noKeyFile: 'Aucune clé n’est encore enregistrée.',
  recallPassphrase: 'Utiliser une phrase secrète enregistrée',
};
