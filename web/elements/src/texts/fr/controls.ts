import type { controls as en } from '../en/controls.ts';
import type { Translation } from '../translation.ts';

export const controls: Translation<typeof en> = {
  close: 'Fermer',
  cancel: 'Annuler',
  details: 'Détails',
  encrypted: 'Chiffré',
  signed: 'Signé',
  progress: 'En cours',
  dropHere: 'ou déposez ici',
};
