/**
 * The types on the border between the worker's script and the Wasm module: what the module asks of
 * its host (`HostFunctions`), and what it offers (`EngineModule`). Implemented by `web/sdk/src/host`
 * and by `dev.signet.wasm`.
 */

export type Bytes = Uint8Array<ArrayBuffer>;

/** Where a module comes from. */
export type Source = Response | BufferSource;

/** A private key for the host: a number under which it may keep what it imports of the octets. */
export interface HeldKey {
  key: number;
  pkcs8: Bytes;
}

/**
 * What the host does for the engine. Names of algorithms are those of WebCrypto. A function that
 * answers with a promise may return null at once: the host has no such primitive, and Bouncy Castle
 * does the work inside the module.
 */
export interface HostFunctions {
  concat(parts: Bytes[]): Bytes;
  /**
   * Nothing in the array's buffer is read again, and its memory may be given back at once. The arrays
   * that an operation was given are among those: they are the module's.
   */
  release(bytes: Bytes): void;
  /** Skips white space, ends at the padding; null where the text is damaged. */
  decodeBase64(text: Bytes): Bytes | null;
  /** Lines of 76 characters, each ended by CRLF. */
  encodeBase64(bytes: Bytes): Bytes;
  /** Every LF without CR before it gets one; the same array where nothing changes. */
  canonicalLineEnds(text: Bytes): Bytes;
  /** Where the pattern begins at or after `from`, or -1. */
  indexOf(bytes: Bytes, pattern: Bytes, from: number): number;
  /** Fills the array with random octets; false where there is no such source. */
  random(target: Bytes): boolean;

  digest(algorithm: string, content: Bytes): Promise<Bytes> | null;
  hmac(digest: string, key: Bytes, content: Bytes): Promise<Bytes> | null;
  pbkdf2(
    prf: string,
    password: Bytes,
    salt: Bytes,
    iterations: number,
    keyBytes: number,
  ): Promise<Bytes> | null;
  /** `cipher` is `AES-128-CBC` and so on. Resolves with null where length or padding is wrong. */
  decryptContent(
    cipher: string,
    key: Bytes,
    iv: Bytes,
    ciphertext: Bytes,
  ): Promise<Bytes | null> | null;
  encryptContent(cipher: string, key: Bytes, iv: Bytes, content: Bytes): Promise<Bytes> | null;
  /**
   * Authenticated decryption; `cipher` is `AES-256-GCM` and so on. Resolves with null where the tag
   * is wrong.
   */
  openSealed(
    cipher: string,
    key: Bytes,
    nonce: Bytes,
    associated: Bytes,
    ciphertext: Bytes,
    tag: Bytes,
  ): Promise<Bytes | null> | null;
  /** Authenticated encryption: the ciphertext, and the tag of 16 octets after it. */
  seal(
    cipher: string,
    key: Bytes,
    nonce: Bytes,
    associated: Bytes,
    content: Bytes,
  ): Promise<Bytes> | null;
  /**
   * Whether a signature value is right. `scheme` is `RSASSA-PKCS1-v1_5`, `RSA-PSS`, or the curve of
   * ECDSA (`P-256` and so on), whose value is r and s in the curve's length. This and the functions
   * below reject with `NotSupportedError` for a key that the host cannot import: the module decides.
   */
  verify(
    scheme: string,
    digest: string,
    saltBytes: number,
    publicKey: Bytes,
    signature: Bytes,
    message: Bytes,
  ): Promise<boolean> | null;
  /** A signature value, in the forms of `verify`. */
  sign(
    scheme: string,
    digest: string,
    saltBytes: number,
    key: HeldKey,
    message: Bytes,
  ): Promise<Bytes> | null;
  /** RSAES-OAEP. Resolves with null where the block is damaged. */
  openOaep(
    digest: string,
    label: Bytes,
    key: HeldKey,
    encryptedKey: Bytes,
  ): Promise<Bytes | null> | null;
  /** Key agreement; `curve` is `P-256` and so on, or `X25519`. */
  agree(curve: string, key: HeldKey, publicKey: Bytes): Promise<Bytes> | null;
  /** The same with a fresh key: its SubjectPublicKeyInfo, and the secret. */
  agreeEphemerally(curve: string, publicKey: Bytes): Promise<[Bytes, Bytes]> | null;
  /** Private keys that were imported are to be forgotten. */
  forgetKeys(): void;
  /**
   * Posts a DER OCSPRequest to a responder. Resolves with what came back, which need not be trusted,
   * or with null where nothing came in time; null at once where there is no way to responders.
   */
  askResponder(operation: number, responder: string, request: Bytes): Promise<Bytes | null> | null;
  /**
   * Called between steps of an operation. Resolves when the engine may go on, after other messages
   * of the worker had their turn; rejects with `{code: 'aborted'}` when the caller has given up.
   * Null where the engine may go on at once.
   */
  progress(operation: number, done: number, total: number): Promise<void> | null;
}

