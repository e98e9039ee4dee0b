/** Correspondents’ certificates. */
export const certificates = {
  certificates: 'Public certificates',
  certificatesAbout:
    'To encrypt to somebody, you need their public certificate. It is kept when you open a mail whose signature is verified, or when you import it here. Only valid certificates of trusted authorities are kept. Certificates are public; they are stored in this browser.',
  certificateSaved: (address: string): string =>
    `The certificate of \u2068${address}\u2069 was saved for encrypted mail.`,
  certificateReplaced: (address: string): string =>
    `A newer certificate of \u2068${address}\u2069 was saved in place of the one that was kept.`,
  certificateTakenBack: (address: string): string =>
    `The certificate of \u2068${address}\u2069 was removed again.`,
  certificateGivenBack: (address: string): string =>
    `The newer certificate of \u2068${address}\u2069 was removed again; the one before is kept.`,
  importCertificates: 'Import certificates',
  certificateHint: '.cer, .pem, .p7b',
  noCertificates: 'No certificate is kept yet.',
  certificatesKept: (count: number): string =>
    count === 1 ? 'One certificate was kept.' : `${count} certificates were kept.`,
  certificateRefused: (subject: string): string => `Not kept: \u2068${subject}\u2069`,
  certificateNoAddress: 'None of the certificates in this file names an address.',
  noReason: 'It could not be checked. Try again later.',
  validUntil: (date: string): string => `valid until ${date}`,
  certificateTable: 'Certificates that are kept',
  columnAddress: 'Address',
  columnValidity: 'Validity',
  columnType: 'Type',
  columnKey: 'Key',
  columnPurpose: 'Purpose',
  columnFingerprint: 'SHA-256 fingerprint',
  columnActions: 'Actions',
  certificateKinds: { own: 'Yours', correspondent: 'Correspondent' },
  selfIssued: 'issued by its owner',
  issuedBy: (issuer: string): string => `issued by \u2068${issuer}\u2069`,
  certificateCame: {
    file: (date: string): string => `from a file, ${date}`,
    mail: (date: string): string => `from a mail, ${date}`,
  },
  certificatePurposes: { sign: 'signing', encrypt: 'encryption' },
  purposeNone: 'not for mail',
  expiredOn: (date: string): string => `expired ${date}`,
  validFrom: (date: string): string => `valid from ${date}`,
  saveAs: (extension: string): string => `Save as ${extension}`,
  removeCertificateOf: (address: string): string =>
    `Remove the certificate of \u2068${address}\u2069`,
  removeCertificateHeading: 'Remove this certificate?',
  removeCertificateQuestion: (address: string): string =>
    `Without the certificate of \u2068${address}\u2069 you cannot encrypt to that address until you import it again or receive a signed mail.`,
  removeCertificate: 'Remove certificate',
  certificateRemoved: 'The certificate was removed.',
  importSigner: (address: string): string => `Import the certificate of \u2068${address}\u2069`,
  signerKept: (address: string): string => `The certificate of \u2068${address}\u2069 is kept.`,
};
