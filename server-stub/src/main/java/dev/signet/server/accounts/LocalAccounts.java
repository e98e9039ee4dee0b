package dev.signet.server.accounts;

import dev.signet.server.store.Store;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The accounts that the administrator keeps in the store. */
public final class LocalAccounts {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{1,128}");
  private static final int MOST_PASSWORD_CHARS = 1024;

  /** What is verified for a name that does not exist, so that the answer takes as long. */
  private static final String NOBODY = PasswordHash.of("nobody's password");

  private final Store store;

  public LocalAccounts(Store store) {
    this.store = store;
  }

  /** A name in the form in which it is stored: Unicode normalisation form C. */
  public static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** The account of that name. */
  public Optional<Store.Account> account(String name) {
    return NAME.matcher(normal(name)).matches() ? store.account(normal(name)) : Optional.empty();
  }

  /**
   * The account with that name and password; costs the same work whether or not the name exists.
   *
   * @throws TooBusyException where too many passwords are being checked
   */
  public Optional<Store.Account> signIn(String name, String password) {
    if (password.length() > MOST_PASSWORD_CHARS) {
      return Optional.empty();
    }
    Optional<Store.Account> account = account(name);
    Optional<String> hash = account.flatMap(Store.Account::passwordHash);
    boolean right = PasswordHash.verify(password, hash.orElse(NOBODY));
    return right && hash.isPresent() ? account : Optional.empty();
  }

  /**
   * Adds an account.
   *
   * @throws IllegalArgumentException whose message says what is wrong with the name or the password
   */
  public void add(String name, String password) {
    if (!NAME.matcher(normal(name)).matches()) {
      throw new IllegalArgumentException(
          "a user name has 1 to 128 letters, digits or . _ @ + - characters");
    }
    if (!store.addAccount(normal(name), hash(password))) {
      throw new IllegalArgumentException("user " + name + " exists already");
    }
  }

  /**
   * Sets a password and ends the user's sessions.
   *
   * @throws IllegalArgumentException where there is no such user, or the password cannot be taken
   */
  public void setPassword(String name, String password) {
    if (!store.setPassword(normal(name), hash(password))) {
      throw noSuchUser(name);
    }
  }

  /**
   * Removes a user with all sessions and files.
   *
   * @throws IllegalArgumentException where there is no such user
   */
  public void remove(String name) {
    if (!store.removeAccount(normal(name))) {
      throw noSuchUser(name);
    }
  }

  /** The names of all users, sorted. */
  public List<String> names() {
    return store.accountNames();
  }

  private static String hash(String password) {
    if (password.isEmpty() || password.length() > MOST_PASSWORD_CHARS) {
      throw new IllegalArgumentException(
          "a password has 1 to " + MOST_PASSWORD_CHARS + " characters");
    }
    return PasswordHash.of(password);
  }

  private static IllegalArgumentException noSuchUser(String name) {
    return new IllegalArgumentException("there is no user " + name);
  }
}
