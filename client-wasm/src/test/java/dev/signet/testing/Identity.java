package dev.signet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A person with a key and a certificate: files that OpenSSL made. */
public final class Identity {
  private final Path folder;
  private final String name;
  private final TestCa issuer;

  Identity(Path folder, String name, TestCa issuer) {
    this.folder = folder;
    this.name = name;
    this.issuer = issuer;
  }

  /** The certificate as PEM. */
  public Path certificate() {
    return folder.resolve(name + ".pem");
  }

  /** The private key as PEM, in clear. */
  public Path key() {
    return folder.resolve(name + ".key");
  }

  public byte[] certificateDer() {
    return OpenSsl.run(folder, "x509", "-in", name + ".pem", "-outform", "DER");
  }

  /** DER of the PrivateKeyInfo. */
  public byte[] pkcs8() {
    return OpenSsl.run(
        folder, "pkcs8", "-topk8", "-nocrypt", "-in", name + ".key", "-outform", "DER");
  }

  /**
   * A .p12 with the key, its certificate and those of its issuers, as {@code openssl pkcs12
   * -export} makes it.
   *
   * @param options more of its options, such as {@code -legacy}
   */
  public byte[] p12(String passphrase, String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "pkcs12",
                "-export",
                "-inkey",
                name + ".key",
                "-in",
                name + ".pem",
                "-certfile",
                issuer.chain().toString(),
                "-passout",
                "pass:" + passphrase,
                "-name",
                name,
                "-out",
                name + ".p12"));
    arguments.addAll(Arrays.asList(options));
    OpenSsl.run(folder, arguments.toArray(new String[0]));
    try {
      return Files.readAllBytes(folder.resolve(name + ".p12"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
