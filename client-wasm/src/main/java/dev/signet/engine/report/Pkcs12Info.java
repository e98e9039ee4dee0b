package dev.signet.engine.report;

import dev.signet.engine.cert.MailCertificate;
import java.util.List;

/**
 * What protects a .p12, read without its passphrase.
 *
 * @param mac null where the file has none
 * @param certificates those that can be read without the passphrase
 * @param weaknesses why today's protection is better; empty where it is as good
 */
public record Pkcs12Info(
    Mac mac,
    List<Protection> encryption,
    boolean everyKeyEncrypted,
    List<MailCertificate> certificates,
    List<Text> weaknesses) {

  /** The integrity check: its algorithm and the rounds of its key derivation. */
  public record Mac(String algorithm, int iterations) {}

  /**
   * One encrypted part.
   *
   * @param scope {@code key} or {@code certificates}
   */
  public record Protection(String algorithm, String kdf, int iterations, String scope) {}
}
