import type { content as en } from '../en/content.ts';
import type { Translation } from '../translation.ts';

export const content: Translation<typeof en> = {
  mailContent: 'Inhoud van het bericht',
  remoteRemoved: (count) =>
    count === 1
      ? 'Eén externe afbeelding is niet geladen.'
      : `${count} externe onderdelen zijn niet geladen.`,
  loadPictures: 'Afbeeldingen laden',
  loadPicturesNote:
    'Alleen voor dit bericht en alleen deze keer. Wie de afbeeldingen aanbiedt, komt te weten dat u het hebt geopend.',
  picturesLoaded: 'Er zijn afbeeldingen van elders geladen, alleen voor dit bericht en deze keer.',
  noPictures:
    'Ze kunnen niet worden geladen: niets toont aan dat dit versleutelde bericht ongewijzigd is, en het laden zou de inhoud kunnen verraden.',
  picturesFailed:
    'Deze browser kon de afbeeldingen niet veilig laden. Het bericht wordt zonder afbeeldingen getoond.',
  frameFailed: 'De inhoud kon niet worden getoond. Sla het bericht op en open het elders.',
  linkHeading: 'Deze link openen?',
  linkDoubts: {
    'other-address':
      'De tekst van deze link lijkt op een ander adres dan dat waarnaar de link verwijst.',
    'foreign-letters':
      'De naam van deze site bevat letters buiten a tot en met z, die op andere kunnen lijken. De naam wordt getoond zoals de browser hem opvat.',
    'user-part': 'Wat vóór de @ staat, is niet de site waarnaar deze link verwijst.',
  },
  linkText: 'Tekst van de link',
  linkTarget: 'Verwijst naar',
  linkOpen: 'Link openen',
};
