package dev.signet.engine.sign;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.testing.Identity;
import dev.signet.testing.Keys;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Keys as the engine holds them, from OpenSSL's files. */
public final class Unlocked {
  private Unlocked() {}

  /**
   * A person's key, as if it had been unlocked.
   *
   * @param issuers the certificates above the identity's own
   */
  public static UnlockedKey of(Identity identity, MailCertificate... issuers) {
    PrivateKey key = Keys.read(PrivateKeyInfo.getInstance(identity.pkcs8()));
    MailCertificate certificate = MailCertificate.of(identity.certificateDer());
    List<MailCertificate> chain = new ArrayList<>();
    chain.add(certificate);
    chain.addAll(List.of(issuers));
    return new UnlockedKey("key", key, certificate, chain, true, key.kind() == PrivateKey.Kind.RSA);
  }
}
