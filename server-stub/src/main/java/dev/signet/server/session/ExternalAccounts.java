package dev.signet.server.session;

import dev.signet.server.store.Store;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accounts whose names come from a provider or a proxy; each is made when its user first comes.
 *
 * <p>Such a name has 1 to 128 characters in Unicode normalisation form C: letters, marks, digits,
 * punctuation, symbols, and spaces inside. Upper and lower case differ.
 */
public final class ExternalAccounts {
  private static final Pattern NAME =
      Pattern.compile("(?! )[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1,128}(?<! )");

  private final Store store;

  public ExternalAccounts(Store store) {
    this.store = store;
  }

  /** The name in the form in which it is stored; empty where it cannot be one. */
  public static Optional<String> name(String text) {
    return Optional.of(Normalizer.normalize(text, Normalizer.Form.NFC))
        .filter(name -> NAME.matcher(name).matches());
  }

  /** The account of that name, which {@link #name} has passed. */
  public Store.Account account(String name) {
    return store.ensureAccount(name);
  }
}
