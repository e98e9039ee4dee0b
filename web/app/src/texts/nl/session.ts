import type { session as en } from '../en/session.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof en> = {
  signIn: 'Aanmelden',
  signingIn: 'Bezig met aanmelden …',
  signOut: 'Afmelden',
  user: 'Gebruiker',
  password: 'Wachtwoord',
  wrongPassword: 'Gebruiker of wachtwoord is onjuist.',
  tooManyAttempts: (seconds) =>
    seconds === null
      ? 'Te veel pogingen. Wacht een poosje.'
      : `Te veel pogingen. Probeer het over ${seconds < 90 ? (seconds === 1 ? 'één seconde' : `${seconds} seconden`) : `${Math.ceil(seconds / 60)} minuten`} opnieuw.`,
  signInAway: 'U meldt u aan via de aanmeldpagina van uw organisatie en komt daarna hier terug.',
  signInFailed: 'Het aanmelden is niet gelukt. Probeer het opnieuw of vraag het uw beheerder.',
  siteSignInMissing:
    'De aanmelding van deze site ontbreekt: de server heeft niet doorgekregen wie u bent. Open de site via het gebruikelijke adres, waar u zich eerst aanmeldt.',
  signedOutHere: 'U bent hier afgemeld. De aanmelding van de site zelf blijft mogelijk bestaan.',
  signInAgain: 'Opnieuw aanmelden',
  sessionEnded: 'Uw sessie is beëindigd.',
  nothingLost:
    'Er is niets verloren: e-mails en concepten staan nog op deze pagina, en wat bezig was, gaat verder zodra u zich opnieuw hebt aangemeld.',
  signInInOtherTab: 'De aanmelding opent in een nieuw tabblad. Kom daarna terug naar dit tabblad.',
  openSignIn: 'De aanmelding openen',
  signedInAgain: 'U bent weer aangemeld.',
  workIsElsewhere:
    'U bent weer aangemeld. Uw e-mails en concepten staan in het andere tabblad; dit kan worden gesloten.',
};
