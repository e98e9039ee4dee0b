import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  privateKeys: 'Ihre privaten Schlüssel',
  privateKeysAbout:
    'Importieren Sie eine .p12-Datei. Sie wird hier in Ihrem Browser geöffnet, um die Passphrase zu prüfen; der Server speichert nur die verschlüsselte Datei.',
  select: 'Auswählen',
  chosen: 'Ausgewählte Datei',
  noFile: 'Noch ist keine Datei ausgewählt.',
  passphraseOf: 'Passphrase der Datei',
  upload: 'Hochladen',
  uploading: 'Wird entschlüsselt und hochgeladen …',
  imported: 'Erfolgreich entschlüsselt und hochgeladen.',
  weak: 'Der Schutz dieser Datei ist schwächer als heute üblich:',
  reprotect: 'Stattdessen mit heutigem Schutz unter derselben Passphrase hochladen',
  tooLargeKey: 'Diese Datei ist zu groß für eine Schlüsseldatei.',
  storedKeys: 'Gespeicherte Schlüssel',
  unlockFor: 'Geben Sie die Passphrase dieser Schlüsseldatei ein.',
  removeKeyHeading: 'Diesen Schlüssel entfernen?',
  removeKeyQuestion: (name) =>
    `„\u2068${name}\u2069“ wird vom Server entfernt. Ohne eine weitere Kopie der Datei lassen sich E-Mails, die dafür verschlüsselt wurden, nie wieder lesen.`,
  removeKey: 'Schlüssel entfernen',
  keyRemoved: 'Der Schlüssel wurde entfernt.',
  uploadAnyway: 'Trotzdem hochladen',
  uploadAllTheSame: 'Sie können die Datei trotzdem hochladen.',
  ownExpired: (date) =>
    `Dieses Zertifikat ist am ${date} abgelaufen. Mit seinem Schlüssel lassen sich alte E-Mails lesen; Neues lässt sich nicht signieren.`,
  ownNotYetValid: (date) =>
    `Dieses Zertifikat gilt erst ab dem ${date}. Bis dahin lässt sich damit nichts signieren.`,
  ownNoMailPurpose:
    'Dieses Zertifikat wurde nicht für E-Mail ausgestellt. Empfänger sähen bei allem, was damit signiert ist, eine Warnung.',
  ownNoAddress:
    'Dieses Zertifikat nennt keine E-Mail-Adresse und kann daher für keinen Absender verwendet werden.',
  ownOtherAddress: (addresses) =>
    `Dieses Zertifikat ist für \u2068${addresses}\u2069 ausgestellt; das ist keine Adresse Ihres Kontos.`,
  passphraseToReplace:
    'Die Passphrase dieser Datei ist richtig, darf hier aber nicht verwendet werden. Wählen Sie eine andere: Die Datei wird in Ihrem Browser damit geschützt, bevor sie hochgeladen wird.',
  passphraseChanged: 'Die Passphrase wurde geändert.',
  oldPassphraseWrong: 'Die alte Passphrase ist nicht die dieser Datei. Es wurde nichts geändert.',
  keyFileConflict:
    'Diese Schlüsseldatei wurde inzwischen anderswo geändert; hier wurde daher nichts geändert. Die Liste ist wieder aktuell: Schließen Sie dies und versuchen Sie es noch einmal.',
  defaultChanged: (addresses) =>
    `Von jetzt an wird dieses Zertifikat für \u2068${addresses}\u2069 verwendet.`,
  unlock: 'Entsperren',
  notRecalled: (account) =>
    `Der Browser hat keine Passphrase gegeben, die als „\u2068${account}\u2069“ gespeichert ist. Geben Sie sie ein.`,
  notAnAccount:
    'Das ist der Eintrag einer Schlüsseldatei, deren Passphrase niemals gesendet wird. Geben Sie den Benutzernamen und das Passwort Ihres Kontos ein.',
};
