import type { common as en } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof en> = {
  product: 'Signet',
  claim:
    'Signierte und verschlüsselte E-Mails. Ihre Schlüssel öffnen sich in diesem Browser und nirgends sonst.',
  mail: 'E-Mail',
  compose: 'Schreiben',
  settings: 'Einstellungen',
  loading: 'Wird geladen',
  retry: 'Noch einmal versuchen',
  remove: 'Entfernen',
  download: 'Herunterladen',
  language: 'Sprache',
  theme: {
    auto: 'Farben: wie im System',
    light: 'Farben: hell',
    dark: 'Farben: dunkel',
  },
  lock: 'Sperren',
  lockAll: 'Alle Schlüssel jetzt sperren',
  unlockedKeys: (count) => (count === 1 ? '1 Schlüssel entsperrt' : `${count} Schlüssel entsperrt`),
  keysLocked: 'Alle Schlüssel sind gesperrt.',
  keysUnlocked: 'Entsperrt.',
  undo: 'Rückgängig machen',
  locksIn: (time) => `Sperre in ${time}`,
  locksSoon: 'Ihre Schlüssel werden in weniger als einer Minute gesperrt.',
  skipToContent: 'Zum Inhalt springen',
  pages: 'Seiten',
};
