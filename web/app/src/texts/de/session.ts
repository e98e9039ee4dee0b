import type { session as en } from '../en/session.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof en> = {
  signIn: 'Anmelden',
  signingIn: 'Anmeldung läuft …',
  signOut: 'Abmelden',
  user: 'Benutzer',
  password: 'Passwort',
  wrongPassword: 'Benutzer oder Passwort ist falsch.',
  tooManyAttempts: (seconds) =>
    seconds === null
      ? 'Zu viele Versuche. Warten Sie eine Weile.'
      : `Zu viele Versuche. Versuchen Sie es in ${seconds < 90 ? (seconds === 1 ? 'einer Sekunde' : `${seconds} Sekunden`) : `${Math.ceil(seconds / 60)} Minuten`} noch einmal.`,
  signInAway:
    'Sie melden sich bei der Anmeldung Ihrer Organisation an und kommen dann hierher zurück.',
  signInFailed:
    'Die Anmeldung ist nicht gelungen. Versuchen Sie es noch einmal, oder fragen Sie Ihren Administrator.',
  siteSignInMissing:
    'Die Anmeldung dieser Website fehlt: Dem Server wurde nicht mitgeteilt, wer Sie sind. Öffnen Sie die Website unter ihrer üblichen Adresse, wo Sie sich zuerst anmelden.',
  signedOutHere:
    'Hier sind Sie abgemeldet. Die Anmeldung der Website selbst gilt vielleicht weiter.',
  signInAgain: 'Erneut anmelden',
  sessionEnded: 'Ihre Sitzung ist beendet.',
  nothingLost:
    'Nichts ist verloren: E-Mails und Entwürfe sind noch auf dieser Seite, und was im Gange war, geht weiter, sobald Sie wieder angemeldet sind.',
  signInInOtherTab:
    'Die Anmeldung öffnet sich in einem neuen Tab. Kommen Sie danach zu diesem zurück.',
  openSignIn: 'Anmeldung öffnen',
  signedInAgain: 'Sie sind wieder angemeldet.',
  workIsElsewhere:
    'Sie sind wieder angemeldet. Ihre E-Mails und Entwürfe sind im anderen Tab; dieser kann geschlossen werden.',
};
