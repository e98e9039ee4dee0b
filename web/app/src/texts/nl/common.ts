import type { common as en } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof en> = {
  product: 'Signet',
  claim:
    'Ondertekende en versleutelde e-mail. Uw sleutels gaan open in deze browser en nergens anders.',
  mail: 'E-mail',
  compose: 'Opstellen',
  settings: 'Instellingen',
  loading: 'Bezig met laden',
  retry: 'Opnieuw proberen',
  remove: 'Verwijderen',
  download: 'Downloaden',
  language: 'Taal',
  theme: {
    auto: 'Kleuren: zoals het systeem',
    light: 'Kleuren: licht',
    dark: 'Kleuren: donker',
  },
  lock: 'Vergrendelen',
  lockAll: 'Alle sleutels nu vergrendelen',
  unlockedKeys: (count) =>
    count === 1 ? '1 sleutel ontgrendeld' : `${count} sleutels ontgrendeld`,
  keysLocked: 'Alle sleutels zijn vergrendeld.',
  keysUnlocked: 'Ontgrendeld.',
  undo: 'Ongedaan maken',
  locksIn: (time) => `vergrendeld over ${time}`,
  locksSoon: 'Uw sleutels worden binnen een minuut vergrendeld.',
  skipToContent: 'Naar de inhoud',
  pages: 'Pagina’s',
};
