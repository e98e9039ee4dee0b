import type { certificates as en } from '../en/certificates.ts';
import type { Translation } from '../translation.ts';

export const certificates: Translation<typeof en> = {
  certificates: 'Openbare certificaten',
  certificatesAbout:
    'Om iemand versleuteld te schrijven, hebt u het openbare certificaat van die persoon nodig. Het wordt bewaard wanneer u een e-mail opent waarvan de handtekening is gecontroleerd, of wanneer u het hier importeert. Alleen geldige certificaten van vertrouwde instanties worden bewaard. Certificaten zijn openbaar; ze worden in deze browser opgeslagen.',
  certificateSaved: (address) =>
    `Het certificaat van \u2068${address}\u2069 is opgeslagen voor versleutelde e-mail.`,
  certificateReplaced: (address) =>
    `Een nieuwer certificaat van \u2068${address}\u2069 is opgeslagen in plaats van het vorige.`,
  certificateTakenBack: (address) =>
    `Het certificaat van \u2068${address}\u2069 is weer verwijderd.`,
  certificateGivenBack: (address) =>
    `Het nieuwere certificaat van \u2068${address}\u2069 is weer verwijderd; het vorige blijft bewaard.`,
  importCertificates: 'Certificaten importeren',
  certificateHint: '.cer, .pem, .p7b',
  noCertificates: 'Er is nog geen certificaat opgeslagen.',
  certificatesKept: (count) =>
    count === 1 ? 'Eén certificaat is opgeslagen.' : `${count} certificaten zijn opgeslagen.`,
  certificateRefused: (subject) => `Niet opgeslagen: \u2068${subject}\u2069`,
  certificateNoAddress: 'Geen van de certificaten in dit bestand noemt een adres.',
  noReason: 'Het kon niet worden gecontroleerd. Probeer het later opnieuw.',
  validUntil: (date) => `geldig tot en met ${date}`,
  certificateTable: 'Bewaarde certificaten',
  columnAddress: 'Adres',
  columnValidity: 'Geldigheid',
  columnType: 'Soort',
  columnKey: 'Sleutel',
  columnPurpose: 'Doel',
  columnFingerprint: 'SHA-256-vingerafdruk',
  columnActions: 'Acties',
  certificateKinds: { own: 'Van u', correspondent: 'Correspondent' },
  selfIssued: 'door de eigenaar zelf uitgegeven',
  issuedBy: (issuer) => `uitgegeven door \u2068${issuer}\u2069`,
  certificateCame: {
    file: (date: string): string => `uit een bestand, ${date}`,
    mail: (date: string): string => `uit een e-mail, ${date}`,
  },
  certificatePurposes: { sign: 'ondertekenen', encrypt: 'versleutelen' },
  purposeNone: 'niet voor e-mail',
  expiredOn: (date) => `verlopen ${date}`,
  validFrom: (date) => `geldig vanaf ${date}`,
  saveAs: (extension) => `Opslaan als ${extension}`,
  removeCertificateOf: (address) => `Certificaat van \u2068${address}\u2069 verwijderen`,
  removeCertificateHeading: 'Dit certificaat verwijderen?',
  removeCertificateQuestion: (address) =>
    `Zonder het certificaat van \u2068${address}\u2069 kunt u niet voor dat adres versleutelen totdat u het opnieuw importeert of een ondertekende e-mail ontvangt.`,
  removeCertificate: 'Certificaat verwijderen',
  certificateRemoved: 'Het certificaat is verwijderd.',
  importSigner: (address) => `Certificaat van \u2068${address}\u2069 importeren`,
  signerKept: (address) => `Het certificaat van \u2068${address}\u2069 wordt bewaard.`,
};
