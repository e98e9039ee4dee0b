import type {
  Advice,
  Certificate,
  CertificateReport,
  CorrespondentDecision,
  CorrespondentReport,
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
import { isTextKey, type Language, render, renderAll, type TextKey } from '../texts/index.ts';
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

/**
 * The language of now. A report keeps what it says, not how: its messages are put into words when they are read, so that a
 * switch reaches every report that there is.
 */
export type Speech = () => Language;

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

const textKey: Reader<TextKey> = (value) => {
  const key = string(value);
  if (!isTextKey(key)) throw mismatch('text');
  return key;
};

const sentences = array(
  object<{ key: TextKey; address: string | null; detail: string | null }>({
    key: textKey,
    address: nullable(string),
    detail: nullable(string),
  }),
);

const rawPkcs12Info = object({
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
  weaknesses: sentences,
});

export const pkcs12Info =
  (language: Speech): Reader<Pkcs12Info> =>
  (value) => {
    const { weaknesses, ...info } = rawPkcs12Info(value);
    return Object.freeze({
      ...info,
      get weaknesses() {
        return weaknesses.map((each) => render(language(), each.key, each));
      },
    });
  };

const status =
  (language: Speech): Reader<Status> =>
  (value) => {
    const { colour, code, texts } = rawStatus(value);
    return Object.freeze({
      colour,
      code,
      get message() {
        return renderAll(language(), texts);
      },
    });
  };
const rawStatus = object({
  colour: oneOf('none', 'green', 'orange', 'red'),
  code: statusCode,
  texts: sentences,
});

const problem =
  (language: Speech): Reader<Problem> =>
  (value) => {
    const { code, at, detail } = rawProblem(value);
    const key = textKey(`problem.${code}`);
    return Object.freeze({
      code,
      get message() {
        return render(language(), key, { detail });
      },
      at,
    });
  };
const rawProblem = object<{ code: string; at: number | null; detail: string | null }>({
  code: string,
  at: nullable(number),
  detail: nullable(string),
});

const advice =
  (language: Speech): Reader<Advice> =>
  (value) => {
    const { code, at } = rawAdvice(value);
    const key = textKey(`advice.${code}`);
    return Object.freeze({
      code,
      get message() {
        return render(language(), key);
      },
      at,
    });
  };
const rawAdvice = object<{ code: string; at: number }>({ code: string, at: number });

export const certificateReport = (language: Speech): Reader<CertificateReport> =>
  object<CertificateReport>({
    certificate,
    trusted: boolean,
    chain: array(certificate),
    revocation: oneOf('good', 'revoked', 'unknown', 'not-checked'),
    revokedAt: nullable(instant),
    problems: array(problem(language)),
    advice: array(advice(language)),
  });

const countersigner = (language: Speech): Reader<CountersignerReport> => {
  const itself: Reader<CountersignerReport> = object<CountersignerReport>({
    valid: boolean,
    fault: nullable(statusCode),
    certificate: nullable(certificateReport(language)),
    digest: string,
    algorithm: string,
    signingTime: nullable(instant),
    countersigners: (value) => array(itself)(value),
  });
  return itself;
};

/** Every decision of the contract. */
const DECISIONS: Record<CorrespondentDecision, true> = {
  import: true,
  held: true,
  older: true,
  'not-trusted': true,
  'revocation-unknown': true,
  revoked: true,
  'other-address': true,
  'signature-not-green': true,
};

const correspondent = (language: Speech): Reader<CorrespondentReport> => {
  const raw = object<Omit<CorrespondentReport, 'message'>>({
    certificate: certificateReport(language),
    address: nullable(string),
    decision: oneOf(...(Object.keys(DECISIONS) as CorrespondentDecision[])),
    replaces: nullable(string),
  });
  return (value) => {
    const report = raw(value);
    const { decision, address } = report;
    return Object.freeze({
      ...report,
      get message() {
        return render(language(), `correspondent.${decision}`, { address });
      },
    });
  };
};

const signer = (language: Speech): Reader<SignerReport> =>
  object<SignerReport>({
    status: status(language),
    certificate: nullable(certificateReport(language)),
    digest: string,
    algorithm: string,
    signingTime: nullable(instant),
    matchedAddress: nullable(string),
    capabilities: nullable(array(string)),
    encryption: nullable(correspondent(language)),
    countersigners: array(countersigner(language)),
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
export const openedMessage = (
  language: Speech,
  id: Reader<string>,
): Reader<Omit<OpenedMessage, 'content'>> =>
  object<Omit<OpenedMessage, 'content'>>({
    layers: array(layer),
    status: status(language),
    signature: nullable(object<SignatureReport>({ signers: array(signer(language)) })),
    encryption: nullable(encryption(id)),
    inner: object<InnerParts>({ signed: number, encrypted: number }),
  });
