/**
 * The public surface of the browser SDK (npm package `@signet/smime`), as a contract.
 *
 * A host page (any webmail) talks to the engine through this file alone. Names and shapes here are fixed;
 * adding to them is free, changing them is not. Everything is bytes in, bytes out: no JavaScript string ever
 * carries a message, because strings destroy 8-bit mail.
 *
 * Guarantees the implementation gives:
 *  - Private keys exist in clear only inside the engine's worker. No call returns one.
 *  - Passphrases and plaintext are never sent over the network and never written to storage.
 *  - Plaintext of authenticated encryption is released only after its tag has verified.
 *  - `OpenedMessage.content` is, byte for byte, what `OpenedMessage.signature` speaks of: a host that renders
 *    those bytes and nothing else shows exactly what was verified.
 *  - No call hangs the engine: hostile input ends in an `SmimeError`, and the next call works.
 */

export type Bytes = Uint8Array;

/**
 * Starts an engine: one worker, with the module loaded.
 *
 * @throws {SmimeError} `engine-unavailable` where the worker or the module cannot be started.
 */
export declare function createEngine(options?: EngineOptions): Promise<Engine>;

/** What reports can be told in. Beyond the contract. */
export type Language = 'en' | 'de' | 'nl' | 'fr';

export interface EngineOptions {
  /** Folder that serves the engine's files (Wasm module, worker). Default: beside the SDK module. */
  assets?: string | URL;
  /** Certificates that may end a chain: PEM bundles or DER, in any mixture. */
  trustAnchors?: Bytes[];
  /**
   * How a DER OCSPRequest reaches a responder: `proxy` is posted to as `http.md` describes, with `headers` and the
   * cookies of its own origin. The answer is verified in the engine, so the transport need not be trusted.
   * `false`: revocation is not checked, and green says so. Default: nobody is asked, so revocation is unknown, and
   * nothing is green, unless the message or the caller brings an answer or a list.
   */
  ocsp?: false | { proxy: string | URL; headers?: Record<string, string> } | OcspTransport;
  policy?: Partial<Policy>;
  /** Of every `message` in a report. Beyond the contract. Default 'en'. */
  language?: Language;
  /**
   * For tests and measurements: the module does all cryptography itself, although the browser's own
   * would be faster. Beyond the contract. Default false.
   */
  preferModule?: boolean;
}

/**
 * Asks a responder, named as the certificate names it (`http` or `https`), and resolves with what came back. The request
 * is the transport's own; the answer is copied. When the call has ended, or after 10 seconds (30 for all
 * questions of a call), the signal aborts and nothing is waited for any more. An answer of another type or above 64 KB, a rejection and a time-out are all the same:
 * revocation stays unknown. None of them is an error of the call, and none is logged.
 */
export type OcspTransport = (
  responder: string,
  request: Bytes,
  signal: AbortSignal,
) => Promise<Bytes>;

export interface Policy {
  /** 'auto': AES-256-GCM when every recipient is known to read it, else AES-256-CBC. Default 'auto'. */
  contentCipher: 'auto' | 'aes-256-gcm' | 'aes-128-gcm' | 'aes-256-cbc' | 'aes-128-cbc';
  /** Default 'sha-256'; Ed25519 always signs with SHA-512 (RFC 8419). */
  digest: 'sha-256' | 'sha-384' | 'sha-512';
  /** Characters allowed in a passphrase that the product itself sets. Default 'ascii' (printable, space included). */
  newPassphrase: 'ascii' | 'unicode';
  /** Below this an RSA key cannot be encrypted to and its signature is not green. Default 2048. */
  minimumRsaBits: number;
  /** Minutes without use after which unlocked keys are forgotten; 0: at once after each operation. Default 5. */
  unlockMinutes: number;
}

export interface Engine {
  readonly version: string;
  /**
   * Of every `message` in a report. A message is put into words when it is read: setting another language switches those
   * of reports that exist already, and opens nothing again. Beyond the contract.
   *
   * @throws {SmimeError} `unsupported-algorithm` for a language that is not spoken, as `createEngine` does; the one before stays.
   */
  language: Language;

