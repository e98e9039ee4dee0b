package dev.signet.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The operations of the contract as a test sees them. Reports are JSON in the contract's shapes,
 * with instants as milliseconds since 1970 and DER as base64. A typed error of the engine is an
 * {@link EngineError}.
 */
public interface EngineUnderTest extends AutoCloseable {

  /** Makes engines. */
  interface Factory {
    /**
     * @param anchors DER or PEM
     */
    EngineUnderTest create(List<byte[]> anchors, boolean revocationOff);
  }

  /** An opened message: its report, and its content or null. */
  record Opened(JsonNode report, byte[] content) {
    public String code() {
      return report.at("/status/code").asText();
    }

    public String colour() {
      return report.at("/status/colour").asText();
    }
  }

  /**
   * Whom to encrypt to, and how; certificates are DER.
   *
   * @param alsoFor the sender's own certificate, or null
   * @param capabilities OIDs by SHA-256 fingerprint
   * @param contentCipher null: the default
   */
  record Encryption(
      List<byte[]> recipients,
      List<byte[]> hiddenRecipients,
      byte[] alsoFor,
      Map<String, List<String>> capabilities,
      String contentCipher) {

    public static Encryption to(List<byte[]> recipients) {
      return new Encryption(recipients, List.of(), null, Map.of(), null);
    }

    public Encryption hiding(List<byte[]> hidden) {
      return new Encryption(recipients, hidden, alsoFor, capabilities, contentCipher);
    }

    public Encryption alsoFor(byte[] own) {
      return new Encryption(recipients, hiddenRecipients, own, capabilities, contentCipher);
    }

    public Encryption knowing(Map<String, List<String>> known) {
      return new Encryption(recipients, hiddenRecipients, alsoFor, known, contentCipher);
    }

    public Encryption under(String cipher) {
      return new Encryption(recipients, hiddenRecipients, alsoFor, capabilities, cipher);
    }
  }

  /**
   * What certificates are judged by.
   *
   * @param anchors null: the engine's
   */
  record Judged(
      long at,
      List<byte[]> intermediates,
      List<byte[]> anchors,
      List<byte[]> crls,
      List<byte[]> ocspResponses) {
    public static Judged at(long at) {
      return new Judged(at, List.of(), null, List.of(), List.of());
    }
  }

  /**
   * The policy inputs of RFC 5280 section 6.1.1.
   *
   * @param initial empty: any
   */
  record Policies(
      List<String> initial, boolean requireExplicit, boolean inhibitMapping, boolean inhibitAny) {
    public static final Policies ANY = new Policies(List.of(), false, false, false);
  }

  /** One of several messages, and the certificates that it is encrypted to. */
  record Separate(List<byte[]> recipients, byte[] message) {}

  /** What a call was refused with. */
  final class EngineError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient Map<String, String> details;

    public EngineError(String code, String message, Map<String, String> details) {
      super(code + ": " + message + " " + details);
      this.code = code;
      this.details = details;
    }

    public String code() {
      return code;
    }

    public Map<String, String> details() {
      return details;
    }
  }

  JsonNode inspectPkcs12(byte[] p12);

  JsonNode unlock(byte[] p12, String passphrase);

  /** Unlocks a file although keys lie in clear or nothing authenticates it. */
  JsonNode unlockInsecurely(byte[] p12, String passphrase);

  default byte[] reprotectPkcs12(byte[] p12, String passphrase, String newPassphrase) {
    return reprotectPkcs12(p12, passphrase, newPassphrase, false);
  }

  byte[] reprotectPkcs12(byte[] p12, String passphrase, String newPassphrase, boolean compatible);

  JsonNode keys();

  void lock();

  JsonNode readCertificates(byte[] bytes);

  /**
   * @param purpose {@code emailProtection} or {@code any}
   */
  JsonNode checkCertificate(byte[] der, Judged judged, String purpose, Policies policies);

  default JsonNode checkCertificate(byte[] der, long at) {
    return checkCertificate(der, Judged.at(at), "emailProtection", Policies.ANY);
  }

  /**
   * @param digest null: the default
   */
  byte[] sign(byte[] message, String keyId, boolean opaque, String digest);

  /** The same with RSA-PSS in place of what the key's certificate suggests. */
  byte[] signPss(byte[] message, String keyId, boolean opaque, String digest);

  byte[] encrypt(byte[] message, Encryption encryption);

  byte[] signAndEncrypt(byte[] message, String keyId, Encryption encryption);

  /**
   * @param keyId null: the mail is not signed
   */
  List<Separate> encryptSeparately(byte[] message, String keyId, Encryption encryption);

  default byte[] encrypt(byte[] message, List<byte[]> recipients, String contentCipher) {
    return encrypt(message, Encryption.to(recipients).under(contentCipher));
  }

  default byte[] signAndEncrypt(byte[] message, String keyId, List<byte[]> recipients) {
    return signAndEncrypt(message, keyId, Encryption.to(recipients));
  }

  /**
   * @param held certificates of correspondents that the caller holds already
   */
  Opened open(byte[] message, Judged judged, List<byte[]> held);

  default Opened open(byte[] message, long at) {
    return open(message, Judged.at(at), List.of());
  }

  /** Opens with passwords and with key-encryption keys, by the hexadecimal of their identifiers. */
  Opened openWith(byte[] message, List<String> passwords, Map<String, byte[]> keyEncryptionKeys);

  default Opened open(byte[] message) {
    return open(message, System.currentTimeMillis());
  }

  @Override
  void close();
}