/** Result of an operation: a report as JSON (contract's shapes, instants in ms, DER as base64). */
export interface Outcome {
  report: string | null;
  parts: Bytes[];
}

/** What a rejected promise of the module carries. */
export interface Refusal {
  code: string;
  message: string;
  details: Record<string, string>;
}

export interface Settings {
  trustAnchors: Bytes[];
  revocationOff: boolean;
  contentCipher: string;
  digest: string;
  asciiPassphrases: boolean;
  minimumRsaBits: number;
}

/** `operation` is the number that `HostFunctions.progress` is called with. */
interface Call {
  operation: number;
}

/** What certificates are judged by. */
export interface Judging {
  /** Milliseconds since 1970. */
  at: number;
  intermediates: Bytes[];
  /** Null: those of the settings. */
  trustAnchors: Bytes[] | null;
  /** DER or PEM. */
  crls: Bytes[];
  ocspResponses: Bytes[];
}

export interface CheckArguments extends Call, Judging {
  certificate: Bytes;
  purpose: 'emailProtection' | 'any';
  /** OIDs; empty: any. */
  policies: string[];
  requireExplicitPolicy: boolean;
  inhibitPolicyMapping: boolean;
  inhibitAnyPolicy: boolean;
}

export interface OpenArguments extends Call, Judging {
  message: Bytes;
  passwords: string[];
  /** The name of each of the `keyEncryptionKeys`, in their order. */
  keyIdentifiers: Bytes[];
  keyEncryptionKeys: Bytes[];
  /** Certificates of correspondents that the caller holds already. */
  held: Bytes[];
}

export interface SignArguments extends Call {
  message: Bytes;
  key: string;
  form: 'detached' | 'opaque';
  digest: string | null;
  /** Of RSA; null: as the key asks for. */
  padding: 'pkcs1' | 'pss' | null;
  at: number;
}

export interface EncryptArguments extends Call {
  message: Bytes;
  recipients: Bytes[];
  /** For the operations that make several messages; refused by the others. */
  hiddenRecipients: Bytes[];
  /** The sender's own certificate. */
  alsoFor: Bytes | null;
  /** OIDs by SHA-256 fingerprint, lower-case hexadecimal; neither holds white space. */
  capabilities: Record<string, string[]>;
  contentCipher: string | null;
  at: number;
}

/** The modules that compute, beside the one that reads and writes. */
export type PartName = 'primitives' | 'rare';

/** The exports of the module, behind the loader. Reports are named in brackets. */
export interface EngineModule {
  readonly version: string;
  /** Loads `primitives` ahead of the first operation that needs it. */
  prepare(): Promise<void>;
  /** Sets the engine up, anew where it was: with new settings no key is unlocked. */
  configure(settings: Settings): void;
  /** [Pkcs12Info] */
  inspectPkcs12(args: Call & { p12: Bytes }): Promise<Outcome>;
  /** [Key[]] */
  unlock(
    args: Call & {
      p12: Bytes;
      passphrase: string;
      acceptClearKeys: boolean;
      acceptMissingMac: boolean;
    },
  ): Promise<Outcome>;
  /** parts: the new file. */
  reprotectPkcs12(
    args: Call & {
      p12: Bytes;
      passphrase: string;
      newPassphrase: string;
      compatible: boolean;
    },
  ): Promise<Outcome>;
  /** [Key[]] */
  keys(): Promise<Outcome>;
  /** [Certificate[]] */
  readCertificates(args: Call & { bytes: Bytes }): Promise<Outcome>;
  /** [CertificateReport] */
  checkCertificate(args: CheckArguments): Promise<Outcome>;
  /** parts: the message. */
  sign(args: SignArguments): Promise<Outcome>;
  /** parts: the message. */
  encrypt(args: EncryptArguments): Promise<Outcome>;
  /** [Bytes[][], whom each message is encrypted to]; parts: the messages. */
  encryptSeparately(args: EncryptArguments): Promise<Outcome>;
  /** parts: the message. */
  signAndEncrypt(args: SignArguments & EncryptArguments): Promise<Outcome>;
  /** [Bytes[][], whom each message is encrypted to]; parts: the messages. */
  signAndEncryptSeparately(args: SignArguments & EncryptArguments): Promise<Outcome>;
  /** [OpenedMessage without `content`]; parts: the content, or none while locked. */
  open(args: OpenArguments): Promise<Outcome>;
}
