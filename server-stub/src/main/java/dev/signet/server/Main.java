package dev.signet.server;

import dev.signet.server.cli.SignetCommand;

/** Runs the command line. */
public final class Main {
  private Main() {}

  /** Ends the process with 0, or with 2 after one line on standard error. */
  public static void main(String[] arguments) {
    System.exit(SignetCommand.run(arguments));
  }
}
