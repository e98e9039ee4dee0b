import type { controls as en } from '../en/controls.ts';
import type { Translation } from '../translation.ts';

export const controls: Translation<typeof en> = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  details: 'Einzelheiten',
  encrypted: 'Verschlüsselt',
  signed: 'Signiert',
  progress: 'In Arbeit',
  dropHere: 'oder hier ablegen',
};
