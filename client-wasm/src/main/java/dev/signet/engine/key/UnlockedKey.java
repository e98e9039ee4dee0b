package dev.signet.engine.key;

import dev.signet.engine.cert.MailCertificate;
import java.util.List;

/**
 * A key of an opened .p12, named by a handle.
 *
 * @param id the handle; says nothing about the key
 * @param chain the certificates of the file that lead from the key's own upwards, own first
 */
public record UnlockedKey(
    String id,
    PrivateKey privateKey,
    MailCertificate certificate,
    List<MailCertificate> chain,
    boolean canSign,
    boolean canDecrypt) {

  @Override
  public String toString() {
    return "UnlockedKey[" + id + "]";
  }
}
