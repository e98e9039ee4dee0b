package dev.signet.server.cli;

import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.store.Store;
import dev.signet.server.store.Store.Change;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code key}: users' files and what they were before they were replaced or removed. Columns are
 * separated by tabs. Takes effect at once, also while a server is running.
 */
@Command(
    name = "key",
    description = "Lists users' files and restores versions of them.",
    synopsisSubcommandLabel = "(list|versions|restore)")
final class KeyCommand {

  @Command(name = "list", description = "Lists a user's files: id, name, size, SHA-256, modified.")
  int list(@Parameters(paramLabel = "USER") String user, @Mixin ConfigOption config)
      throws SettingsException, CommandException {
    try (Store store = config.openStore()) {
      for (Store.KeyFile file : store.keyFiles(account(store, user))) {
        line(file.id(), file.name(), file.size(), file.sha256(), file.modified());
      }
    }
    return 0;
  }

  @Command(
      name = "versions",
      description =
          "Lists what a file was: number, SHA-256, size, until when, replaced or removed, name.")
  int versions(
      @Parameters(paramLabel = "USER") String user,
      @Parameters(paramLabel = "ID") UUID id,
      @Mixin ConfigOption config)
      throws SettingsException, CommandException {
    try (Store store = config.openStore()) {
      for (Store.KeyVersion version : store.keyVersions(account(store, user), id)) {
        String ending = version.removed() ? "removed" : "replaced";
        line(
            version.number(),
            version.sha256(),
            version.size(),
            version.ended(),
            ending,
            version.name());
      }
    }
    return 0;
  }

  @Command(name = "restore", description = "Makes a version of a file the current one.")
  int restore(
      @Parameters(paramLabel = "USER") String user,
      @Parameters(paramLabel = "ID") UUID id,
      @Parameters(paramLabel = "NUMBER") long number,
      @Mixin ConfigOption config)
      throws SettingsException, CommandException {
    Settings settings = config.settings();
    int most = settings.limits().keysPerUser();
    try (Store store = config.openStore()) {
      long account = account(store, user);
      if (store.keyVersions(account, id).stream().noneMatch(v -> v.number() == number)) {
        throw new CommandException("file " + id + " of " + user + " has no version " + number);
      }
      Change change = store.restoreKeyFile(account, id, number, most);
      if (change == Change.QUOTA_EXCEEDED) {
        throw new CommandException(
            user + " has " + most + " files, the most that key.max-per-user allows");
      }
      if (change == Change.NOT_FOUND) {
        throw new CommandException("the id " + id + " is another user's now");
      }
    }
    return 0;
  }

  private static long account(Store store, String user) throws CommandException {
    return store
        .account(user)
        .map(Store.Account::id)
        .orElseThrow(() -> new CommandException("there is no user " + user));
  }

  private static void line(Object... columns) {
    System.out.println(String.join("\t", List.of(columns).stream().map(Object::toString).toList()));
  }
}
