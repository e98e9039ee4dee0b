package dev.signet.engine.cert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;

/** Puts certificates in the order of their issuers, by what they say; no signature is checked. */
public final class CertificateChains {
  /** Longer than any chain in use. */
  private static final int LONGEST = 16;

  private CertificateChains() {}

  /**
   * The chain that begins with a certificate: each followed by its issuer, as far as there is one.
   *
   * @param others where issuers are looked for; may hold the certificate itself
   */
  public static List<MailCertificate> upwards(
      MailCertificate certificate, List<MailCertificate> others) {
    List<MailCertificate> chain = new ArrayList<>();
    Optional<MailCertificate> next = Optional.of(certificate);
    while (next.isPresent() && chain.size() < LONGEST && !chain.contains(next.get())) {
      chain.add(next.get());
      next = issuer(next.get(), others);
    }
    return chain;
  }

  private static Optional<MailCertificate> issuer(
      MailCertificate certificate, List<MailCertificate> others) {
    if (certificate.subject().equals(certificate.issuer())) {
      return Optional.empty();
    }
    return others.stream().filter(other -> mayHaveIssued(other, certificate)).findFirst();
  }

  private static boolean mayHaveIssued(MailCertificate issuer, MailCertificate certificate) {
    if (!issuer.subject().equals(certificate.issuer())) {
      return false;
    }
    byte[] wanted = authorityKey(certificate);
    Optional<byte[]> has = issuer.subjectKeyIdentifier();
    return wanted == null || has.isEmpty() || Arrays.equals(wanted, has.get());
  }

  private static byte[] authorityKey(MailCertificate certificate) {
    try {
      return certificate
          .extension(Extension.authorityKeyIdentifier)
          .map(value -> AuthorityKeyIdentifier.getInstance(value).getKeyIdentifierOctets())
          .orElse(null);
    } catch (RuntimeException e) {
      // Whoever validates the chain says what is wrong with it; here it just tells nothing.
      return null;
    }
  }
}
