package dev.signet.engine.key;

import dev.signet.engine.cert.MailCertificate;
import java.util.List;

/**
 * A key of an opened .p12, named by a handle.
 *
 * @param id the handle; says nothing about the key
 * @param chain the certificates of the file that lead from the key's own upwards, own first
 * @param friendlyName what the file calls it, or null
 */
public record UnlockedKey(
    String id,
    PrivateKey privateKey,
    MailCertificate certificate,
    List<MailCertificate> chain,
    boolean canSign,
    boolean canDecrypt,
    String friendlyName) {

  /** A key that no file has named. */
  public UnlockedKey(
      String id,
      PrivateKey privateKey,
      MailCertificate certificate,
      List<MailCertificate> chain,
      boolean canSign,
      boolean canDecrypt) {
    this(id, privateKey, certificate, chain, canSign, canDecrypt, null);
  }

  @Override
  public String toString() {
    return "UnlockedKey[" + id + "]";
  }
}
