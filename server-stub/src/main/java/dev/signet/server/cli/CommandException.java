package dev.signet.server.cli;

/** A command cannot be carried out; the message is the one line that is printed. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
