import type { mail as en } from '../en/mail.ts';
import type { Translation } from '../translation.ts';

export const mail: Translation<typeof en> = {
  local: 'Geöffnete Dateien',
  written: 'Hier geschrieben',
  folders: 'Ordner',
  openFiles: 'E-Mail-Dateien öffnen',
  emlHint: '.eml',
  memoryOnly:
    'E-Mails bleiben im Speicher dieser Seite: Sie werden nirgendwohin gesendet und sind weg, wenn Sie die Seite schließen oder neu laden.',
  emptyHeading: 'Öffnen Sie Ihre erste E-Mail',
  emptySteps: [
    'Importieren Sie unter Einstellungen Ihr privates Zertifikat, eine .p12-Datei.',
    'Speichern Sie eine E-Mail aus Ihrem E-Mail-Programm als .eml-Datei, und öffnen Sie sie hier.',
    'Klicken Sie auf die Leiste über der E-Mail: Sie entsperrt die E-Mail oder sagt, was über die Signatur herausgefunden wurde.',
  ],
  emptyWritten: 'Was Sie schreiben und speichern, erscheint hier.',
  tooLargeMail: (name) => `\u2068${name}\u2069 ist zu groß, um hier geöffnet zu werden.`,
  unreadableFile: (name) => `\u2068${name}\u2069 konnte nicht gelesen werden.`,
  smime: 'S/MIME',
  from: 'Von',
  to: 'An',
  cc: 'Kopie',
  subject: 'Betreff',
  date: 'Datum',
  noSubject: '(kein Betreff)',
  noSender: '(kein Absender)',
  noDate: '',
  mails: 'E-Mails',
  backToList: 'Alle E-Mails',
  opening: 'Die E-Mail wird geöffnet …',
  reply: 'Antworten',
  saveMessage: '.eml speichern',
};
