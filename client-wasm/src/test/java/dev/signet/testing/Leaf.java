package dev.signet.testing;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What a certificate of {@link TestCa} is to say; the defaults are those of good mail certificates.
 *
 * @param key {@code RSA:2048} or an EC curve such as {@code P-256}
 * @param subject further attributes of the name, in OpenSSL's form {@code /O=…}, after the CN
 * @param addresses rfc822Names of the subject alternative name; none: no such extension
 * @param keyUsage in OpenSSL's words; null: no such extension
 * @param extendedKeyUsage in OpenSSL's words; null: no such extension
 */
public record Leaf(
    String key,
    String subject,
    List<String> addresses,
    String keyUsage,
    String extendedKeyUsage,
    Instant notBefore,
    Instant notAfter) {

  public static Leaf rsa(String... addresses) {
    return new Leaf(
        "RSA:2048",
        "",
        List.of(addresses),
        "critical,digitalSignature,keyEncipherment",
        "emailProtection",
        Instant.now().minus(2, ChronoUnit.DAYS),
        Instant.now().plus(365, ChronoUnit.DAYS));
  }

  public static Leaf ec(String... addresses) {
    return rsa(addresses).withKey("P-256").withKeyUsage("critical,digitalSignature,keyAgreement");
  }

  /** Valid from 20 to 10 days ago. */
  public Leaf expired() {
    return withValidity(
        Instant.now().minus(20, ChronoUnit.DAYS), Instant.now().minus(10, ChronoUnit.DAYS));
  }

  public Leaf withKey(String newKey) {
    return new Leaf(newKey, subject, addresses, keyUsage, extendedKeyUsage, notBefore, notAfter);
  }

  public Leaf withSubject(String newSubject) {
    return new Leaf(key, newSubject, addresses, keyUsage, extendedKeyUsage, notBefore, notAfter);
  }

  public Leaf withKeyUsage(String newUsage) {
    return new Leaf(key, subject, addresses, newUsage, extendedKeyUsage, notBefore, notAfter);
  }

  public Leaf withPurpose(String newPurpose) {
    return new Leaf(key, subject, addresses, keyUsage, newPurpose, notBefore, notAfter);
  }

  public Leaf withValidity(Instant from, Instant to) {
    return new Leaf(key, subject, addresses, keyUsage, extendedKeyUsage, from, to);
  }
}
