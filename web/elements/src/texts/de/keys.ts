import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  key: 'Schlüssel',
  passphrase: 'Passphrase',
  passphraseHeading: 'Privaten Schlüssel entsperren',
  passphraseStays:
    'Sie bleibt in diesem Browser: Weder sie noch der geöffnete Schlüssel wird irgendwohin gesendet.',
  unlock: 'Entsperren',
  unlocking: 'Wird entsperrt …',
  newPassphrase: 'Neue Passphrase',
  newPassphraseAgain: 'Neue Passphrase, noch einmal',
  oldPassphrase: 'Alte Passphrase',
  changePassphrase: 'Passphrase ändern',
  changingPassphrase: 'Passphrase wird geändert …',
  passphraseChangeNote:
    'Die Änderung geschieht in diesem Browser. Kopien der Datei, die Sie früher heruntergeladen haben, behalten die alte Passphrase.',
  passphraseRule:
    'Buchstaben von A bis Z, Ziffern, Satzzeichen und Leerzeichen. Die Länge ist frei; mehrere Wörter merken sich leichter als Sonderzeichen.',
  passphraseRuleUnicode:
    'Beliebige Buchstaben und Zeichen sowie Leerzeichen. Die Länge ist frei; mehrere Wörter merken sich leichter als Sonderzeichen.',
  passphraseForbidden: (shown, place) =>
    `Das ${place}. Zeichen, „\u2068${shown}\u2069“, ist nicht erlaubt: Umlaute, Akzente, das Eurozeichen und Ähnliches lassen sich nicht überall gleich eingeben und lesen.`,
  passphraseForbiddenUnicode: (shown, place) =>
    `Das ${place}. Zeichen, „\u2068${shown}\u2069“, ist nicht erlaubt: Es lässt sich nicht eingeben, oder dieser Browser kennt es nicht.`,
  passphraseEmpty: 'Geben Sie eine Passphrase ein.',
  passphrasesDiffer: 'Die beiden Eingaben unterscheiden sich.',
  strength: 'Stärke',
  strengths: ['sofort zu erraten', 'schwach', 'mittel', 'stark', 'sehr stark'],
  lock: 'Sperren',
  keysUnlocked: (count) =>
    count === 1 ? 'Eine Schlüsseldatei ist entsperrt' : `${count} Schlüsseldateien sind entsperrt`,
  keysLockIn: (time) => `Sperre nach ${time} ohne Gebrauch`,
  keyUnlocked: 'entsperrt',
  keyLocked: 'gesperrt',
  keyActions: {
    unlock: 'Entsperren',
    'change-passphrase': 'Passphrase ändern',
    download: 'Herunterladen',
    remove: 'Entfernen',
  },
  certificateUses: {
    current: 'in Gebrauch',
    old: 'für alte E-Mails',
    early: 'noch nicht gültig',
    'not-for-mail': 'nicht für E-Mail',
  },
  usedFor: (addresses) => `verwendet für \u2068${addresses}\u2069`,
  useFor: (addresses) => `Für \u2068${addresses}\u2069 verwenden`,
  certificatesHidden:
    'Auch die Zertifikate in dieser Datei sind verschlüsselt. Entsperren Sie sie einmal, um sie zu sehen.',
  keyUnreadable: 'Diese Datei kann von dieser Version nicht gelesen werden.',
  noKeyFile: 'Noch ist kein Schlüssel gespeichert.',
  recallPassphrase: 'Gespeicherte Passphrase verwenden',
};
