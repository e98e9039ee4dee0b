package dev.signet.e2e.world;

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
public final class OpenSslResponder implements AutoCloseable {
  private static final String READY = "ACCEPT ";

  private final TestCa authority;
  private final List<String> command;
  private Process process;
  private int port;

  private OpenSslResponder(TestCa authority, List<String> command) {
    this.authority = authority;
    this.command = command;
  }

  /** The authority answers itself, out of its index; answers hold for an hour. */
  public static OpenSslResponder of(TestCa authority) {
    return start(authority, authority.index(), authority.certificate(), authority.key());
  }

  /** Another signs the answers. */
  public static OpenSslResponder of(TestCa authority, Identity signer) {
    return start(authority, authority.index(), signer.certificate(), signer.key());
  }

  /** The authority answers out of an index in which nothing stands. */
  public static OpenSslResponder knowingNothing(TestCa authority) {
    Path empty = Project.scratch("responder").resolve("empty.index");
    try {
      Files.createFile(empty);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return start(authority, empty, authority.certificate(), authority.key());
  }

  private static OpenSslResponder start(TestCa authority, Path index, Path signer, Path key) {
    List<String> command = new ArrayList<>(List.of("openssl", "ocsp"));
    command.addAll(List.of("-index", index.toString()));
    command.addAll(List.of("-CA", authority.certificate().toString()));
    command.addAll(List.of("-rsigner", signer.toString(), "-rkey", key.toString()));
    command.addAll(List.of("-nmin", "60"));
    OpenSslResponder responder = new OpenSslResponder(authority, command);
    responder.run();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> responder.process.destroy()));
    return responder;
  }

  /** Starts it again at the port that it had, after it was closed. */
  public void again() {
    run();
  }

  private void run() {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of("-port", Integer.toString(port)));
    try {
      process = new ProcessBuilder(all).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader told =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
      String line = told.readLine();
      if (line == null || !line.startsWith(READY)) {
        process.destroy();
        throw new AssertionError("the responder did not start: " + line);
      }
      String address = line.substring(READY.length()).replaceAll(" .*", "");
      port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Makes it take over what was issued and revoked since. It looks whether its index has changed
   * before it waits for a question, not when one comes; so it is asked something first.
   */
  public void look() {
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

  /** The port at every address of this machine. */
  public int port() {
    return port;
  }

  public String address() {
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
