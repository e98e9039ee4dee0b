import type { common as en } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof en> = {
  product: 'Signet',
  claim:
    'Messages signés et chiffrés. Vos clés s’ouvrent dans ce navigateur et nulle part ailleurs.',
  mail: 'Courrier',
  compose: 'Écrire',
  settings: 'Paramètres',
  loading: 'Chargement',
  retry: 'Réessayer',
  remove: 'Supprimer',
  download: 'Télécharger',
  language: 'Langue',
  theme: {
    auto: 'Couleurs\u202f: comme le système',
    light: 'Couleurs\u202f: claires',
    dark: 'Couleurs\u202f: sombres',
  },
  lock: 'Verrouiller',
  lockAll: 'Verrouiller toutes les clés maintenant',
  unlockedKeys: (count) => (count < 2 ? '1 clé déverrouillée' : `${count} clés déverrouillées`),
  keysLocked: 'Toutes les clés sont verrouillées.',
  keysUnlocked: 'Déverrouillé.',
  undo: 'Annuler',
  locksIn: (time) => `verrouillage dans ${time}`,
  locksSoon: 'Vos clés seront verrouillées dans moins d’une minute.',
  skipToContent: 'Aller au contenu',
  pages: 'Pages',
};
