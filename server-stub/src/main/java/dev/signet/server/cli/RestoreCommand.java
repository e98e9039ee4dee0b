package dev.signet.server.cli;

import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code restore}: makes a backup the store. It never replaces a store: what is there has to be
 * moved away first, by hand and with the server stopped.
 */
@Command(name = "restore", description = "Makes a backup the store, where there is none.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file;

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    Path store = StorePath.of(config.settings());
    if (Files.exists(store)) {
      throw new CommandException(
          "the store " + store + " exists already: stop the server and move it away first");
    }
    if (!Files.isRegularFile(file) || Files.size(file) == 0) {
      throw new CommandException(file + " is not a backup");
    }
    Path copy = store.resolveSibling(store.getFileName() + ".restoring");
    try {
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      checkSound(copy);
      Files.move(copy, store, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new CommandException("restore to " + store + " failed (" + e.getMessage() + ")");
    } finally {
      Files.deleteIfExists(copy);
    }
    return 0;
  }

  /** Opening it brings its tables up to date; closing it leaves one file. */
  private void checkSound(Path copy) throws CommandException {
    try (Store opened = Store.open(StoreSettings.of(StorePath.PREFIX + copy))) {
      if (!opened.isSound()) {
        throw new CommandException(file + " is damaged");
      }
    }
  }
}
