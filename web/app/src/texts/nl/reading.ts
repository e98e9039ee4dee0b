import type { reading as en } from '../en/reading.ts';
import type { Translation } from '../translation.ts';

export const reading: Translation<typeof en> = {
  lockedBody: 'De inhoud is versleuteld. Klik op de balk erboven om die te ontgrendelen.',
  noContent: 'Er is niets dat kan worden weergegeven.',
  unreadableContent:
    'De inhoud is geopend, maar is zo opgebouwd dat die niet kan worden weergegeven. Sla die op en open die elders.',
  emptyContent: 'Dit bericht heeft geen tekst.',
  attachments: 'Bijlagen',
  signedParts: 'Delen met een eigen beveiliging',
  signedPartsNote:
    'Wat ze beveiligt, zegt niets over dit bericht. Geopend heeft elk deel een eigen balk.',
  openPart: 'Hier openen',
  closePart: 'Sluiten',
  attachedMessages: 'Bijgevoegde berichten',
  attachedMessagesNote: 'Geopend heeft elk bericht een eigen balk.',
  aroundParts:
    'Delen van dit bericht hebben een eigen beveiliging en staan hieronder. Die dekt niets van wat hier wordt getoond.',
  partNote:
    'Een deel van het bericht hierboven. De balk gaat alleen over dit deel, getoetst aan de afzender en de datum van het bericht eromheen.',
  attachedMessageNote:
    'Een bijgevoegd bericht. De balk gaat alleen over dit bericht, niet over het bericht waaraan het is toegevoegd.',
  htmlLeftOut:
    'De opgemaakte vorm van dit bericht is te groot om veilig te worden getoond. Dit is de tekst ervan.',
  otherAuthor: (address) =>
    `Op de afzender hierboven kunt u niet vertrouwen. Dit bericht is ondertekend door \u2068${address}\u2069.`,
  outsideNote:
    'Onderwerp, afzender en datum komen uit het buitenste bericht; ondertekend of versleuteld is de inhoud hieronder.',
  unlockToRead:
    'Het bericht is versleuteld. Voer de wachtwoordzin in van de privésleutel waarvoor het is versleuteld.',
  noKeyFiles: 'U hebt geen opgeslagen privésleutel. Importeer er een onder Instellingen.',
  allUnlocked: 'Al uw sleutels zijn ontgrendeld, en geen ervan opent dit bericht.',
};
