package dev.signet.server.cli;

import dev.signet.server.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code backup}: a consistent copy of the store, also while a server is running. */
@Command(name = "backup", description = "Writes a copy of the store to a file.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file;

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    if (Files.exists(file)) {
      throw new CommandException(file + " exists already");
    }
    Optional<Path> source = config.settings().store().file();
    if (source.isPresent() && !Files.exists(source.get())) {
      // It would be made, and an empty backup of it: from the wrong folder, night after night.
      throw new CommandException(
          "setting store: " + source.get().toAbsolutePath() + " does not exist");
    }
    try (Store store = config.openStore()) {
      store.backup(file);
    }
    return 0;
  }
}
