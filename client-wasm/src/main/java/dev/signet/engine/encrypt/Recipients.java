package dev.signet.engine.encrypt;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Hex;

/** Who may know of each other and can all be encrypted to; at least one, each once. */
public final class Recipients {
  private final List<Recipient> recipients;

  private Recipients(List<Recipient> recipients) {
    this.recipients = List.copyOf(recipients);
  }

  /**
   * How certificates are judged.
   *
   * @param capabilities OIDs of what recipients have said in signatures that verified, by the
   *     SHA-256 fingerprints of their certificates, lower-case hexadecimal. Who is not in it is
   *     taken to have the minimum of RFC 8551 section 2.7 that every reader in use has, AES-CBC
   * @param own the sender's own certificate, or null. Without an entry it is known to read what the
   *     engine reads, and what the sender's own signatures invite others to send
   * @param minimumRsaBits smaller RSA keys are refused
   * @param at the instant at which validity is judged, milliseconds since 1970
   */
  public record Judging(
      Map<String, List<String>> capabilities, MailCertificate own, int minimumRsaBits, long at) {}

  /**
   * @param certificates each is taken once, however often it is named
   * @return fails with {@code RECIPIENT_UNUSABLE} for the first that cannot be used, with the
   *     details {@code reason}, {@code fingerprint} (SHA-256) and, where the certificate has one,
   *     {@code address}; for no certificates with {@code reason} {@code no-recipients}
   */
  public static Step<Recipients> of(
      Host host, List<MailCertificate> certificates, Judging judging) {
    if (certificates.isEmpty()) {
      return Step.failed(
          new SmimeException(
              ErrorCode.RECIPIENT_UNUSABLE,
              "there is no recipient",
              Map.of("reason", "no-recipients")));
    }
    List<Step<Recipient>> judged = new ArrayList<>();
    for (MailCertificate certificate : new LinkedHashSet<>(certificates)) {
      Bulk der = host.hold(certificate.der().clone());
      judged.add(
          Step.ask(new Ask.Digest(DigestAlgorithm.SHA256, der))
              .then(digest -> judge(certificate, Hex.toHexString(digest), judging)));
    }
    return Step.all(judged).map(Recipients::new);
  }

  /** Whether a certificate can be encrypted to at an instant, in milliseconds since 1970. */
  public static boolean canBe(MailCertificate certificate, int minimumRsaBits, long at) {
    return Recipient.of(certificate, List.of(), minimumRsaBits, at).refusal() == null;
  }

  private static Step<Recipient> judge(
      MailCertificate certificate, String fingerprint, Judging judging) {
    List<String> capabilities = judging.capabilities.get(fingerprint);
    if (capabilities == null) {
      capabilities =
          certificate.equals(judging.own) ? List.of(ContentCipher.AES_256_GCM.oid()) : List.of();
    }
    Recipient recipient =
        Recipient.of(certificate, capabilities, judging.minimumRsaBits, judging.at);
    if (recipient.refusal() == null) {
      return Step.done(recipient);
    }
    Map<String, String> details = new LinkedHashMap<>();
    List<String> addresses = certificate.emailAddresses();
    if (!addresses.isEmpty()) {
      details.put("address", addresses.get(0));
    }
    details.put("fingerprint", fingerprint);
    details.put("reason", recipient.refusal());
    return Step.failed(
        new SmimeException(
            ErrorCode.RECIPIENT_UNUSABLE,
            "a recipient's certificate cannot be used: " + recipient.refusal(),
            details));
  }

  List<Recipient> list() {
    return recipients;
  }

  /** The certificates, in the order in which they were given. */
  List<MailCertificate> certificates() {
    List<MailCertificate> certificates = new ArrayList<>();
    for (Recipient recipient : recipients) {
      certificates.add(recipient.certificate());
    }
    return certificates;
  }

  /** Whether every one of them is known to read content under this cipher. */
  boolean allRead(ContentCipher cipher) {
    for (Recipient recipient : recipients) {
      if (!recipient.reads(cipher)) {
        return false;
      }
    }
    return true;
  }
}
