package dev.signet.server.cli;

import dev.signet.server.settings.Settings;
import dev.signet.server.store.Store;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code restore}: copies a backup into a store that holds nothing, in whichever database. */
@Command(name = "restore", description = "Copies a backup into a store that holds nothing.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file;

  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    Settings settings = config.settings();
    Store.restore(file, settings.store(), settings.limits());
    return 0;
  }
}
