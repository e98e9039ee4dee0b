package dev.signet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What {@code openssl ca -gencrl} makes of a {@link TestCa}'s index; in force for a week. */
public final class RevocationList {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private final TestCa authority;
  private final Path signer;
  private final Path key;
  private final Instant from;
  private final Instant to;
  private final String extensions;
  private final List<String> options;

  private RevocationList(
      TestCa authority,
      Path signer,
      Path key,
      Instant from,
      Instant to,
      String extensions,
      List<String> options) {
    this.authority = authority;
    this.signer = signer;
    this.key = key;
    this.from = from;
    this.to = to;
    this.extensions = extensions;
    this.options = options;
  }

  /** Of all that the authority has revoked until the list is made. */
  public static RevocationList of(TestCa authority) {
    return new RevocationList(
        authority,
        authority.certificate(),
        authority.key(),
        Instant.now().minus(1, ChronoUnit.HOURS),
        Instant.now().plus(7, ChronoUnit.DAYS),
        "authorityKeyIdentifier=keyid\n",
        List.of());
  }

  /** The same entries, signed by another and with his name. */
  public RevocationList signedBy(TestCa other) {
    return new RevocationList(
        authority, other.certificate(), other.key(), from, to, extensions, options);
  }

  public RevocationList inForce(Instant newFrom, Instant newTo) {
    return new RevocationList(authority, signer, key, newFrom, newTo, extensions, options);
  }

  /** With more extensions, each line ended by a line feed. */
  public RevocationList saying(String lines) {
    return new RevocationList(authority, signer, key, from, to, extensions + lines, options);
  }

  /** With options of {@code openssl ca}. */
  public RevocationList with(String... more) {
    return new RevocationList(authority, signer, key, from, to, extensions, Arrays.asList(more));
  }

  public byte[] der() {
    return OpenSsl.runWith(
        pem(), authority.index().getParent(), "crl", "-inform", "PEM", "-outform", "DER");
  }

  public byte[] pem() {
    try {
      Path folder = authority.index().getParent();
      Path config = Files.createTempFile(folder, "list", ".cnf");
      Path number = Files.createTempFile(folder, "list", ".number");
      Files.writeString(number, "1001\n");
      Files.writeString(
          config,
          String.join(
              "\n",
              "[ca]",
              "default_ca = this",
              "[this]",
              "database = " + authority.index(),
              "certificate = " + signer,
              "private_key = " + key,
              "crlnumber = " + number,
              "default_md = sha256",
              "crl_extensions = extensions",
              "[extensions]",
              extensions));
      Path list = Files.createTempFile(folder, "list", ".pem");
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "ca",
                  "-gencrl",
                  "-config",
                  config.toString(),
                  "-crl_lastupdate",
                  TIME.format(from),
                  "-crl_nextupdate",
                  TIME.format(to),
                  "-out",
                  list.toString()));
      arguments.addAll(options);
      OpenSsl.run(folder, arguments.toArray(new String[0]));
      return Files.readAllBytes(list);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