  /** What protects a .p12, read without its passphrase. */
  inspectPkcs12(p12: Bytes): Promise<Pkcs12Info>;
  /**
   * Opens a .p12; its keys stay in the worker and are named by handle. Rejects with 'unprotected-key' or
   * 'unauthenticated-pkcs12' for a file with a key in clear or without a MAC, unless the caller accepts that.
   */
  unlock(
    p12: Bytes,
    passphrase: string,
    insecure?: { acceptClearKeys?: boolean; acceptMissingMac?: boolean },
  ): Promise<Key[]>;
  /**
   * The same keys and certificates under a new passphrase and today's protection (PBES2 AES-256, MAC). Certificates
   * are left readable, so that a browser that has never seen the passphrase knows which mail the file can open.
   *
   * The MAC is PBMAC1 (RFC 9879), which OpenSSL 3.4, Java 26 and Bouncy Castle read; `compatible`: the MAC of
   * PKCS#12 itself with SHA-256, which everything since about 2018 reads.
   */
  reprotectPkcs12(
    p12: Bytes,
    passphrase: string,
    newPassphrase: string,
    options?: { compatible?: boolean },
  ): Promise<Bytes>;
  /** The keys unlocked now. */
  keys(): Promise<Key[]>;
  /** Forgets every key: the worker that held them is gone when this resolves. */
  lock(): Promise<void>;
  /**
   * When the keys unlocked now will be forgotten unless something uses them before; null where none is unlocked. Each
   * use puts it off, and while one is under way nothing is forgotten. Beyond the contract.
   */
  locksAt(): Date | null;

  /** Certificates in PEM, DER, or a certs-only CMS (.p7b/.p7c). */
  readCertificates(bytes: Bytes): Promise<Certificate[]>;
  /** RFC 5280 path validation for e-mail use, with revocation as the engine is configured. */
  checkCertificate(certificate: Bytes, options?: CheckOptions): Promise<CertificateReport>;

  /**
   * Signs a complete RFC 5322 message, or a bare MIME entity. Header fields keep their order; the MIME fields move
   * inside. Result: multipart/signed ('detached', default) or application/pkcs7-mime ('opaque').
   * No Bcc field is ever left in what this and the calls below make (RFC 5322 3.6.3, the first of its ways):
   * tell the server apart from the message whom it goes to, and keep a note of hidden recipients yourself.
   */
  sign(message: Bytes, options: SignOptions): Promise<Bytes>;
  /** Encrypts a complete message, or a bare entity, to every recipient. */
  encrypt(message: Bytes, options: EncryptOptions): Promise<Bytes>;
  /** First signs, then encrypts. */
  signAndEncrypt(message: Bytes, options: SignOptions & EncryptOptions): Promise<Bytes>;
  /**
   * For mail with hidden recipients (Bcc). Encrypts once to `recipients` and `alsoFor`, who may know of each other,
   * and once to each of `hiddenRecipients` alone: no message tells who else got it. The open one comes first; it is
   * missing where `recipients` and `alsoFor` name nobody. Each message goes to nobody but its own recipients.
   */
  encryptSeparately(message: Bytes, options: EncryptOptions): Promise<SeparateMessage[]>;
  /** First signs, once, then encrypts as `encryptSeparately`. */
  signAndEncryptSeparately(
    message: Bytes,
    options: SignOptions & EncryptOptions,
  ): Promise<SeparateMessage[]>;
  /**
   * Opens whatever arrives: decrypts with the keys unlocked now, verifies, unwraps, in any nesting. Never throws for
   * a bad message: the verdict says what is wrong. Throws only when it was called wrongly or was aborted.
   */
  open(message: Bytes, options?: OpenOptions): Promise<OpenedMessage>;

  /** Ends the worker. Every later call rejects with code 'engine-closed'. */
  close(): Promise<void>;
}

