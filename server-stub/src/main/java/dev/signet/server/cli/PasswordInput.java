package dev.signet.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Reads a password: unseen from a terminal, else the first line of standard input. */
final class PasswordInput {
  private PasswordInput() {}

  /** The password without its line end. */
  // From Java 22 on the console is there without a terminal as well, and then reads standard input:
  // as good.
  @SuppressWarnings("SystemConsoleNull")
  static String read() throws IOException {
    Console console = System.console();
    if (console != null) {
      char[] typed = console.readPassword("Password: ");
      return typed == null ? "" : new String(typed);
    }
    String line =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
    return line == null ? "" : line;
  }
}
