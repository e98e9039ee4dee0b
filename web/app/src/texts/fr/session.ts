import type { session as en } from '../en/session.ts';
import type { Translation } from '../translation.ts';

export const session: Translation<typeof en> = {
  signIn: 'Se connecter',
  signingIn: 'Connexion…',
  signOut: 'Se déconnecter',
  user: 'Utilisateur',
  password: 'Mot de passe',
  wrongPassword: 'L’utilisateur ou le mot de passe est incorrect.',
  tooManyAttempts: (seconds) =>
    seconds === null
      ? 'Trop de tentatives. Attendez un moment.'
      : `Trop de tentatives. Réessayez dans ${seconds < 90 ? (seconds === 1 ? 'une seconde' : `${seconds} secondes`) : `${Math.ceil(seconds / 60)} minutes`}.`,
  signInAway:
    'Vous vous connectez sur la page de connexion de votre organisation, puis vous revenez ici.',
  signInFailed: 'La connexion n’a pas abouti. Réessayez ou adressez-vous à votre administrateur.',
  siteSignInMissing:
    'La connexion de ce site manque\u202f: le serveur ne sait pas qui vous êtes. Ouvrez le site à son adresse habituelle, où vous vous connectez d’abord.',
  signedOutHere: 'Vous êtes déconnecté ici. La connexion au site lui-même reste peut-être ouverte.',
  signInAgain: 'Se reconnecter',
  sessionEnded: 'Votre session est terminée.',
  nothingLost:
    'Rien n’est perdu\u202f: les messages et les brouillons sont toujours dans cette page, et ce qui était en cours reprendra une fois que vous serez reconnecté.',
  signInInOtherTab:
    'La page de connexion s’ouvre dans un nouvel onglet. Revenez ensuite à celui-ci.',
  openSignIn: 'Ouvrir la page de connexion',
  signedInAgain: 'Vous êtes reconnecté.',
  workIsElsewhere:
    'Vous êtes reconnecté. Vos messages et vos brouillons sont dans l’autre onglet\u202f; celui-ci peut être fermé.',
};