export interface Operation {
  signal?: AbortSignal;
  onProgress?: (done: number, total: number) => void;
}
export interface SignOptions extends Operation {
  key: Key;
  form?: 'detached' | 'opaque';
  digest?: Policy['digest'];
  /** Of RSA. Default: PSS where the certificate's key is for nothing else, else PKCS #1 v1.5, which every reader knows. */
  padding?: 'pkcs1' | 'pss';
  at?: Date;
}
export interface EncryptOptions extends Operation {
  /** DER certificates. One that cannot be used is refused by name, before anything is encrypted. */
  recipients: Bytes[];
  /**
   * DER certificates of those who must not be seen by others. Only for `encryptSeparately` and
   * `signAndEncryptSeparately`: the other calls make one message, which could not hide them, and refuse this option.
   * Who is also one of `recipients`, or `alsoFor`, gets the open message only.
   */
  hiddenRecipients?: Bytes[];
  /**
   * A key of one's own, locked or not, so that the copy that is kept can be read: its certificate is encrypted to as
   * well, and refused as any other where it cannot be used, for example because it has expired. Its certificate alone
   * will do.
   */
  alsoFor?: Pick<Key, 'certificate'>;
  /**
   * What recipients can read: OIDs, by SHA-256 fingerprint (lower-case hexadecimal) of the certificate that is
   * encrypted to. Give what `SignerReport.capabilities` said of a signature that verified, and nothing else. Who is
   * missing here is taken to read AES-CBC and RSA PKCS#1 v1.5; `alsoFor` is taken to read what this engine reads.
   */
  capabilities?: Record<string, string[]>;
  contentCipher?: Policy['contentCipher'];
}
/** One of the messages that a mail with hidden recipients becomes. */
export interface SeparateMessage {
  /** DER of the certificates that this message is encrypted to. */
  readonly recipients: Bytes[];
  readonly message: Bytes;
}
export interface OpenOptions extends Operation {
  /** The instant at which validity is judged. Default: now. */
  at?: Date;
  /** More certificates for building chains. */
  intermediates?: Bytes[];
  /** Overrides the engine's trust anchors for this call. */
  trustAnchors?: Bytes[];
  /**
   * Revocation lists, DER or PEM: full, delta, indirect or of one distribution point. Each is verified. Where a call
   * brings these or `ocspResponses`, they are looked at also by an engine that was made with `ocsp: false`, and must
   * then speak of the whole chain: of what they say nothing, revocation is unknown. Nobody is asked.
   */
  crls?: Bytes[];
  /** DER of OCSP responses that the caller has already. */
  ocspResponses?: Bytes[];
  /**
   * DER of certificates of the correspondent that the caller holds already: what the message brings is weighed against
   * them. Beyond the contract; `checkCertificate` does not look at it.
   */
  held?: Bytes[];
  /** For messages that a password opens. All are tried. */
  passwords?: string[];
  /**
   * For messages that a key opens which sender and recipient share (RFC 5652 6.2.3): the
   * identifier by which messages name it, and its 16, 24 or 32 octets. With an empty identifier it
   * is for messages that name nobody (EncryptedData), and may have any length that a cipher has.
   */
  keyEncryptionKeys?: { identifier: Bytes; key: Bytes }[];
}
export interface CheckOptions extends OpenOptions {
  /** 'any': nothing is asked of key usage and extended key usage. Default 'emailProtection'. */
  purpose?: 'emailProtection' | 'any';
  /** RFC 5280 6.1.1 inputs, for policy-aware callers and conformance suites. Default: any policy, and nothing required. */
  policies?: {
    /** OIDs; empty: any. */
    initial?: string[];
    requireExplicit?: boolean;
    inhibitMapping?: boolean;
    inhibitAny?: boolean;
  };
}

export interface Key {
  readonly id: string;
  readonly certificate: Certificate;
  readonly chain: Certificate[];
  readonly canSign: boolean;
  readonly canDecrypt: boolean;
  /** What the file calls it; null where it has no name. */
  readonly friendlyName?: string | null;
}

