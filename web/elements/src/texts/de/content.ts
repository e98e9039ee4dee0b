import type { content as en } from '../en/content.ts';
import type { Translation } from '../translation.ts';

export const content: Translation<typeof en> = {
  mailContent: 'Inhalt der Nachricht',
  remoteRemoved: (count) =>
    count === 1
      ? 'Ein Bild von anderswo wurde nicht geladen.'
      : `${count} Inhalte von anderswo wurden nicht geladen.`,
  loadPictures: 'Bilder laden',
  loadPicturesNote:
    'Nur für diese Nachricht und nur dieses Mal. Wer die Bilder bereitstellt, erfährt, dass Sie sie geöffnet haben.',
  picturesLoaded: 'Bilder wurden von anderswo geladen, nur für diese Nachricht und nur dieses Mal.',
  noPictures:
    'Sie können nicht geladen werden: Nichts belegt, dass diese verschlüsselte Nachricht unverändert ist, und das Laden könnte ihren Inhalt verraten.',
  picturesFailed:
    'Dieser Browser konnte die Bilder nicht sicher laden. Die Nachricht wird ohne sie angezeigt.',
  frameFailed:
    'Der Inhalt konnte nicht angezeigt werden. Speichern Sie die Nachricht und öffnen Sie sie anderswo.',
  linkHeading: 'Diesen Link öffnen?',
  linkDoubts: {
    'other-address':
      'Der Text dieses Links sieht nach einer anderen Adresse aus als der, zu der er führt.',
    'foreign-letters':
      'Der Name dieser Website enthält Buchstaben außerhalb von a bis z, die anderen ähneln können. Er wird so angezeigt, wie der Browser ihn versteht.',
    'user-part': 'Was vor dem @ steht, ist nicht die Website, zu der dieser Link führt.',
  },
  linkText: 'Text des Links',
  linkTarget: 'Er führt zu',
  linkOpen: 'Link öffnen',
};
