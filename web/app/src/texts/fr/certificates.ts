import type { certificates as en } from '../en/certificates.ts';
import type { Translation } from '../translation.ts';

export const certificates: Translation<typeof en> = {
  certificates: 'Certificats publics',
  certificatesAbout:
    'Pour chiffrer un message destiné à quelqu’un, vous avez besoin de son certificat public. Il est conservé lorsque vous ouvrez un message dont la signature est vérifiée, ou lorsque vous l’importez ici. Seuls les certificats valides émis par des autorités de confiance sont conservés. Les certificats sont publics\u202f; ils sont enregistrés dans ce navigateur.',
  certificateSaved: (address) =>
    `Le certificat de \u2068${address}\u2069 a été enregistré pour les messages chiffrés.`,
  certificateReplaced: (address) =>
    `Un certificat plus récent de \u2068${address}\u2069 a été enregistré à la place du précédent.`,
  certificateTakenBack: (address) => `Le certificat de \u2068${address}\u2069 a été retiré.`,
  certificateGivenBack: (address) =>
    `Le certificat plus récent de \u2068${address}\u2069 a été retiré\u202f; le précédent est conservé.`,
  importCertificates: 'Importer des certificats',
  certificateHint: '.cer, .pem, .p7b',
  noCertificates: 'Aucun certificat n’est encore enregistré.',
  certificatesKept: (count) =>
    count === 1 ? 'Un certificat a été enregistré.' : `${count} certificats ont été enregistrés.`,
  certificateRefused: (subject) => `Non enregistré\u202f: \u2068${subject}\u2069`,
  certificateNoAddress: 'Aucun des certificats de ce fichier n’indique d’adresse.',
  noReason: 'La vérification n’a pas été possible. Réessayez plus tard.',
  validUntil: (date) => `valide jusqu’au ${date}`,
  certificateTable: 'Certificats conservés',
  columnAddress: 'Adresse',
  columnValidity: 'Validité',
  columnType: 'Type',
  columnKey: 'Clé',
  columnPurpose: 'Usage',
  columnFingerprint: 'Empreinte SHA-256',
  columnActions: 'Actions',
  certificateKinds: { own: 'Le vôtre', correspondent: 'Correspondant' },
  selfIssued: 'émis par son propre titulaire',
  issuedBy: (issuer) => `émis par \u2068${issuer}\u2069`,
  certificateCame: {
    file: (date: string): string => `d’un fichier, ${date}`,
    mail: (date: string): string => `d’un message, ${date}`,
  },
  certificatePurposes: { sign: 'signature', encrypt: 'chiffrement' },
  purposeNone: 'pas pour le courrier',
  expiredOn: (date) => `expiré le ${date}`,
  validFrom: (date) => `valable à partir du ${date}`,
  saveAs: (extension) => `Enregistrer en ${extension}`,
  removeCertificateOf: (address) => `Supprimer le certificat de \u2068${address}\u2069`,
  removeCertificateHeading: 'Supprimer ce certificat\u202f?',
  removeCertificateQuestion: (address) =>
    `Sans le certificat de \u2068${address}\u2069, vous ne pourrez pas chiffrer pour cette adresse avant de l’importer de nouveau ou de recevoir un message signé.`,
  removeCertificate: 'Supprimer le certificat',
  certificateRemoved: 'Le certificat a été supprimé.',
  importSigner: (address) => `Importer le certificat de \u2068${address}\u2069`,
  signerKept: (address) => `Le certificat de \u2068${address}\u2069 est conservé.`,
};
