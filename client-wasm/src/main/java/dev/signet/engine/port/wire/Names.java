package dev.signet.engine.port.wire;

/** The names of the asks, and the few other words of the form. */
final class Names {
  static final String DIGEST = "digest";
  static final String HMAC = "hmac";
  static final String PBKDF2 = "pbkdf2";
  static final String PBKDF1 = "pbkdf1";
  static final String PKCS12_KDF = "pkcs12Kdf";
  static final String SCRYPT = "scrypt";
  static final String DERIVE_KEY = "deriveKey";
  static final String DECRYPT_CONTENT = "decryptContent";
  static final String ENCRYPT_CONTENT = "encryptContent";
  static final String OPEN_SEALED = "openSealed";
  static final String SEAL = "seal";
  static final String INFLATE = "inflate";
  static final String SIGN = "sign";
  static final String VERIFY = "verify";
  static final String UNWRAP_KEY = "unwrapKey";
  static final String WRAP_KEY = "wrapKey";
  static final String AGREE = "agree";
  static final String AGREE_EPHEMERALLY = "agreeEphemerally";
  static final String DECAPSULATE = "decapsulate";
  static final String ENCAPSULATE = "encapsulate";
  static final String UNWRAP_WITH_KEY = "unwrapWithKey";
  static final String UNWRAP_WITH_PASSWORD = "unwrapWithPassword";
  static final String WRAP_WITH_KEY = "wrapWithKey";
  static final String PUBLIC_KEY_OF = "publicKeyOf";

  static final String PKCS1 = "pkcs1";
  static final String OAEP = "oaep";

  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String TRUE = "true";
  static final String FALSE = "false";

  private Names() {}
}
