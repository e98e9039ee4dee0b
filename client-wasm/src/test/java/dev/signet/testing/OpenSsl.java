package dev.signet.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The openssl command line. */
public final class OpenSsl {
  private OpenSsl() {}

  /**
   * Runs it; a failure is an {@link AssertionError} with what it wrote.
   *
   * @return its standard output
   */
  public static byte[] run(Path folder, String... arguments) {
    return CommandLine.run(folder, new byte[0], command(arguments));
  }

  /** Runs it with something to read. */
  public static byte[] runWith(byte[] input, Path folder, String... arguments) {
    return CommandLine.run(folder, input, command(arguments));
  }

  /** Runs it where it may fail. */
  public static CommandLine.Outcome tryRun(Path folder, String... arguments) {
    return CommandLine.tryRun(folder, new byte[0], command(arguments));
  }

  private static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add("openssl");
    command.addAll(Arrays.asList(arguments));
    return command;
  }
}
