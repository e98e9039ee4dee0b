package dev.signet.engine.report;

import java.util.List;

/**
 * How a message was encrypted.
 *
 * @param contentCipher display name, or the OID
 * @param authenticated true only for authenticated encryption
 * @param keyTransport display name, or the OID
 * @param key handle of the key that opened it, or null
 */
public record EncryptionReport(
    String contentCipher,
    boolean authenticated,
    String keyTransport,
    List<RecipientId> recipientIds,
    String key) {

  /** Whom a message is for, as it names them: issuer and serial number, or a key identifier. */
  public record RecipientId(String issuer, String serialNumber, String subjectKeyIdentifier) {}
}
