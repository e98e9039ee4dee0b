package dev.signet.server.cli;

import picocli.CommandLine.Option;

/** {@code --check} of the command that serves: does what {@code check} does instead. */
final class CheckOption {
  @Option(names = "--check", description = "says what is wrong with the settings, and ends")
  private boolean given;

  boolean isGiven() {
    return given;
  }
}
