package dev.signet.engine.revocation.crl;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.VerificationKey;
import dev.signet.engine.port.Step;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What lists say (RFC 5280 section 6.3). A list counts if it is in force, speaks of the certificate
 * by its scope, and is signed by its issuer with a strong algorithm; each signature is verified
 * once.
 *
 * <p>Good is only what is missing on lists that together cover every reason. What is listed is
 * revoked, on hold too.
 */
public final class CrlSource {
  /** Lists that are looked at; the rest are left out. */
  static final int MOST_LISTS = 128;

  /** Octets of one list, some 200,000 entries; larger ones are left out. */
  static final int MAX_OCTETS = 8 * 1024 * 1024;

  /** Octets of all lists together. */
  private static final long MAX_TOTAL = 32L * 1024 * 1024;

  /** How far signers of lists that speak of signers of lists are followed. */
  private static final int DEEPEST = 2;

  /** How often that is done for one certificate. */
  private static final int MOST_FOLLOWED = 64;

  private final List<byte[]> brought;
  private final ListSigners signers;
  private final long at;
  private List<CertificateList> lists;
  private int followed;

  /** Lists whose signers are being judged: none of them speaks of its own signer. */
  private final Set<CertificateList> pending = new HashSet<>();

  /**
   * @param brought lists of unknown worth; where bounds are met, the first of them count
   * @param heap certificates among which signers of lists are looked for
   * @param at milliseconds since 1970
   * @param minimumRsaBits below this a signer's RSA or DSA key is weak
   */
  public CrlSource(List<byte[]> brought, List<MailCertificate> heap, long at, int minimumRsaBits) {
    this.brought = brought;
    this.at = at;
    signers = new ListSigners(heap, at, minimumRsaBits);
  }

  /**
   * What the lists say of the certificate at {@code index} of a valid path; the last, the anchor,
   * has no issuer. Fails with {@code MALFORMED_MESSAGE} where the certificate's distribution points
   * cannot be read.
   */
  public Step<RevocationStatus> status(List<MailCertificate> path, int index) {
    signers.begin();
    followed = 0;
    return status(path, index, 0);
  }

  private Step<RevocationStatus> status(List<MailCertificate> path, int index, int depth) {
    if (lists().isEmpty()) {
      return Step.done(RevocationStatus.UNKNOWN);
    }
    return Step.start(
        () -> {
          ListAnswer answer = new ListAnswer(path.get(index), at);
          return Step.each(answer.relevant(lists), list -> verified(list, path, index, depth))
              .map(answer::of);
        });
  }

  private List<CertificateList> lists() {
    if (lists == null) {
      lists = new ArrayList<>();
      long total = 0;
      for (byte[] each : brought) {
        total += each.length;
        if (each.length <= MAX_OCTETS && total <= MAX_TOTAL && lists.size() < MOST_LISTS) {
          read(each);
        }
      }
    }
    return lists;
  }

  private void read(byte[] der) {
    try {
      lists.add(CertificateList.read(der));
    } catch (SmimeException e) {
      // It tells nothing.
      return;
    }
  }

  /** The list with the key that signed it; null where nobody did who may. */
  private Step<SignedList> verified(
      CertificateList list, List<MailCertificate> path, int index, int depth) {
    if (pending.contains(list)) {
      return Step.done(null);
    }
    return signers
        .signer(list, path, index)
        .then(
            route -> {
              if (route == null) {
                return Step.done(null);
              }
              SignedList signed = new SignedList(list, VerificationKey.onPath(route, 0));
              // Whoever asks of a certificate asks of those above it on its path, too.
              List<MailCertificate> asked = path.subList(index + 1, path.size());
              return asked.contains(route.get(0))
                  ? Step.done(signed)
                  : inForce(list, route, path.get(index), asked, depth)
                      .map(ok -> ok ? signed : null);
            });
  }

  /**
   * Whether the signer of a list, and everybody above him whom nobody asks of otherwise, is known
   * to be good: a signer whose standing is unknown could be one who was revoked.
   */
  private Step<Boolean> inForce(
      CertificateList list,
      List<MailCertificate> route,
      MailCertificate certificate,
      List<MailCertificate> asked,
      int depth) {
    if (depth == DEEPEST || followed == MOST_FOLLOWED) {
      return Step.done(false);
    }
    followed++;
    pending.add(list);
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < route.size() - 1; i++) {
      if (!asked.contains(route.get(i))) {
        indices.add(i);
      }
    }
    boolean alone = speaksOfItself(list, route.get(0), certificate);
    return Step.each(
            indices,
            i ->
                status(route, i, depth + 1)
                    .map(
                        status ->
                            status.kind() == Kind.GOOD
                                || i == 0 && alone && status.kind() == Kind.UNKNOWN))
        .map(
            all -> {
              pending.remove(list);
              return !all.contains(false);
            });
  }

  /**
   * Whether nobody but the signer could tell of the signer (PKITS 4.14.28 to 4.14.30): his issuer
   * has written into his certificate that his own list does, and the issuer of the certificate in
   * question, too, names him there. He must not be known to be revoked all the same.
   */
  private static boolean speaksOfItself(
      CertificateList list, MailCertificate signer, MailCertificate certificate) {
    return !list.issuer().equals(certificate.issuerName()) && Point.onlyOwn(signer);
  }
}
