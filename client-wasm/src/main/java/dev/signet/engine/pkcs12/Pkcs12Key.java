package dev.signet.engine.pkcs12;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.PrivateKey;
import java.util.List;

/**
 * A key of an opened file, before it has a handle.
 *
 * @param certificate speaks of this very key: modulus or point were compared
 * @param chain the file's certificates from the key's own upwards, own first
 * @param friendlyName what the file calls it, or null
 */
public record Pkcs12Key(
    PrivateKey privateKey,
    MailCertificate certificate,
    List<MailCertificate> chain,
    String friendlyName) {

  @Override
  public String toString() {
    return "Pkcs12Key[" + certificate + "]";
  }
}
