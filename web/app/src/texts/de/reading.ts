import type { reading as en } from '../en/reading.ts';
import type { Translation } from '../translation.ts';

export const reading: Translation<typeof en> = {
  lockedBody:
    'Der Inhalt ist verschlüsselt. Klicken Sie auf die Leiste darüber, um ihn zu entsperren.',
  noContent: 'Es gibt nichts, was angezeigt werden könnte.',
  unreadableContent:
    'Der Inhalt wurde geöffnet, ist aber so aufgebaut, dass er sich nicht anzeigen lässt. Speichern Sie ihn, und öffnen Sie ihn anderswo.',
  emptyContent: 'Diese Nachricht hat keinen Text.',
  attachments: 'Anhänge',
  signedParts: 'Teile mit eigenem Schutz',
  signedPartsNote:
    'Was sie schützt, sagt nichts über diese Nachricht aus. Geöffnet hat jeder seine eigene Leiste.',
  openPart: 'Hier öffnen',
  closePart: 'Schließen',
  attachedMessages: 'Angehängte Nachrichten',
  attachedMessagesNote: 'Geöffnet hat jede ihre eigene Leiste.',
  aroundParts:
    'Teile dieser Nachricht haben einen eigenen Schutz und sind unten aufgeführt. Er deckt nichts von dem ab, was hier steht.',
  partNote:
    'Ein Teil der Nachricht darüber. Die Leiste gilt nur für diesen Teil, gemessen an Absender und Datum der Nachricht, in der er steht.',
  attachedMessageNote:
    'Eine angehängte Nachricht. Die Leiste gilt nur für sie, nicht für die Nachricht, an die sie angehängt ist.',
  htmlLeftOut:
    'Die formatierte Fassung dieser Nachricht ist zu groß, um sicher angezeigt zu werden. Dies ist ihr Text.',
  otherAuthor: (address) =>
    `Auf die Absenderzeile oben ist kein Verlass. Diese Nachricht wurde von \u2068${address}\u2069 signiert.`,
  outsideNote:
    'Betreff, Absender und Datum stammen von der äußeren Nachricht; signiert oder verschlüsselt wurde der Inhalt darunter.',
  unlockToRead:
    'Die Nachricht ist verschlüsselt. Geben Sie die Passphrase des privaten Schlüssels ein, für den sie verschlüsselt wurde.',
  noKeyFiles:
    'Sie haben keinen gespeicherten privaten Schlüssel. Importieren Sie einen unter Einstellungen.',
  allUnlocked: 'Alle Ihre Schlüssel sind entsperrt, und keiner davon öffnet diese Nachricht.',
};
