import type {
  Certificate,
  CertificateReport,
  CountersignerReport,
  EncryptionReport,
  InnerParts,
  Key,
  Layer,
  OpenedMessage,
  Pkcs12Info,
  Problem,
  SignatureReport,
  SignerReport,
  Status,
  StatusCode,
} from '../contract.ts';
import {
  array,
  base64,
  boolean,
  instant,
  mismatch,
  nullable,
  number,
  object,
  oneOf,
  type Reader,
  string,
} from './json.ts';

export const certificate: Reader<Certificate> = object<Certificate>({
  der: base64,
  subject: string,
  issuer: string,
  serialNumber: string,
  notBefore: instant,
  notAfter: instant,
  emailAddresses: array(string),
  keyAlgorithm: string,
  keyBits: nullable(number),
  keyUsage: nullable(array(string)),
  extendedKeyUsage: nullable(array(string)),
  isCa: boolean,
  fingerprints: object<Certificate['fingerprints']>({ sha256: string, sha1: string }),
});

/** Keys, whose ids are those of the module until the reader of ids makes them the page's. */
export const keys = (id: Reader<string>): Reader<Key[]> =>
  array(
    object<Key>({
      id,
      certificate,
      chain: array(certificate),
      canSign: boolean,
      canDecrypt: boolean,
      friendlyName: nullable(string),
    }),
  );

export const pkcs12Info: Reader<Pkcs12Info> = object<Pkcs12Info>({
  mac: nullable(object<NonNullable<Pkcs12Info['mac']>>({ algorithm: string, iterations: number })),
  encryption: array(
    object<Pkcs12Info['encryption'][number]>({
      algorithm: string,
      kdf: string,
      iterations: number,
      scope: oneOf('key', 'certificates'),
    }),
  ),
  everyKeyEncrypted: boolean,
  certificates: array(certificate),
  weaknesses: array(string),
});

/** Every code of the contract; the type makes an omission an error of compilation. */
const STATUS_CODES: Record<StatusCode, true> = {
  unsigned: true,
  locked: true,
  decrypted: true,
  'no-key': true,
  verified: true,
  'verified-revocation-off': true,
  'revocation-unknown': true,
  'expired-since-signing': true,
  'sender-only-match': true,
  'date-mismatch': true,
  revoked: true,
  untrusted: true,
  expired: true,
  'not-yet-valid': true,
  'wrong-purpose': true,
  'address-mismatch': true,
  tampered: true,
  'weak-algorithm': true,
  'no-signer': true,
  malformed: true,
  'decryption-failed': true,
  unsupported: true,
  'internal-error': true,
};

const statusCode: Reader<StatusCode> = oneOf(...(Object.keys(STATUS_CODES) as StatusCode[]));

const status: Reader<Status> = object<Status>({
  colour: oneOf('none', 'green', 'orange', 'red'),
  code: statusCode,
  message: string,
});

export const certificateReport: Reader<CertificateReport> = object<CertificateReport>({
  certificate,
  trusted: boolean,
  chain: array(certificate),
  revocation: oneOf('good', 'revoked', 'unknown', 'not-checked'),
  revokedAt: nullable(instant),
  problems: array(object<Problem>({ code: string, message: string, at: nullable(number) })),
});

const countersigners: Reader<CountersignerReport[]> = (value) => array(countersigner)(value);

const countersigner: Reader<CountersignerReport> = object<CountersignerReport>({
  valid: boolean,
  fault: nullable(statusCode),
  certificate: nullable(certificateReport),
  digest: string,
  algorithm: string,
  signingTime: nullable(instant),
  countersigners,
});

const signer: Reader<SignerReport> = object<SignerReport>({
  status,
  certificate: nullable(certificateReport),
  digest: string,
  algorithm: string,
  signingTime: nullable(instant),
  matchedAddress: nullable(string),
  capabilities: nullable(array(string)),
  encryptionCertificate: nullable(string),
  countersigners,
});

const encryption = (id: Reader<string>): Reader<EncryptionReport> =>
  object<EncryptionReport>({
    contentCipher: string,
    authenticated: boolean,
    keyTransport: string,
    recipients: number,
    recipientIds: array(
      object<EncryptionReport['recipientIds'][number]>({
        issuer: nullable(string),
        serialNumber: nullable(string),
        subjectKeyIdentifier: nullable(string),
      }),
    ),
    key: nullable(id),
  });

const signedLayer = object<Extract<Layer, { type: 'signed' }>>({
  type: oneOf('signed'),
  form: oneOf('detached', 'opaque'),
});
const encryptedLayer = object<Extract<Layer, { type: 'encrypted' }>>({
  type: oneOf('encrypted'),
  form: oneOf('enveloped', 'auth-enveloped', 'encrypted-data'),
});
const compressedLayer = object<Extract<Layer, { type: 'compressed' }>>({
  type: oneOf('compressed'),
});
const authenticatedLayer = object<Extract<Layer, { type: 'authenticated' }>>({
  type: oneOf('authenticated'),
});

const layer: Reader<Layer> = (value) => {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  if (type === 'signed') return signedLayer(value);
  if (type === 'encrypted') return encryptedLayer(value);
  if (type === 'compressed') return compressedLayer(value);
  if (type === 'authenticated') return authenticatedLayer(value);
  throw mismatch('layer');
};

/** An opened message, but for its content, which travels beside the report. */
export const openedMessage = (id: Reader<string>): Reader<Omit<OpenedMessage, 'content'>> =>
  object<Omit<OpenedMessage, 'content'>>({
    layers: array(layer),
    status,
    signature: nullable(object<SignatureReport>({ signers: array(signer) })),
    encryption: nullable(encryption(id)),
    inner: object<InnerParts>({ signed: number, encrypted: number }),
  });
