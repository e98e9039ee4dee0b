package dev.signet.e2e.world;

import dev.signet.testing.CommandLine;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.nio.file.Path;

/** What `openssl cms` makes of mail that the product wrote. */
public final class OpenSslPeer {
  private final World world;
  private final TestCa anchor;

  public OpenSslPeer(World world) {
    this(world, world.authority());
  }

  /** The same with another anchor than the world's. */
  public OpenSslPeer(World world, TestCa anchor) {
    this.world = world;
    this.anchor = anchor;
  }

  /** The entity that a valid signature covers; an {@link AssertionError} where it is not valid. */
  public byte[] verify(byte[] message) {
    Path file = world.file("to-verify.eml", message);
    return OpenSsl.run(
        world.folder(),
        "cms",
        "-verify",
        "-in",
        file.toString(),
        "-CAfile",
        anchor.certificate().toString(),
        "-purpose",
        "smimesign");
  }

  /** The entity within; an {@link AssertionError} where this person cannot read it. */
  public byte[] decrypt(byte[] message, Person recipient) {
    Path file = world.file("to-decrypt.eml", message);
    return OpenSsl.run(world.folder(), decryption(file, recipient));
  }

  /** Whether this person can read it. */
  public boolean opens(byte[] message, Person recipient) {
    Path file = world.file("to-decrypt.eml", message);
    CommandLine.Outcome outcome = OpenSsl.tryRun(world.folder(), decryption(file, recipient));
    return outcome.status() == 0;
  }

  /** The CMS structure of a message, as OpenSSL prints it. */
  public String print(byte[] message) {
    Path file = world.file("to-print.eml", message);
    return new String(
        OpenSsl.run(world.folder(), "cms", "-cmsout", "-print", "-in", file.toString()),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  /** The CMS structure alone, as DER. */
  public byte[] cms(byte[] message) {
    Path file = world.file("to-extract.eml", message);
    return OpenSsl.run(world.folder(), "cms", "-cmsout", "-in", file.toString(), "-outform", "DER");
  }

  /** DER of the PrivateKeyInfo in a .p12. */
  public byte[] privateKey(byte[] p12, String passphrase) {
    Path file = world.file("to-open.p12", p12);
    byte[] pem =
        OpenSsl.run(
            world.folder(),
            "pkcs12",
            "-in",
            file.toString(),
            "-nocerts",
            "-nodes",
            "-passin",
            "pass:" + passphrase);
    return OpenSsl.runWith(pem, world.folder(), "pkcs8", "-topk8", "-nocrypt", "-outform", "DER");
  }

  /** A person's .p12 under any passphrase; a command line could not carry every character. */
  public byte[] p12(Person person, String passphrase) {
    return OpenSsl.run(
        world.folder(),
        "pkcs12",
        "-export",
        "-inkey",
        person.identity().key().toString(),
        "-in",
        person.identity().certificate().toString(),
        "-passout",
        "file:" + passphraseFile(passphrase));
  }

  /** Whether the passphrase opens the .p12. */
  public boolean opensP12(byte[] p12, String passphrase) {
    return p12Info(p12, passphrase).status() == 0;
  }

  /** How the .p12 is protected, as OpenSSL says it. */
  public String protection(byte[] p12, String passphrase) {
    return p12Info(p12, passphrase).errors();
  }

  private CommandLine.Outcome p12Info(byte[] p12, String passphrase) {
    Path file = world.file("to-inspect.p12", p12);
    return OpenSsl.tryRun(
        world.folder(),
        "pkcs12",
        "-info",
        "-noout",
        "-in",
        file.toString(),
        "-passin",
        "file:" + passphraseFile(passphrase));
  }

  private Path passphraseFile(String passphrase) {
    return world.file("passphrase", passphrase.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private static String[] decryption(Path file, Person recipient) {
    return new String[] {
      "cms",
      "-decrypt",
      "-in",
      file.toString(),
      "-recip",
      recipient.identity().certificate().toString(),
      "-inkey",
      recipient.identity().key().toString()
    };
  }
}
