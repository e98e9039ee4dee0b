package dev.signet.server.audit;

/**
 * Who acts.
 *
 * @param user the account's name, or the name that was claimed where signing in was refused; {@code
 *     -} where it is not known
 * @param client the address of the user's machine
 */
public record Actor(String user, String client) {
  private static final String UNKNOWN = "-";

  /** Somebody of whom only the address is known. */
  public static Actor unknown(String client) {
    return new Actor(UNKNOWN, client);
  }

  /** Whoever runs a command on the server's machine, by the name that the system has for them. */
  public static Actor administrator() {
    return new Actor(System.getProperty("user.name", UNKNOWN), "command-line");
  }
}
