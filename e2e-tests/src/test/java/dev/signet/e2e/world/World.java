package dev.signet.e2e.world;

import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * The people of a run: an authority that the site trusts, one that it does not, and five persons
 * with keys by OpenSSL. Everything that must stay in the page is made here, so that all of it is
 * known when the run is judged.
 */
public final class World {
  public static final String ALICE = "alice@example.org";
  public static final String BOB = "bob@example.org";
  public static final String CAROL = "carol@example.org";

  private final SecureRandom random = new SecureRandom();
  private final List<Secret> secrets = Collections.synchronizedList(new ArrayList<>());
  private final Path folder;
  private final TestCa authority;
  private final Person alice;
  private final Person bob;
  private final Person carol;
  private final Person stranger;

  private World(Path folder) {
    this.folder = folder;
    authority = TestCa.root(folder, "authority");
    alice = person("alice", ALICE, authority, Leaf.rsa(ALICE), "RSA");
    bob = person("bob", BOB, authority, Leaf.rsa(BOB), "RSA");
    carol = person("carol", CAROL, authority, Leaf.ec(CAROL), "EC");
    TestCa unknown = TestCa.root(folder, "unknown");
    stranger = person("stranger", BOB, unknown, Leaf.rsa(BOB), "RSA");
  }

  /** Makes everything anew in an empty folder. */
  public static World make(Path folder) {
    return new World(folder);
  }

  /** The authority that ends the chains of all but the stranger. */
  public TestCa authority() {
    return authority;
  }

  public Person alice() {
    return alice;
  }

  public Person bob() {
    return bob;
  }

  /** Signs with ECDSA on P-256. */
  public Person carol() {
    return carol;
  }

  /** Claims Bob's address with a certificate of an authority that nobody trusts. */
  public Person stranger() {
    return stranger;
  }

  /** A text that no other has, for a body that must not leave the page. */
  public String marker(String what) {
    return secret(what, "marker");
  }

  /** A passphrase that must not leave the page; characters that ASCII allows, space included. */
  public String passphrase(String whose) {
    return secret(whose + "'s passphrase", "pass <phrase>");
  }

  /** Everything that must not leave the page. */
  public List<Secret> secrets() {
    return List.copyOf(secrets);
  }

  /** Writes a file into the folder of this world. */
  public Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the files of this world lie. */
  public Path folder() {
    return folder;
  }

  /** A password for an account: the server is told it, so it is no secret of the page. */
  public String password() {
    return hex(9);
  }

  private String secret(String name, String words) {
    String value = words + " " + hex(16);
    secrets.add(Secret.text(name, value.substring(words.length() + 1)));
    return value;
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }

  /**
   * Somebody else, with a certificate of this authority.
   *
   * @param algorithm of the leaf's key, as {@link Secret#of} names it
   */
  public Person person(String name, String address, TestCa issuer, Leaf leaf, String algorithm) {
    Identity identity = issuer.issue(name, leaf);
    secrets.addAll(Secret.of(name + "'s key", identity.pkcs8(), algorithm));
    return new Person(name, address, identity, passphrase(name));
  }
}
