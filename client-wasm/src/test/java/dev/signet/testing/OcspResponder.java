package dev.signet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A responder by {@code openssl ocsp}, over the index of a {@link TestCa}; it has no socket. */
public final class OcspResponder {
  private final TestCa authority;
  private final Path signer;
  private final Path key;
  private final List<String> options;

  private OcspResponder(TestCa authority, Path signer, Path key, List<String> options) {
    this.authority = authority;
    this.signer = signer;
    this.key = key;
    this.options = options;
  }

  /** The authority answers itself; answers hold for an hour. */
  public static OcspResponder of(TestCa authority) {
    return new OcspResponder(
        authority, authority.certificate(), authority.key(), List.of("-nmin", "60"));
  }

  /** What a certificate for answering says: for nothing else, and for a month. */
  public static Leaf delegate() {
    return Leaf.rsa()
        .withKeyUsage("critical,digitalSignature")
        .withPurpose("OCSPSigning")
        .withValidity(
            Instant.now().minus(2, ChronoUnit.DAYS), Instant.now().plus(30, ChronoUnit.DAYS));
  }

  /** The same, with answers signed by another. */
  public OcspResponder signedBy(Identity delegate) {
    return new OcspResponder(authority, delegate.certificate(), delegate.key(), options);
  }

  /**
   * The same with other options of {@code openssl ocsp} than how long answers hold, such as {@code
   * -badsig}; none: answers have no nextUpdate.
   */
  public OcspResponder with(String... others) {
    return new OcspResponder(authority, signer, key, Arrays.asList(others));
  }

  /** What it says of a certificate of its authority, for whoever brings answers along. */
  public byte[] answerOn(Path certificate) {
    try {
      Path request = Files.createTempFile(authority.certificate().getParent(), "ocsp", ".req");
      OpenSsl.run(
          authority.certificate().getParent(),
          "ocsp",
          "-no_nonce",
          "-issuer",
          authority.certificate().toString(),
          "-cert",
          certificate.toString(),
          "-reqout",
          request.toString());
      return answer(Files.readAllBytes(request));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What it answers.
   *
   * @param request DER of an OCSPRequest
   */
  public byte[] answer(byte[] request) {
    try {
      Path folder = authority.certificate().getParent();
      Path asked = Files.createTempFile(folder, "ocsp", ".req");
      Path answered = Files.createTempFile(folder, "ocsp", ".resp");
      Files.write(asked, request);
      List<String> arguments =
          new ArrayList<>(
              List.of(
                  "ocsp",
                  "-index",
                  authority.index().toString(),
                  "-CA",
                  authority.certificate().toString(),
                  "-rsigner",
                  signer.toString(),
                  "-rkey",
                  key.toString(),
                  "-reqin",
                  asked.toString(),
                  "-respout",
                  answered.toString()));
      arguments.addAll(options);
      OpenSsl.run(folder, arguments.toArray(new String[0]));
      return Files.readAllBytes(answered);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
