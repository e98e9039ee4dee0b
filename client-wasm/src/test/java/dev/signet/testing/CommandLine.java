package dev.signet.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the programs that tests take their fixtures from and check the engine's output with. */
public final class CommandLine {
  private static final int SECONDS = 120;

  /** How a program ended: its exit status and what it wrote. */
  public record Outcome(int status, byte[] output, String errors) {
    public String text() {
      return new String(output, StandardCharsets.UTF_8);
    }
  }

  private CommandLine() {}

  /**
   * Runs a program to its end.
   *
   * @param input what it reads from standard input
   * @throws AssertionError when it takes longer than two minutes
   */
  public static Outcome tryRun(Path folder, byte[] input, List<String> command) {
    try {
      Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
      CompletableFuture<byte[]> errors =
          CompletableFuture.supplyAsync(() -> readAll(process.getErrorStream()));
      CompletableFuture<byte[]> output =
          CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()));
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input);
      } catch (IOException e) {
        // It ended without reading everything; its status tells why.
      }
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end");
      }
      return new Outcome(
          process.exitValue(), output.join(), new String(errors.join(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * The same; a program that fails is an {@link AssertionError} with what it wrote.
   *
   * @return its standard output
   */
  public static byte[] run(Path folder, byte[] input, List<String> command) {
    Outcome outcome = tryRun(folder, input, command);
    if (outcome.status() != 0) {
      throw new AssertionError(
          command + " ended with " + outcome.status() + "\n" + outcome.errors() + outcome.text());
    }
    return outcome.output();
  }

  private static byte[] readAll(java.io.InputStream stream) {
    try (stream) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