export interface Certificate {
  readonly der: Bytes;
  readonly subject: string;
  readonly issuer: string;
  /** Lower-case hexadecimal, no separators. */
  readonly serialNumber: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** From the subject's emailAddress and every rfc822Name and SmtpUTF8Mailbox of the subject alternative name. */
  readonly emailAddresses: string[];
  readonly keyAlgorithm: string;
  readonly keyBits: number | null;
  readonly keyUsage: string[] | null;
  readonly extendedKeyUsage: string[] | null;
  readonly isCa: boolean;
  /** SHA-256 and SHA-1 of the DER, lower-case hexadecimal. */
  readonly fingerprints: { sha256: string; sha1: string };
}

export interface Pkcs12Info {
  readonly mac: { algorithm: string; iterations: number } | null;
  readonly encryption: {
    algorithm: string;
    kdf: string;
    iterations: number;
    scope: 'key' | 'certificates';
  }[];
  /** False as soon as one private key lies in clear. */
  readonly everyKeyEncrypted: boolean;
  /** The certificates that can be read without the passphrase. */
  readonly certificates: Certificate[];
  /** Why today's protection is better than this file's; empty: it is as good. */
  readonly weaknesses: string[];
}

export interface OpenedMessage {
  /** Outermost first, as found. */
  readonly layers: Layer[];
  readonly status: Status;
  /** The exact bytes of the innermost entity that could be reached; null while locked. */
  readonly content: Bytes | null;
  readonly signature: SignatureReport | null;
  readonly encryption: EncryptionReport | null;
  /**
   * S/MIME parts within `content` that are not the whole of it: forwarded, attached, or wrapped by
   * list software. They colour nothing and are not decrypted; each can be opened as a message of
   * its own. The text of an unsigned message says so.
   */
  readonly inner?: InnerParts;
}
/** How many parts bear a signature, and how many are encrypted. */
export interface InnerParts {
  readonly signed: number;
  readonly encrypted: number;
}
export type Layer =
  | { type: 'signed'; form: 'detached' | 'opaque' }
  | {
      type: 'encrypted';
      /** 'encrypted-data': without recipients, under a key that both sides know. */
      form: 'enveloped' | 'auth-enveloped' | 'encrypted-data';
    }
  | { type: 'compressed' }
  /**
   * Under a message authentication code, whose key each recipient has. It is no signature: at best
   * it is not wrong; where it is, `status` says 'tampered'.
   */
  | { type: 'authenticated' };

export interface Status {
  readonly colour: 'none' | 'green' | 'orange' | 'red';
  readonly code: StatusCode;
  /** One sentence for a person: what was found, and what to do. */
  readonly message: string;
}
export type StatusCode =
  | 'unsigned'
  | 'locked'
  | 'decrypted'
  | 'verified'
  | 'verified-revocation-off'
  | 'revocation-unknown'
  | 'expired-since-signing'
  | 'sender-only-match'
  | 'date-mismatch'
  | 'revoked'
  | 'untrusted'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-purpose'
  | 'address-mismatch'
  | 'tampered'
  | 'weak-algorithm'
  | 'no-signer'
  | 'malformed'
  | 'no-key'
  | 'decryption-failed'
  | 'unsupported'
  | 'internal-error';

