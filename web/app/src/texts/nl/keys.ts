import type { keys as en } from '../en/keys.ts';
import type { Translation } from '../translation.ts';

export const keys: Translation<typeof en> = {
  privateKeys: 'Uw privésleutels',
  privateKeysAbout:
    'Importeer een .p12-bestand. Het wordt hier, in uw browser, geopend om de wachtwoordzin te controleren; de server bewaart alleen het versleutelde bestand.',
  select: 'Selecteren',
  chosen: 'Gekozen bestand',
  noFile: 'Er is nog geen bestand gekozen.',
  passphraseOf: 'Wachtwoordzin van het bestand',
  upload: 'Uploaden',
  uploading: 'Bezig met ontsleutelen en uploaden …',
  imported: 'Ontsleutelen en uploaden is gelukt.',
  weak: 'De beveiliging van dit bestand is zwakker dan die van vandaag:',
  reprotect:
    'Upload het in plaats daarvan met de beveiliging van vandaag, onder dezelfde wachtwoordzin',
  tooLargeKey: 'Dit bestand is te groot voor een sleutelbestand.',
  storedKeys: 'Opgeslagen sleutels',
  unlockFor: 'Voer de wachtwoordzin van dit sleutelbestand in.',
  removeKeyHeading: 'Deze sleutel verwijderen?',
  removeKeyQuestion: (name) =>
    `“\u2068${name}\u2069” wordt van de server verwijderd. Zonder een andere kopie van het bestand kan e-mail die ervoor is versleuteld nooit meer worden gelezen.`,
  removeKey: 'Sleutel verwijderen',
  keyRemoved: 'De sleutel is verwijderd.',
  uploadAnyway: 'Toch uploaden',
  uploadAllTheSame: 'U kunt het bestand toch uploaden.',
  ownExpired: (date) =>
    `dit certificaat is op ${date} verlopen. Met de sleutel kan oude e-mail worden gelezen; iets nieuws ondertekenen kan niet.`,
  ownNotYetValid: (date) =>
    `dit certificaat is pas geldig vanaf ${date}. Tot dan kan er niets mee worden ondertekend.`,
  ownNoMailPurpose:
    'dit certificaat is niet voor e-mail uitgegeven. Ontvangers zouden een waarschuwing zien bij alles wat ermee is ondertekend.',
  ownNoAddress:
    'dit certificaat noemt geen e-mailadres en kan dus voor geen enkele afzender worden gebruikt.',
  ownOtherAddress: (addresses) =>
    `dit certificaat is voor \u2068${addresses}\u2069, en dat is geen adres van uw account.`,
  passphraseToReplace:
    'De wachtwoordzin van dit bestand klopt, maar mag hier niet worden gebruikt. Kies een andere: het bestand wordt er in uw browser mee beveiligd voordat het wordt geüpload.',
  passphraseChanged: 'De wachtwoordzin is gewijzigd.',
  oldPassphraseWrong: 'De oude wachtwoordzin is niet die van dit bestand. Er is niets gewijzigd.',
  keyFileConflict:
    'Dit sleutelbestand is intussen elders gewijzigd, dus is hier niets gewijzigd. De lijst is weer actueel: sluit dit en probeer het nog een keer.',
  defaultChanged: (addresses) =>
    `Vanaf nu wordt dit certificaat voor \u2068${addresses}\u2069 gebruikt.`,
  unlock: 'Ontgrendelen',
  notRecalled: (account) =>
    `De browser gaf geen wachtwoordzin die als “\u2068${account}\u2069” is opgeslagen. Typ hem.`,
  notAnAccount:
    'Dat is de vermelding van een sleutelbestand, waarvan de wachtwoordzin nooit wordt verzonden. Voer de gebruikersnaam en het wachtwoord van uw account in.',
};
