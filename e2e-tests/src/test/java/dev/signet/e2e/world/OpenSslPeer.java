package dev.signet.e2e.world;

import dev.signet.testing.CommandLine;
import dev.signet.testing.OpenSsl;
import java.nio.file.Path;

/** What `openssl cms` makes of mail that the product wrote. */
public final class OpenSslPeer {
  private final World world;

  public OpenSslPeer(World world) {
    this.world = world;
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
        world.authority().certificate().toString(),
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
