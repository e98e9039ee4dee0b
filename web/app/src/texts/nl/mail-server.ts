import type { mailServer as en } from '../en/mail-server.ts';
import type { Translation } from '../translation.ts';

export const mailServer: Translation<typeof en> = {
  mailServer: 'Mailserver',
  connectingToMail: 'Verbinding met de mailserver wordt gemaakt …',
  mailSignIn: 'Aanmelden bij uw e-mail',
  mailSignInWhy:
    'De mailserver wil weten wie u bent. Naam en wachtwoord blijven in deze pagina en gaan alleen naar de mailserver.',
  mailUser: 'Naam of adres',
  mailPassword: 'E-mailwachtwoord',
  mailSigningIn: 'Bezig met aanmelden …',
  mailLost:
    'De verbinding met de mailserver is verbroken. Er wordt opnieuw geprobeerd; wat geladen is, blijft.',
  mailSignedIn: 'U bent aangemeld bij uw e-mail.',
  mailFailures: {
    network: 'De mailserver is niet bereikbaar.',
    'signed-out': 'De mailserver vraagt u zich aan te melden.',
    'wrong-password': 'De mailserver accepteert deze naam of dit wachtwoord niet.',
    refused: 'De mailserver staat dit niet toe.',
    busy: 'De mailserver is overbelast. Probeer het over een tijdje opnieuw.',
    'no-jmap':
      'Wat op de plaats van de mailserver antwoordt, is geen mailserver of heeft geen postvak voor u.',
    server: 'De mailserver antwoordde met een fout.',
    'not-found': 'Het bericht staat niet meer op de mailserver.',
    'over-quota': 'Uw postvak is vol.',
    'too-large': 'Het bericht is groter dan de mailserver aanneemt.',
    'no-folder': 'In uw postvak ontbreekt een map die hiervoor nodig is.',
    'forbidden-from': 'De mailserver laat u niet vanaf dit adres verzenden.',
    'forbidden-to-send': 'De mailserver laat u geen e-mail verzenden.',
    'no-recipients': 'Het bericht heeft geen ontvanger.',
    'too-many-recipients': 'Het bericht heeft meer ontvangers dan de mailserver aanneemt.',
    'invalid-recipients': 'De mailserver weigert deze ontvangers.',
    'invalid-mail': 'De mailserver neemt dit niet als bericht aan.',
  },
};
