import type { content as en } from '../en/content.ts';
import type { Translation } from '../translation.ts';

export const content: Translation<typeof en> = {
  mailContent: 'Contenu du message',
  remoteRemoved: (count) =>
    count === 1
      ? 'Une image distante n’a pas été chargée.'
      : `${count} contenus distants n’ont pas été chargés.`,
  loadPictures: 'Charger les images',
  loadPicturesNote:
    'Pour ce message et cette fois seulement. Qui fournit les images apprend que vous l’avez ouvert.',
  picturesLoaded:
    'Des images ont été chargées depuis un autre site, pour ce message et cette fois seulement.',
  noPictures:
    'Elles ne peuvent pas être chargées : rien n’indique que ce message chiffré est intact, et les charger pourrait en révéler le contenu.',
  picturesFailed:
    'Ce navigateur n’a pas pu charger les images de façon sûre. Le message est affiché sans elles.',
  frameFailed: 'Le contenu n’a pas pu être affiché. Enregistrez le message et ouvrez-le ailleurs.',
  linkHeading: 'Ouvrir ce lien ?',
  linkDoubts: {
    'other-address':
      'Le texte de ce lien ressemble à une autre adresse que celle à laquelle il mène.',
    'foreign-letters':
      'Le nom de ce site contient des lettres autres que a à z, qui peuvent ressembler à d’autres. Il est affiché tel que le navigateur le comprend.',
    'user-part': 'Ce qui précède le @ n’est pas le site auquel ce lien mène.',
  },
  linkText: 'Texte du lien',
  linkTarget: 'Il mène à',
  linkOpen: 'Ouvrir le lien',
};