export interface SignatureReport {
  readonly signers: SignerReport[];
}
export interface SignerReport {
  readonly status: Status;
  readonly certificate: CertificateReport | null;
  readonly digest: string;
  readonly algorithm: string;
  readonly signingTime: Date | null;
  /** The From address that matched one of the certificate's addresses, or null. */
  readonly matchedAddress: string | null;
  /** OIDs of what the signer can read, in its order of preference; null unless the signature verified and says so. */
  readonly capabilities?: string[] | null;
  /** The certificate in the message that answers to the signer are encrypted to; null where there is none. */
  readonly encryption?: CorrespondentReport | null;
  /** Signatures over this signature's value (RFC 5652, 11.4). They never change a colour. */
  readonly countersigners?: CountersignerReport[];
}
/** A correspondent's certificate, and whether it may be kept for encrypting answers. */
export interface CorrespondentReport {
  /** Judged for encryption. */
  readonly certificate: CertificateReport;
  /** The From address that it is kept under; null where the signer's certificate holds none. */
  readonly address: string | null;
  readonly decision: CorrespondentDecision;
  /** Why; and what to do, where it may not be kept. */
  readonly message: string;
  /** SHA-256 (as in `fingerprints`) of the one in `OpenOptions.held` that it is newer than, or null. */
  readonly replaces: string | null;
}
export type CorrespondentDecision =
  /** May be kept. */
  | 'import'
  /** This very certificate is held already. */
  | 'held'
  /** One that was issued later, or at the same time, is held for the address. */
  | 'older'
  | 'not-trusted'
  | 'revocation-unknown'
  | 'revoked'
  | 'other-address'
  /** Not every signature of the message is green. */
  | 'signature-not-green';

export interface CountersignerReport {
  /** Whether its own signature is right; whether its certificate is to be believed stands there. */
  readonly valid: boolean;
  /** Why it is not. */
  readonly fault: StatusCode | null;
  readonly certificate: CertificateReport | null;
  readonly digest: string;
  readonly algorithm: string;
  readonly signingTime: Date | null;
  readonly countersigners: CountersignerReport[];
}
export interface EncryptionReport {
  readonly contentCipher: string;
  /** True only for authenticated encryption. */
  readonly authenticated: boolean;
  readonly keyTransport: string;
  readonly recipients: number;
  /** Whom it is for, as the message names them; lower-case hexadecimal. */
  readonly recipientIds: {
    issuer: string | null;
    serialNumber: string | null;
    subjectKeyIdentifier: string | null;
  }[];
  /** The handle of the key that opened it, or null. */
  readonly key: string | null;
}
export interface CertificateReport {
  readonly certificate: Certificate;
  /**
   * Whether the chain is right and nothing in it is revoked. False also while that is not known: `revocation` is then
   * 'unknown', and the problem `revocation-unknown` may be the only one.
   */
  readonly trusted: boolean;
  /** Leaf first, anchor last; empty where no chain was found. */
  readonly chain: Certificate[];
  readonly revocation: 'good' | 'revoked' | 'unknown' | 'not-checked';
  readonly revokedAt: Date | null;
  /** Every reason, most specific first; empty when trusted. */
  readonly problems: Problem[];
  /** What the CA/Browser Forum's S/MIME Baseline Requirements ask and the chain does not have. Changes no verdict. */
  readonly advice?: Advice[];
}
export interface Advice {
  readonly code: string;
  readonly message: string;
  /** Index into `chain`. */
  readonly at: number;
}
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Index into `chain`, or null. */
  readonly at: number | null;
}

/** The only error a call rejects with. */
export interface SmimeError extends Error {
  readonly name: 'SmimeError';
  readonly code: SmimeErrorCode;
  /** Facts for the host to show or log: an OID, an address, a fingerprint. Never a secret. */
  readonly details: Readonly<Record<string, string>>;
}
export type SmimeErrorCode =
  | 'wrong-passphrase'
  | 'not-pkcs12'
  | 'damaged-pkcs12'
  | 'no-private-key'
  | 'no-certificate'
  | 'unprotected-key'
  | 'unauthenticated-pkcs12'
  | 'refused-parameters'
  | 'passphrase-characters'
  | 'not-a-certificate'
  | 'recipient-unusable'
  | 'key-unusable'
  | 'key-locked'
  | 'unsupported-algorithm'
  | 'malformed-message'
  | 'too-large'
  | 'aborted'
  | 'no-randomness'
  | 'engine-unavailable'
  | 'engine-closed'
  | 'internal-error';
