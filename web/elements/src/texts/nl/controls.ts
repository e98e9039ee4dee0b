import type { controls as en } from '../en/controls.ts';
import type { Translation } from '../translation.ts';

export const controls: Translation<typeof en> = {
  close: 'Sluiten',
  cancel: 'Annuleren',
  details: 'Details',
  encrypted: 'Versleuteld',
  signed: 'Ondertekend',
  progress: 'Bezig',
  dropHere: 'of zet het hier neer',
};
