import type { failures as en } from '../en/failures.ts';
import type { Translation } from '../translation.ts';

export const failures: Translation<typeof en> = {
  noNetwork: 'Le serveur est injoignable.',
  unexpected: 'Un événement inattendu s’est produit.',
  httpError: (status) => `Le serveur a répondu par une erreur (${status}).`,
  smimeErrors: {
    'wrong-passphrase':
      'Déchiffrement impossible\u202f: la phrase secrète n’est pas celle de ce fichier.',
    'not-pkcs12': 'Ce fichier n’est pas un fichier PKCS#12 (.p12, .pfx).',
    'damaged-pkcs12': 'Ce fichier PKCS#12 est endommagé. Exportez-le à nouveau.',
    'no-private-key': 'Ce fichier ne contient pas de clé privée.',
    'no-certificate':
      'Ce fichier contient une clé privée, mais aucun certificat qui lui corresponde.',
    'unprotected-key':
      'Ce fichier contient une clé privée sans protection. Exportez-le à nouveau avec une phrase secrète.',
    'unauthenticated-pkcs12':
      'Ce fichier n’a pas de contrôle d’intégrité (MAC)\u202f; une modification passerait donc inaperçue. Exportez-le à nouveau avec un tel contrôle.',
    'refused-parameters': 'Ce fichier demande des paramètres qu’aucun fichier honnête n’utilise.',
    'passphrase-characters':
      'Une nouvelle phrase secrète ne peut contenir que des caractères ASCII imprimables\u202f: lettres sans accent, chiffres, espace et signes tels que ! # % @.',
    'not-a-certificate': 'Ce fichier ne contient pas de certificat.',
    'recipient-unusable':
      'Le certificat d’un destinataire ne peut pas être utilisé pour le chiffrement.',
    'key-unusable': 'Cette clé ne peut pas être utilisée pour cela.',
    'key-locked': 'La clé a été verrouillée entre-temps. Déverrouillez-la et réessayez.',
    'unsupported-algorithm': 'Un algorithme utilisé n’est pas pris en charge.',
    'malformed-message': 'Le message est mal formé.',
    'too-large': 'C’est trop volumineux.',
    aborted: 'Annulé.',
    'no-randomness':
      'Le navigateur ne fournit pas de nombres aléatoires\u202f; rien ne peut donc être chiffré ni signé.',
    'engine-unavailable':
      'Le moteur S/MIME n’a pas pu démarrer. Il faut un navigateur récent avec WebAssembly GC.',
    'engine-closed': 'Le moteur S/MIME s’est arrêté. Rechargez la page.',
    'internal-error': 'Un événement inattendu s’est produit dans le moteur S/MIME.',
  },
  httpErrors: {
    401: 'Vous n’êtes plus connecté.',
    403: 'Le serveur a refusé cette opération.',
    404: 'Le serveur ne l’a plus.',
    412: 'L’élément a été modifié entre-temps par une autre voie. Rechargez la page.',
    413: 'Le fichier est plus volumineux que ce que le serveur autorise.',
    415: 'Le serveur n’accepte pas ce type de fichier.',
    422: 'Le serveur a refusé le fichier\u202f: toute clé privée qu’il contient doit être chiffrée.',
    429: 'Trop de tentatives. Attendez avant la prochaine.',
    507: 'Il n’y a plus de place pour d’autres fichiers de clé. Supprimez-en un d’abord.',
  },
};
