package dev.signet.e2e.responder;

import dev.signet.e2e.world.Project;
import dev.signet.testing.Identity;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code openssl ocsp} at a port of its own, over the index of an authority. */
final class OpenSslResponder implements AutoCloseable {
  private static final String READY = "ACCEPT ";

  private final TestCa authority;
  private final Process process;
  private final int port;

  private OpenSslResponder(TestCa authority, Process process, int port) {
    this.authority = authority;
    this.process = process;
    this.port = port;
  }

  /** The authority answers itself, out of its index; answers hold for an hour. */
  static OpenSslResponder of(TestCa authority) {
    return start(authority, authority.index(), authority.certificate(), authority.key());
  }

  /** Another signs the answers. */
  static OpenSslResponder of(TestCa authority, Identity signer) {
    return start(authority, authority.index(), signer.certificate(), signer.key());
  }

  /** The authority answers out of an index in which nothing stands. */
  static OpenSslResponder knowingNothing(TestCa authority) {
    Path empty = Project.scratch("responder").resolve("empty.index");
    try {
      Files.createFile(empty);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(authority, empty, authority.certificate(), authority.key());
  }

  private static OpenSslResponder start(TestCa authority, Path index, Path signer, Path key) {
    List<String> command = new ArrayList<>(List.of("openssl", "ocsp", "-port", "0"));
    command.addAll(List.of("-index", index.toString()));
    command.addAll(List.of("-CA", authority.certificate().toString()));
    command.addAll(List.of("-rsigner", signer.toString(), "-rkey", key.toString()));
    command.addAll(List.of("-nmin", "60"));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
      BufferedReader told =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
      String line = told.readLine();
      if (line == null || !line.startsWith(READY)) {
        process.destroy();
        throw new AssertionError("the responder did not start: " + line);
      }
      String address = line.substring(READY.length()).replaceAll(" .*", "");
      int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
      return new OpenSslResponder(authority, process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes it take over what was issued and revoked since. It looks whether its index has changed
   * before it waits for a question, not when one comes; so it is asked something first.
   */
  void look() {
    String issuer = authority.certificate().toString();
    OpenSsl.run(
        authority.certificate().getParent(),
        "ocsp",
        "-url",
        address(),
        "-issuer",
        issuer,
        "-serial",
        "1",
        "-noverify");
  }

  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
