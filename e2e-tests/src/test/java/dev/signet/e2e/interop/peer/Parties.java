package dev.signet.e2e.interop.peer;

import dev.signet.testing.Leaf;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One authority, and a party for each kind of key that OpenSSL makes. */
public final class Parties {
  private final Path folder;
  private final TestCa authority;
  private final List<Party> all = new ArrayList<>();

  public Parties(Path folder) {
    this.folder = folder;
    authority = TestCa.root(folder, "authority");
    add("rosa", "RSA-2048", "RSA:2048", null);
    // Peers that add a copy for the sender need somebody else as recipient.
    add("rob", "RSA-2048", "RSA:2048", null);
    add("eve", "P-256", "P-256", null);
    add("emil", "P-384", "P-384", null);
    add("ella", "P-521", "P-521", null);
    add("bruno", "brainpoolP256r1", "brainpoolP256r1", null);
    add("ed", "Ed25519", "ED25519", "critical,digitalSignature");
    agreeing("max", "X25519");
  }

  private void add(String name, String key, String made, String usage) {
    Leaf leaf =
        Leaf.rsa(name + "@example.org")
            .withKey(made)
            .withKeyUsage(usage == null ? "critical,digitalSignature," + agreement(made) : usage);
    var identity = authority.issue(name, leaf);
    all.add(new Party(name, key, identity, identity.certificateDer()));
  }

  private static String agreement(String key) {
    return key.startsWith("RSA") ? "keyEncipherment" : "keyAgreement";
  }

  /** A key that cannot sign its own request: certified in place of another. */
  private void agreeing(String name, String key) {
    Leaf leaf = Leaf.ec(name + "@example.org").withKeyUsage("critical,keyAgreement");
    var identity = authority.issue(name, leaf);
    OpenSsl.run(folder, "genpkey", "-algorithm", key, "-out", name + ".key");
    OpenSsl.run(folder, "pkey", "-in", name + ".key", "-pubout", "-out", name + ".pub");
    OpenSsl.run(
        folder,
        "x509",
        "-req",
        "-in",
        name + ".csr",
        "-force_pubkey",
        name + ".pub",
        "-CA",
        authority.certificate().toString(),
        "-CAkey",
        "authority.key",
        "-CAcreateserial",
        "-sha256",
        "-days",
        "300",
        "-extfile",
        name + ".ext",
        "-out",
        name + ".pem");
    all.add(new Party(name, key, identity, identity.certificateDer()));
  }

  public Path folder() {
    return folder;
  }

  public TestCa authority() {
    return authority;
  }

  public List<Party> all() {
    return List.copyOf(all);
  }

  /** The party of that name. */
  public Party of(String name) {
    return all.stream().filter(party -> party.name().equals(name)).findFirst().orElseThrow();
  }

  /** Writes a file beside the keys. */
  public Path file(String name, byte[] content) {
    try {
      return Files.write(folder.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
