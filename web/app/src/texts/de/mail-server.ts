import type { mailServer as en } from '../en/mail-server.ts';
import type { Translation } from '../translation.ts';

export const mailServer: Translation<typeof en> = {
  mailServer: 'Mailserver',
  connectingToMail: 'Verbindung zum Mailserver wird aufgebaut …',
  mailSignIn: 'Bei Ihrer E-Mail anmelden',
  mailSignInWhy:
    'Der Mailserver will wissen, wer Sie sind. Name und Passwort bleiben in dieser Seite und gehen nur an den Mailserver.',
  mailUser: 'Name oder Adresse',
  mailPassword: 'E-Mail-Passwort',
  mailSigningIn: 'Anmeldung läuft …',
  mailLost:
    'Die Verbindung zum Mailserver ist unterbrochen. Es wird weiter versucht; was geladen ist, bleibt.',
  mailSignedIn: 'Sie sind bei Ihrer E-Mail angemeldet.',
  mailFailures: {
    network: 'Der Mailserver ist nicht erreichbar.',
    'signed-out': 'Der Mailserver verlangt, dass Sie sich anmelden.',
    'wrong-password': 'Der Mailserver nimmt diesen Namen oder dieses Passwort nicht an.',
    refused: 'Der Mailserver erlaubt dies nicht.',
    busy: 'Der Mailserver ist ausgelastet. Versuchen Sie es in einer Weile noch einmal.',
    'no-jmap':
      'An der Stelle des Mailservers antwortet kein Mailserver, oder er hat kein Postfach für Sie.',
    server: 'Der Mailserver hat mit einem Fehler geantwortet.',
    'not-found': 'Die E-Mail ist nicht mehr auf dem Mailserver.',
    'over-quota': 'Ihr Postfach ist voll.',
    'too-large': 'Die Nachricht ist größer, als der Mailserver annimmt.',
    'no-folder': 'In Ihrem Postfach fehlt ein Ordner, der dafür nötig ist.',
    'forbidden-from': 'Der Mailserver lässt Sie von dieser Adresse nicht senden.',
    'forbidden-to-send': 'Der Mailserver lässt Sie keine E-Mails senden.',
    'no-recipients': 'Die Nachricht hat keinen Empfänger.',
    'too-many-recipients': 'Die Nachricht hat mehr Empfänger, als der Mailserver annimmt.',
    'invalid-recipients': 'Der Mailserver weist diese Empfänger ab.',
    'invalid-mail': 'Der Mailserver nimmt dies nicht als Nachricht an.',
  },
};
