package dev.signet.server.cli;

import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.store.Store;
import java.io.IOException;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user}: the local accounts. Takes effect at once, also while a server is running. */
@Command(
    name = "user",
    description = "Keeps the local accounts.",
    synopsisSubcommandLabel = "(add|passwd|remove|list)")
final class UserCommand {

  @Command(name = "add", description = "Adds a user; the password is read from standard input.")
  int add(@Parameters(paramLabel = "NAME") String name, @Mixin ConfigOption config)
      throws SettingsException, IOException {
    String password = PasswordInput.read();
    return with(config, accounts -> accounts.add(name, password));
  }

  @Command(
      name = "passwd",
      description = "Sets a user's password, read from standard input, and ends all sessions.")
  int passwd(@Parameters(paramLabel = "NAME") String name, @Mixin ConfigOption config)
      throws SettingsException, IOException {
    String password = PasswordInput.read();
    return with(config, accounts -> accounts.setPassword(name, password));
  }

  @Command(name = "remove", description = "Removes a user with all sessions and files.")
  int remove(@Parameters(paramLabel = "NAME") String name, @Mixin ConfigOption config)
      throws SettingsException {
    return with(config, accounts -> accounts.remove(name));
  }

  @Command(name = "list", description = "Lists the users, one a line.")
  int list(@Mixin ConfigOption config) throws SettingsException {
    return with(config, accounts -> accounts.names().forEach(System.out::println));
  }

  private static int with(ConfigOption config, Consumer<LocalAccounts> work)
      throws SettingsException {
    try (Store store = config.openStore()) {
      work.accept(new LocalAccounts(store));
    }
    return 0;
  }
}
