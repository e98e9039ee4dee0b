import type { compose as en } from '../en/compose.ts';
import type { Translation } from '../translation.ts';
import { mail } from './mail.ts';

export const compose: Translation<typeof en> = {
  newMail: 'Neue E-Mail',
  replyHeading: 'Antworten',
  addressHint: 'Trennen Sie mehrere Adressen durch Kommas.',
  text: 'Text',
  sign: 'Signieren',
  encrypt: 'Verschlüsseln',
  attach: 'Dateien anhängen',
  attachHint: 'jede Datei',
  removeAttachment: (name) => `\u2068${name}\u2069 entfernen`,
  noIdentity:
    'Importieren Sie zuerst unter Einstellungen einen privaten Schlüssel: Sein Zertifikat sagt, unter welcher Adresse Sie schreiben.',
  noIdentityKnown:
    'Entsperren Sie zuerst einen Ihrer Schlüssel: Sein Zertifikat sagt, unter welcher Adresse Sie schreiben.',
  save: {
    both: 'Signieren, verschlüsseln und speichern',
    sign: 'Signieren und speichern',
    encrypt: 'Verschlüsseln und speichern',
    neither: 'Ohne Schutz speichern',
  },
  protection: {
    both: 'Erst signiert, dann verschlüsselt: Nur die Empfänger können sie lesen, und sie sehen, dass sie von Ihnen ist.',
    sign: 'Alle können sie lesen; eine Änderung würde auffallen, und es zeigt sich, dass sie von Ihnen ist.',
    encrypt: 'Nur die Empfänger können sie lesen; nichts zeigt, dass sie von Ihnen ist.',
    neither: 'Alle können sie lesen und verändern.',
  },
  making: 'Die Nachricht wird erzeugt …',
  made: (name) =>
    `Gespeichert als \u2068${name}\u2069. Eine Kopie liegt unter E-Mail, „${mail.written}“.`,
  openCopy: 'Kopie öffnen',
  missingCertificates: (addresses) =>
    `Für \u2068${addresses.join(', ')}\u2069 fehlt ein Zertifikat zum Verschlüsseln.`,
  badAddresses: (addresses) => `Keine Adresse: \u2068${addresses.join(', ')}\u2069`,
  noRecipient: 'Nennen Sie mindestens einen Empfänger.',
  noSigner: 'Für diese Adresse gibt es keinen privaten Schlüssel, mit dem signiert werden könnte.',
  nothingSaved: (why) => `Es wurde nichts gespeichert. ${why}`,
  passphraseToSign:
    'Geben Sie die Passphrase Ihres privaten Schlüssels ein, um diese Nachricht zu signieren.',
  subjectVisible: 'Der Betreff wird nicht verschlüsselt.',
  wrote: (author, when) => (when === '' ? `${author} schrieb:` : `Am ${when} schrieb ${author}:`),
  forwardHeading: 'Weiterleiten',
  replyAll: 'Allen antworten',
  forward: 'Weiterleiten',
  forwardAsAttachment: 'Als Anhang weiterleiten',
  forwardedMessage: 'Weitergeleitete Nachricht',
  bcc: 'Bcc',
  bccHint: 'Die anderen sehen diese Empfänger nicht.',
  send: {
    both: 'Signieren, verschlüsseln und senden',
    sign: 'Signieren und senden',
    encrypt: 'Verschlüsseln und senden',
    neither: 'Ohne Schutz senden',
  },
  phases: {
    making: 'Die Nachricht wird erzeugt …',
    uploading: 'Die Nachricht wird dem Mailserver übergeben …',
    checking: 'Es wird geprüft, was der Mailserver gespeichert hat …',
    submitting: 'Die Nachricht wird gesendet …',
  },
  sent: (addresses) => `Gesendet an \u2068${addresses.join(', ')}\u2069.`,
  nothingSent: (why) => `Es wurde nichts gesendet, und Ihr Entwurf bleibt erhalten. ${why}`,
  changedByServer:
    'Der Mailserver hat die Nachricht beim Speichern verändert; sie wurde deshalb zurückgenommen. Wenden Sie sich an die Betreiber des Mailservers.',
  unknownOutcome: (addresses) =>
    `Der Mailserver hat nicht geantwortet. Es ist nicht bekannt, ob die Nachricht \u2068${addresses.join(', ')}\u2069 erreicht hat.`,
  whereabouts: {
    drafts: 'Sie liegt noch bei den Entwürfen und wurde daher vermutlich nicht gesendet.',
    unknown: 'Sie ließ sich weder bei den gesendeten Nachrichten noch bei den Entwürfen finden.',
  },
  partlySent: (sent, open) =>
    `Die Nachricht wurde an \u2068${sent.join(', ')}\u2069 gesendet, aber nicht an \u2068${open.join(', ')}\u2069.`,
  lookAgain: 'Noch einmal nachsehen',
  sendAgain: 'Erneut senden',
  sendRest: 'An die übrigen senden',
  missingHeading: 'Nicht alle können sie verschlüsselt lesen',
  missingFor: 'Ein Zertifikat zum Verschlüsseln fehlt für:',
  missingAdvice:
    'Gehen Sie zurück, um diese Empfänger wegzulassen, oder importieren Sie ihre Zertifikate unter Einstellungen. Unverschlüsselt können alle unterwegs die Nachricht lesen, und so geht sie an alle Empfänger.',
  decryptedWarning:
    'Diese Nachricht enthält Text oder Dateien, die verschlüsselt zu Ihnen kamen. Wer sie geschrieben hat, wollte nicht, dass andere sie lesen.',
  decryptedConsent: 'Ich möchte dies unverschlüsselt weitergeben.',
  goUnencrypted: 'Ohne Verschlüsselung fortfahren',
  back: 'Zurück',
  withheld: {
    red: 'Die Nachricht wird nicht zitiert: Ihre Prüfung ergab nichts Gutes.',
    unauthenticated:
      'Die Nachricht wird nicht zitiert: Sie wurde entschlüsselt, aber nichts zeigt, dass niemand sie unterwegs verändert hat. Eine Antwort könnte untergeschobenen Text preisgeben.',
    locked: 'Die Nachricht wird nicht zitiert: Sie ist gesperrt.',
  },
  quoteAnyway: 'Trotzdem zitieren',
  attachmentsTooLarge: 'Die Anhänge sind zu groß: Zusammen dürfen sie 100 MB haben.',
  readingFiles: 'Die Dateien werden gelesen …',
  noOwnCopy:
    'Für diese Adresse haben Sie kein Zertifikat. Ihre eigene Kopie werden Sie deshalb nicht lesen können.',
  unencryptedHeading: 'Ohne Verschlüsselung',
  dropHeading: 'Es gibt eine E-Mail, die nicht fertig ist',
  dropQuestion: 'Wenn Sie eine andere beginnen, geht verloren, was Sie geschrieben haben.',
  dropAccept: 'Verwerfen und neu beginnen',
  keepWriting: 'Weiterschreiben',
  discard: 'Verwerfen',
  discardHeading: 'Diese E-Mail verwerfen?',
  discardQuestion: 'Was Sie geschrieben haben, geht dann verloren.',
  saveDraft: 'Entwurf speichern',
  savingDraft: 'Der Entwurf wird gespeichert …',
  draftSaved: (when) => `Entwurf gespeichert, ${when}`,
  draftNotSaved: (why) => `Der Entwurf wurde nicht auf dem Mailserver gespeichert. ${why}`,
  draftWithoutSender:
    'Der Entwurf wird nicht auf dem Mailserver gespeichert: Es gibt keine Adresse, unter der Sie schreiben könnten.',
  draftWithoutCertificate:
    'Der Entwurf wird nicht auf dem Mailserver gespeichert: Er soll verschlüsselt werden, und Sie haben kein Zertifikat, mit dem er für Sie selbst verschlüsselt werden könnte. Er bleibt nur in dieser Seite.',
  draftDoubtful:
    'Dieser Entwurf wird nicht zum Bearbeiten geöffnet: Nichts zeigt, dass er hier verschlüsselt und seitdem nicht verändert wurde.',
  editDraft: 'Entwurf bearbeiten',
  dropSaving: 'Entwurf speichern und neu beginnen',
};
