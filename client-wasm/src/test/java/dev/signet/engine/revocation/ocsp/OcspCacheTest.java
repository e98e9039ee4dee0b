package dev.signet.engine.revocation.ocsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.engine.revocation.ocsp.AnswerMaker.Holder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What answers have said")
class OcspCacheTest {
  private static final long MINUTE = 60_000;
  private static final long NOW = 1_800_000_000_000L;

  private final Holder issuer = AnswerMaker.root("Issuer");
  private final CertificateId alice = id(issuer);
  private final OcspCache cache = new OcspCache();

  private static CertificateId id(Holder issuer) {
    MailCertificate certificate =
        AnswerMaker.issued(issuer, "Alice", content -> {}).mailCertificate();
    return new CertificateId(certificate, issuer.mailCertificate());
  }

  private static Statement good(long from, Long to) {
    return new Statement(RevocationStatus.GOOD, from, to);
  }

  private void remember(CertificateId certificate, Statement statement, long at) {
    cache.remember(certificate, statement, at, Long.MAX_VALUE);
  }

  private Kind at(long instant) {
    return cache.status(alice, instant).kind();
  }

  @Test
  @DisplayName("is remembered until nextUpdate")
  void untilNextUpdate() {
    remember(alice, good(NOW, NOW + 60 * MINUTE), NOW);
    assertEquals(Kind.GOOD, at(NOW));
    assertEquals(Kind.GOOD, at(NOW + 60 * MINUTE));
    assertEquals(Kind.UNKNOWN, at(NOW + 60 * MINUTE + 1));
    assertEquals(Kind.UNKNOWN, at(NOW - 6 * MINUTE));
  }

  @Test
  @DisplayName("is remembered for five minutes without nextUpdate")
  void withoutEnd() {
    remember(alice, good(NOW - 60 * MINUTE, null), NOW);
    assertEquals(Kind.GOOD, at(NOW + 5 * MINUTE));
    assertEquals(Kind.UNKNOWN, at(NOW + 6 * MINUTE));
  }

  @Test
  @DisplayName("is remembered for ten days at most, however far nextUpdate is")
  void tenDays() {
    long day = 24 * 60 * MINUTE;
    remember(alice, good(NOW, NOW + 400 * day), NOW);
    assertEquals(Kind.GOOD, at(NOW + 10 * day));
    assertEquals(Kind.UNKNOWN, at(NOW + 10 * day + 1));
  }

  @Test
  @DisplayName("is remembered for as long as the certificate holds of who signed it")
  void signerEnds() {
    cache.remember(alice, good(NOW, NOW + 60 * MINUTE), NOW, NOW + 20 * MINUTE);
    assertEquals(Kind.GOOD, at(NOW + 20 * MINUTE));
    assertEquals(Kind.UNKNOWN, at(NOW + 20 * MINUTE + 1));
  }

  @Test
  @DisplayName("gives way to what is newer, not to what is older")
  void newer() {
    remember(alice, good(NOW, NOW + 60 * MINUTE), NOW);
    remember(
        alice,
        new Statement(RevocationStatus.revoked(NOW), NOW + MINUTE, NOW + 30 * MINUTE),
        NOW + MINUTE);
    assertEquals(Kind.REVOKED, at(NOW + 2 * MINUTE));
    remember(alice, good(NOW, NOW + 60 * MINUTE), NOW + 2 * MINUTE);
    assertEquals(Kind.REVOKED, at(NOW + 3 * MINUTE));
    assertEquals(1, cache.size());
  }

  @Test
  @DisplayName("is of one certificate of one issuer")
  void apart() {
    remember(alice, good(NOW, NOW + 60 * MINUTE), NOW);
    assertEquals(Kind.UNKNOWN, cache.status(id(issuer), NOW).kind());
    Holder namesake = AnswerMaker.root("Issuer");
    assertEquals(Kind.UNKNOWN, cache.status(id(namesake), NOW).kind());
  }

  @Test
  @DisplayName("is forgotten, the oldest first, when there is too much of it")
  void bounded() {
    Holder other = AnswerMaker.root("Many");
    List<CertificateId> ids = new ArrayList<>();
    for (int i = 0; i < 520; i++) {
      ids.add(id(other));
      remember(ids.get(i), good(NOW, NOW + 60 * MINUTE), NOW);
    }
    assertEquals(512, cache.size());
    assertEquals(Kind.UNKNOWN, cache.status(ids.get(7), NOW).kind());
    assertEquals(Kind.GOOD, cache.status(ids.get(8), NOW).kind());
    assertEquals(Kind.GOOD, cache.status(ids.get(519), NOW).kind());
  }
}
