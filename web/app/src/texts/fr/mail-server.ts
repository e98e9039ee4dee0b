import type { mailServer as en } from '../en/mail-server.ts';
import type { Translation } from '../translation.ts';

export const mailServer: Translation<typeof en> = {
  mailServer: 'Serveur de messagerie',
  connectingToMail: 'Connexion au serveur de messagerie …',
  mailSignIn: 'Se connecter à votre messagerie',
  mailSignInWhy:
    'Le serveur de messagerie veut savoir qui vous êtes. Le nom et le mot de passe restent dans cette page et ne vont qu’au serveur de messagerie.',
  mailUser: 'Nom ou adresse',
  mailPassword: 'Mot de passe de messagerie',
  mailSigningIn: 'Connexion en cours …',
  mailLost:
    'La connexion au serveur de messagerie est interrompue. De nouveaux essais sont en cours ; ce qui est chargé reste affiché.',
  mailSignedIn: 'Vous êtes connecté à votre messagerie.',
  mailFailures: {
    network: 'Le serveur de messagerie est injoignable.',
    'signed-out': 'Le serveur de messagerie vous demande de vous connecter.',
    'wrong-password': 'Le serveur de messagerie n’accepte pas ce nom ou ce mot de passe.',
    refused: 'Le serveur de messagerie ne permet pas cela.',
    busy: 'Le serveur de messagerie est surchargé. Réessayez dans un moment.',
    'no-jmap':
      'Ce qui répond à la place du serveur de messagerie n’en est pas un, ou n’a pas de boîte pour vous.',
    server: 'Le serveur de messagerie a répondu par une erreur.',
    'not-found': 'Le message n’est plus sur le serveur de messagerie.',
    'over-quota': 'Votre boîte aux lettres est pleine.',
    'too-large': 'Le message est plus grand que ce que le serveur de messagerie accepte.',
    'no-folder': 'Il manque à votre boîte aux lettres un dossier nécessaire pour cela.',
    'forbidden-from': 'Le serveur de messagerie ne vous laisse pas envoyer depuis cette adresse.',
    'forbidden-to-send': 'Le serveur de messagerie ne vous laisse pas envoyer de messages.',
    'no-recipients': 'Le message n’a pas de destinataire.',
    'too-many-recipients':
      'Le message a plus de destinataires que le serveur de messagerie n’en accepte.',
    'invalid-recipients': 'Le serveur de messagerie refuse ces destinataires.',
    'invalid-mail': 'Le serveur de messagerie n’accepte pas ceci comme message.',
  },
};
