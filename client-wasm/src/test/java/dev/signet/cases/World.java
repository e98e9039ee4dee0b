package dev.signet.cases;

import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The people of the cases and the authorities that vouch for them; made once, by OpenSSL. */
public final class World {
  public static final String PASSPHRASE = "correct horse battery";

  private static World instance;

  private final Path folder;
  private final TestCa ca;
  private final Map<String, Identity> people = new ConcurrentHashMap<>();
  private TestCa intermediate;

  private World() throws IOException {
    folder = Files.createTempDirectory("signet-world");
    ca = TestCa.root(folder, "Anchor");
  }

  public static synchronized World get() {
    if (instance == null) {
      try {
        instance = new World();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return instance;
  }

  public Path folder() {
    return folder;
  }

  /** The authority that the engine trusts. */
  public TestCa ca() {
    return ca;
  }

  /** Holds RSA-2048. */
  public Identity alice() {
    return person("alice", Leaf.rsa("alice@example.org"));
  }

  /** Holds RSA-2048. */
  public Identity bob() {
    return person("bob", Leaf.rsa("bob@example.org"));
  }

  /** Holds P-256. */
  public Identity carol() {
    return person("carol", Leaf.ec("carol@example.org"));
  }

  /** Holds P-384. */
  public Identity dave() {
    return person("dave", Leaf.ec("dave@example.org").withKey("P-384"));
  }

  /** Holds a key on that curve. */
  public Identity on(String curve) {
    return person("on-" + curve, Leaf.ec("ec@example.org").withKey(curve));
  }

  public Identity expired() {
    return person("expired", Leaf.rsa("alice@example.org").expired());
  }

  public Identity future() {
    Instant now = Instant.now();
    return person(
        "future",
        Leaf.rsa("alice@example.org")
            .withValidity(now.plus(20, ChronoUnit.DAYS), now.plus(40, ChronoUnit.DAYS)));
  }

  /** For web servers only. */
  public Identity server() {
    return person("server", Leaf.rsa("alice@example.org").withPurpose("serverAuth"));
  }

  public Identity encryptsOnly() {
    return person(
        "encryptsonly", Leaf.rsa("alice@example.org").withKeyUsage("critical,keyEncipherment"));
  }

  public Identity signsOnly() {
    return person(
        "signsonly", Leaf.ec("alice@example.org").withKeyUsage("critical,digitalSignature"));
  }

  public Identity shortKey() {
    return person("shortkey", Leaf.rsa("alice@example.org").withKey("RSA:1024"));
  }

  /** The address stands in the subject alone. */
  public Identity oldStyle() {
    return person("oldstyle", Leaf.rsa().withSubject("/emailAddress=alice@example.org"));
  }

  /** Says that she is Alice, by an authority that nobody has configured. */
  public synchronized Identity stranger() {
    return people.computeIfAbsent(
        "stranger",
        name -> TestCa.root(folder, "Other").issue(name, Leaf.rsa("alice@example.org")));
  }

  /** An authority below the anchor. */
  public synchronized TestCa intermediate() {
    if (intermediate == null) {
      intermediate = ca.authority("Intermediate");
    }
    return intermediate;
  }

  /** Issued by the authority below the anchor. */
  public synchronized Identity indirect() {
    return people.computeIfAbsent(
        "indirect", name -> intermediate().issue(name, Leaf.rsa("alice@example.org")));
  }

  private synchronized Identity person(String name, Leaf leaf) {
    return people.computeIfAbsent(name, each -> ca.issue(each, leaf));
  }
}
