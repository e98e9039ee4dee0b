package dev.signet.server.cli;

import dev.signet.server.reload.Reloaded;
import dev.signet.server.settings.Settings;
import dev.signet.server.store.Store;
import dev.signet.server.tls.TlsPair;
import dev.signet.server.trust.TrustAnchors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code check}: are the settings right? Changes nothing and does not open the store. */
@Command(name = "check", description = "Says what is wrong with the settings.")
final class CheckCommand implements Callable<Integer> {
  @Mixin private ConfigOption config;

  @Override
  public Integer call() throws Exception {
    return check(config.settings());
  }

  /** Prints that they are right, or fails with what is wrong. */
  static int check(Settings settings) throws Exception {
    trustAnchors(settings);
    if (settings.transport().tls().isPresent()) {
      TlsPair.read(settings.transport().tls().get())
          .outOfDate(Instant.now())
          .ifPresent(why -> System.err.println("signet-server: setting tls.certificate: " + why));
    }
    Store.checkAddress(settings.store());
    if (settings.store().file().isPresent()) {
      checkFile(settings.store().file().get().toAbsolutePath());
    }
    System.out.println("the settings are right");
    return 0;
  }

  /** The trust anchors, or which setting is wrong. */
  static Reloaded<byte[]> trustAnchors(Settings settings) throws CommandException {
    try {
      return TrustAnchors.reloaded(settings.trustAnchors());
    } catch (IllegalArgumentException e) {
      throw new CommandException("setting trust-anchors: " + e.getMessage());
    }
  }

  private static void checkFile(Path file) throws CommandException {
    Path folder = file.getParent();
    boolean usable =
        Files.exists(file)
            ? Files.isRegularFile(file) && Files.isWritable(file)
            : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    if (!usable) {
      throw new CommandException("setting store: " + file + " cannot be written");
    }
  }
}
