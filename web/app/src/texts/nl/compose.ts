import type { compose as en } from '../en/compose.ts';
import type { Translation } from '../translation.ts';
import { mail } from './mail.ts';

export const compose: Translation<typeof en> = {
  newMail: 'Nieuwe e-mail',
  replyHeading: 'Beantwoorden',
  addressHint: 'Scheid adressen met komma’s.',
  text: 'Tekst',
  sign: 'Ondertekenen',
  encrypt: 'Versleutelen',
  attach: 'Bestanden bijvoegen',
  attachHint: 'elk bestand',
  removeAttachment: (name) => `\u2068${name}\u2069 verwijderen`,
  noIdentity:
    'Importeer eerst een privésleutel onder Instellingen: het certificaat ervan bepaalt vanaf welk adres u schrijft.',
  noIdentityKnown:
    'Ontgrendel eerst een van uw sleutels: het certificaat ervan bepaalt vanaf welk adres u schrijft.',
  save: {
    both: 'Ondertekenen, versleutelen en opslaan',
    sign: 'Ondertekenen en opslaan',
    encrypt: 'Versleutelen en opslaan',
    neither: 'Zonder bescherming opslaan',
  },
  protection: {
    both: 'Eerst ondertekend, daarna versleuteld: alleen de ontvangers kunnen het bericht lezen, en ze zien dat het van u komt.',
    sign: 'Iedereen kan het bericht lezen; een wijziging zou opvallen, en het blijkt van u te komen.',
    encrypt: 'Alleen de ontvangers kunnen het bericht lezen; niets toont aan dat het van u komt.',
    neither: 'Iedereen kan het bericht lezen en wijzigen.',
  },
  making: 'Het bericht wordt gemaakt …',
  made: (name) =>
    `Opgeslagen als \u2068${name}\u2069. Een kopie staat onder E-mail, “${mail.written}”.`,
  openCopy: 'De kopie openen',
  missingCertificates: (addresses) =>
    `Voor \u2068${addresses.join(', ')}\u2069 ontbreekt een certificaat om mee te versleutelen.`,
  badAddresses: (addresses) => `Geen adres: \u2068${addresses.join(', ')}\u2069`,
  noRecipient: 'Vermeld ten minste één ontvanger.',
  noSigner: 'Voor dit adres is er geen privésleutel om mee te ondertekenen.',
  nothingSaved: (why) => `Er is niets opgeslagen. ${why}`,
  passphraseToSign: 'Voer de wachtwoordzin van uw privésleutel in om dit bericht te ondertekenen.',
  subjectVisible: 'Het onderwerp wordt niet versleuteld.',
  wrote: (author, when) => (when === '' ? `${author} schreef:` : `Op ${when} schreef ${author}:`),
  forwardHeading: 'Doorsturen',
  replyAll: 'Allen beantwoorden',
  forward: 'Doorsturen',
  forwardAsAttachment: 'Als bijlage doorsturen',
  forwardedMessage: 'Doorgestuurd bericht',
  bcc: 'Bcc',
  bccHint: 'De anderen zien deze ontvangers niet.',
  send: {
    both: 'Ondertekenen, versleutelen en verzenden',
    sign: 'Ondertekenen en verzenden',
    encrypt: 'Versleutelen en verzenden',
    neither: 'Zonder bescherming verzenden',
  },
  phases: {
    making: 'Het bericht wordt gemaakt …',
    uploading: 'Het bericht wordt aan de mailserver gegeven …',
    checking: 'Er wordt gecontroleerd wat de mailserver heeft opgeslagen …',
    submitting: 'Het bericht wordt verzonden …',
  },
  sent: (addresses) => `Verzonden aan \u2068${addresses.join(', ')}\u2069.`,
  nothingSent: (why) => `Er is niets verzonden, en uw concept blijft bewaard. ${why}`,
  changedByServer:
    'De mailserver heeft het bericht bij het opslaan gewijzigd; daarom is het teruggenomen. Meld dit aan de beheerder van de mailserver.',
  unknownOutcome: (addresses) =>
    `De mailserver heeft niet geantwoord. Het is niet bekend of het bericht \u2068${addresses.join(', ')}\u2069 heeft bereikt.`,
  whereabouts: {
    drafts: 'Het staat nog bij de concepten en is dus waarschijnlijk niet verzonden.',
    unknown: 'Het is niet te vinden bij de verzonden berichten en ook niet bij de concepten.',
  },
  partlySent: (sent, open) =>
    `Het bericht is verzonden aan \u2068${sent.join(', ')}\u2069, maar niet aan \u2068${open.join(', ')}\u2069.`,
  lookAgain: 'Nogmaals kijken',
  sendAgain: 'Opnieuw verzenden',
  sendRest: 'Aan de anderen verzenden',
  missingHeading: 'Niet iedereen kan het versleuteld lezen',
  missingFor: 'Er is geen certificaat om mee te versleutelen voor:',
  missingAdvice:
    'Ga terug om deze ontvangers weg te laten, of importeer hun certificaten onder Instellingen. Onversleuteld kan iedereen onderweg het bericht lezen, en zo gaat het naar alle ontvangers.',
  decryptedWarning:
    'Dit bericht bevat tekst of bestanden die versleuteld bij u zijn aangekomen. Wie ze schreef, wilde niet dat anderen ze lezen.',
  decryptedConsent: 'Ik wil dit onversleuteld doorgeven.',
  goUnencrypted: 'Doorgaan zonder versleuteling',
  back: 'Terug',
  withheld: {
    red: 'Het bericht wordt niet geciteerd: de controle ervan viel slecht uit.',
    unauthenticated:
      'Het bericht wordt niet geciteerd: het is ontsleuteld, maar niets toont aan dat niemand het onderweg heeft gewijzigd. Een antwoord kan binnengesmokkelde tekst prijsgeven.',
    locked: 'Het bericht wordt niet geciteerd: het is vergrendeld.',
  },
  quoteAnyway: 'Toch citeren',
  attachmentsTooLarge: 'De bijlagen zijn te groot: samen mogen ze 100 MB zijn.',
  readingFiles: 'De bestanden worden gelezen …',
  noOwnCopy: 'U hebt geen certificaat voor dit adres, dus u zult uw eigen kopie niet kunnen lezen.',
  unencryptedHeading: 'Zonder versleuteling',
  dropHeading: 'Er is een e-mail die nog niet af is',
  dropQuestion: 'Als u een andere begint, gaat verloren wat u hebt geschreven.',
  dropAccept: 'Weggooien en opnieuw beginnen',
  keepWriting: 'Verder schrijven',
  discard: 'Weggooien',
  discardHeading: 'Deze e-mail weggooien?',
  discardQuestion: 'Wat u hebt geschreven, gaat dan verloren.',
  saveDraft: 'Concept opslaan',
  savingDraft: 'Het concept wordt opgeslagen …',
  draftSaved: (when) => `Concept opgeslagen, ${when}`,
  draftNotSaved: (why) => `Het concept is niet op de mailserver opgeslagen. ${why}`,
  draftWithoutSender:
    'Het concept wordt niet op de mailserver opgeslagen: er is geen adres om vanaf te schrijven.',
  draftWithoutCertificate:
    'Het concept wordt niet op de mailserver opgeslagen: het moet worden versleuteld, en u hebt geen certificaat om het voor uzelf te versleutelen. Het blijft alleen in deze pagina.',
  draftDoubtful:
    'Dit concept wordt niet geopend om te bewerken: niets toont aan dat het hier is versleuteld en sindsdien niet is gewijzigd.',
  editDraft: 'Concept bewerken',
  dropSaving: 'Concept opslaan en opnieuw beginnen',
};
