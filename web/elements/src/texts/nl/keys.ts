import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  key: 'Sleutel',
  passphrase: 'Wachtwoordzin',
  passphraseHeading: 'Uw privésleutel ontgrendelen',
  passphraseStays:
    'Die blijft in deze browser: noch de wachtwoordzin, noch de geopende sleutel wordt ergens naartoe verzonden.',
  unlock: 'Ontgrendelen',
  unlocking: 'Bezig met ontgrendelen …',
  newPassphrase: 'Nieuwe wachtwoordzin',
  newPassphraseAgain: 'Nieuwe wachtwoordzin, nog een keer',
  oldPassphrase: 'Oude wachtwoordzin',
  changePassphrase: 'Wachtwoordzin wijzigen',
  changingPassphrase: 'Wachtwoordzin wordt gewijzigd …',
  passphraseChangeNote:
    'De wijziging gebeurt in deze browser. Kopieën van het bestand die u eerder hebt gedownload, houden de oude wachtwoordzin.',
  passphraseRule:
    'Letters van A tot Z, cijfers, leestekens en spaties. De lengte is vrij; meerdere woorden onthoudt u gemakkelijker dan tekens.',
  passphraseRuleUnicode:
    'Alle letters en tekens, en spaties. De lengte is vrij; meerdere woorden onthoudt u gemakkelijker dan tekens.',
  passphraseForbidden: (shown, place) =>
    `Teken ${place}, “\u2068${shown}\u2069”, is niet toegestaan: trema’s, accenten, het euroteken en dergelijke kunnen niet overal hetzelfde worden getypt en gelezen.`,
  passphraseForbiddenUnicode: (shown, place) =>
    `Teken ${place}, “\u2068${shown}\u2069”, is niet toegestaan: het kan niet worden getypt of deze browser kent het niet.`,
  passphraseEmpty: 'Voer een wachtwoordzin in.',
  passphrasesDiffer: 'De twee invoeren verschillen.',
  strength: 'Sterkte',
  strengths: ['meteen te raden', 'zwak', 'matig', 'sterk', 'zeer sterk'],
  lock: 'Vergrendelen',
  keysUnlocked: (count) =>
    count === 1
      ? 'Eén sleutelbestand is ontgrendeld'
      : `${count} sleutelbestanden zijn ontgrendeld`,
  keysLockIn: (time) => `vergrendeling na ${time} zonder gebruik`,
  keyUnlocked: 'ontgrendeld',
  keyLocked: 'vergrendeld',
  keyActions: {
    unlock: 'Ontgrendelen',
    'change-passphrase': 'Wachtwoordzin wijzigen',
    download: 'Downloaden',
    remove: 'Verwijderen',
  },
  certificateUses: {
    current: 'in gebruik',
    old: 'voor oude e-mail',
    early: 'nog niet geldig',
    'not-for-mail': 'niet voor e-mail',
  },
  usedFor: (addresses) => `gebruikt voor \u2068${addresses}\u2069`,
  useFor: (addresses) => `Gebruiken voor \u2068${addresses}\u2069`,
  certificatesHidden:
    'Ook de certificaten in dit bestand zijn versleuteld. Ontgrendel het één keer om ze te zien.',
  keyUnreadable: 'Dit bestand kan door deze versie niet worden gelezen.',
  noKeyFile: 'Er is nog geen sleutel opgeslagen.',
  recallPassphrase: 'Een opgeslagen wachtwoordzin gebruiken',
};
