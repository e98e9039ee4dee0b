import type { certificates as en } from '../en/certificates.ts';
import type { Translation } from '../translation.ts';

export const certificates: Translation<typeof en> = {
  certificates: 'Öffentliche Zertifikate',
  certificatesAbout:
    'Um jemandem verschlüsselt zu schreiben, brauchen Sie das öffentliche Zertifikat dieser Person. Es wird aufbewahrt, wenn Sie eine E-Mail mit bestätigter Signatur öffnen oder wenn Sie es hier importieren. Nur gültige Zertifikate vertrauenswürdiger Stellen werden aufbewahrt. Zertifikate sind öffentlich; sie liegen in diesem Browser.',
  certificateSaved: (address) =>
    `Das Zertifikat von \u2068${address}\u2069 wurde für verschlüsselte E-Mails gespeichert.`,
  certificateReplaced: (address) =>
    `Ein neueres Zertifikat von \u2068${address}\u2069 wurde anstelle des bisherigen gespeichert.`,
  certificateTakenBack: (address) =>
    `Das Zertifikat von \u2068${address}\u2069 wurde wieder entfernt.`,
  certificateGivenBack: (address) =>
    `Das neuere Zertifikat von \u2068${address}\u2069 wurde wieder entfernt; das bisherige bleibt gespeichert.`,
  importCertificates: 'Zertifikate importieren',
  certificateHint: '.cer, .pem, .p7b',
  noCertificates: 'Noch ist kein Zertifikat gespeichert.',
  certificatesKept: (count) =>
    count === 1 ? 'Ein Zertifikat wurde gespeichert.' : `${count} Zertifikate wurden gespeichert.`,
  certificateRefused: (subject) => `Nicht gespeichert: \u2068${subject}\u2069`,
  certificateNoAddress: 'Keines der Zertifikate in dieser Datei nennt eine Adresse.',
  noReason: 'Es ließ sich nicht prüfen. Versuchen Sie es später noch einmal.',
  validUntil: (date) => `gültig bis ${date}`,
  certificateTable: 'Gespeicherte Zertifikate',
  columnAddress: 'Adresse',
  columnValidity: 'Gültigkeit',
  columnType: 'Art',
  columnKey: 'Schlüssel',
  columnPurpose: 'Zweck',
  columnFingerprint: 'SHA-256-Fingerabdruck',
  columnActions: 'Aktionen',
  certificateKinds: { own: 'Ihres', correspondent: 'Korrespondenzpartner' },
  selfIssued: 'vom Inhaber selbst ausgestellt',
  issuedBy: (issuer) => `ausgestellt von \u2068${issuer}\u2069`,
  certificateCame: {
    file: (date: string): string => `aus einer Datei, ${date}`,
    mail: (date: string): string => `aus einer E-Mail, ${date}`,
  },
  certificatePurposes: { sign: 'Signieren', encrypt: 'Verschlüsseln' },
  purposeNone: 'nicht für E-Mail',
  expiredOn: (date) => `abgelaufen ${date}`,
  validFrom: (date) => `gültig ab ${date}`,
  saveAs: (extension) => `Als ${extension} speichern`,
  removeCertificateOf: (address) => `Zertifikat von \u2068${address}\u2069 entfernen`,
  removeCertificateHeading: 'Dieses Zertifikat entfernen?',
  removeCertificateQuestion: (address) =>
    `Ohne das Zertifikat von \u2068${address}\u2069 können Sie für diese Adresse nicht verschlüsseln, bis Sie es wieder importieren oder eine signierte E-Mail erhalten.`,
  removeCertificate: 'Zertifikat entfernen',
  certificateRemoved: 'Das Zertifikat wurde entfernt.',
  importSigner: (address) => `Zertifikat von \u2068${address}\u2069 importieren`,
  signerKept: (address) => `Das Zertifikat von \u2068${address}\u2069 ist gespeichert.`,
};
