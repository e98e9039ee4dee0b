package dev.signet.engine.encrypt;

import dev.signet.engine.EncryptOptions;
import dev.signet.engine.ErrorCode;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.cert.CertificateReader;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptedCopy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who gets which copy of a mail, and under which cipher: every recipient has been found usable, so
 * that nothing is refused for one of them after work has begun.
 */
public final class EncryptionPlan {
  private record Copy(Recipients recipients, ContentCipher cipher) {}

  private final Host host;
  private final List<Copy> copies;

  private EncryptionPlan(Host host, List<Copy> copies) {
    this.host = host;
    this.copies = copies;
  }

  /**
   * One copy for all.
   *
   * @return fails with {@code NOT_A_CERTIFICATE}, {@code RECIPIENT_UNUSABLE} as {@link
   *     Recipients#of} says, {@code UNSUPPORTED_ALGORITHM} for the cipher, {@code
   *     REFUSED_PARAMETERS} when there are recipients that one copy could not hide
   */
  public static Step<EncryptionPlan> together(Host host, EncryptOptions options, Policy policy) {
    if (!options.hiddenRecipients().isEmpty()) {
      return Step.failed(
          new SmimeException(
              ErrorCode.REFUSED_PARAMETERS,
              "one message cannot hide a recipient",
              Map.of("argument", "hiddenRecipients")));
    }
    return of(host, options, policy);
  }

  /**
   * One copy for those who may know of each other (none where there is nobody), then one for each
   * hidden recipient. Who is both is not hidden. The cipher of a copy is chosen by its own
   * recipients, so that it tells nothing of the others. Errors as {@link #together}.
   */
  public static Step<EncryptionPlan> separately(Host host, EncryptOptions options, Policy policy) {
    return of(host, options, policy);
  }

  private static Step<EncryptionPlan> of(Host host, EncryptOptions options, Policy policy) {
    MailCertificate own =
        options.alsoFor() == null ? null : CertificateReader.read(options.alsoFor()).get(0);
    Recipients.Judging judging =
        new Recipients.Judging(options.capabilities(), own, policy.minimumRsaBits(), options.at());
    Set<MailCertificate> open = certificates(options.recipients());
    Set<MailCertificate> hidden = certificates(options.hiddenRecipients());
    // A mail that only its sender could read is one whose recipients were forgotten.
    if (own != null && !(open.isEmpty() && hidden.isEmpty())) {
      open.add(own);
    }
    hidden.removeAll(open);
    List<List<MailCertificate>> groups = new ArrayList<>();
    if (!open.isEmpty() || hidden.isEmpty()) {
      groups.add(List.copyOf(open));
    }
    for (MailCertificate each : hidden) {
      groups.add(List.of(each));
    }
    String cipher =
        options.contentCipher() == null ? policy.contentCipher() : options.contentCipher();
    List<Step<Copy>> copies = new ArrayList<>();
    for (List<MailCertificate> group : groups) {
      copies.add(
          Recipients.of(host, group, judging)
              .map(usable -> new Copy(usable, ContentCiphers.named(cipher, usable))));
    }
    return Step.all(copies).map(planned -> new EncryptionPlan(host, planned));
  }

  private static Set<MailCertificate> certificates(List<Bulk> inputs) {
    Set<MailCertificate> certificates = new LinkedHashSet<>();
    for (Bulk input : inputs) {
      certificates.addAll(CertificateReader.read(input));
    }
    return certificates;
  }

  /** The copies, in their order; see {@link MessageEncrypter} for its errors. */
  public Step<List<EncryptedCopy>> encrypt(Bulk message) {
    return Step.start(
        () -> {
          MessageEncrypter encrypter = new MessageEncrypter(host, message);
          // One after the other: several large mails at the same time would cost memory.
          return Step.each(
              copies,
              copy ->
                  encrypter
                      .encrypt(copy.recipients, copy.cipher)
                      .map(made -> new EncryptedCopy(copy.recipients.certificates(), made)));
        });
  }
}
