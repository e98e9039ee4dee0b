package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import dev.signet.e2e.world.Person;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Certificates for one address, each of which lacks something. Their keys are on P-256, which is
 * quickly made; nobody has them but the maker of sample mail.
 */
final class SampleSigners {
  /** How long {@link #expiring} is valid. */
  static final Duration SHORTLY = Duration.ofSeconds(4);

  /** Where nothing listens, as the relay's settings name it. */
  static final String UNREACHABLE = Loopback.HOST + "/32:9";

  private static final String NOBODY = "http://" + Loopback.HOST + ":9/ocsp";

  private final MailAuthority authority;
  private final TestCa unknown;
  private final Person rightful;

  private SampleSigners(MailAuthority authority, TestCa unknown, Person rightful) {
    this.authority = authority;
    this.unknown = unknown;
    this.rightful = rightful;
  }

  /** For the address of this person, who has a good certificate. */
  static SampleSigners like(Person rightful, MailAuthority authority) {
    Path folder = authority.issuing().certificate().getParent();
    TestCa unknown = TestCa.root(folder, "unknown-to-" + rightful.name());
    return new SampleSigners(authority, unknown, rightful);
  }

  Person revoked() {
    Person signer = issued("revoked", leaf());
    authority.issuing().revoke(signer.identity().certificate(), "keyCompromise");
    return signer;
  }

  Person untrusted() {
    return person("untrusted", unknown, leaf());
  }

  /** Valid when it signs, and no longer when somebody reads that. */
  Person expiring() {
    Instant now = Instant.now();
    return issued(
        "expiring", leaf().withValidity(now.minus(2, ChronoUnit.DAYS), now.plus(SHORTLY)));
  }

  Person expired() {
    return issued("expired", leaf().expired());
  }

  Person notYetValid() {
    Instant now = Instant.now();
    return issued(
        "not-yet-valid",
        leaf().withValidity(now.plus(300, ChronoUnit.DAYS), now.plus(600, ChronoUnit.DAYS)));
  }

  Person forServers() {
    return issued("for-servers", leaf().withPurpose("serverAuth"));
  }

  /** Names a responder that nobody reaches. */
  Person unanswered() {
    TestCa issuing = authority.issuing();
    issuing.answeredBy(NOBODY);
    try {
      return issued("unanswered", leaf());
    } finally {
      issuing.answeredBy(authority.responder());
    }
  }

  private Leaf leaf() {
    return Leaf.ec(rightful.address());
  }

  private Person issued(String what, Leaf leaf) {
    return person(what, authority.issuing(), leaf);
  }

  private Person person(String what, TestCa issuer, Leaf leaf) {
    String name = rightful.name() + "-" + what;
    return new Person(rightful.name(), rightful.address(), issuer.issue(name, leaf), "");
  }
}
