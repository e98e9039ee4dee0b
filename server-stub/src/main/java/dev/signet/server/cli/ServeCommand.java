package dev.signet.server.cli;

import dev.signet.server.SignetServer;
import dev.signet.server.assets.Assets;
import dev.signet.server.assets.WebFiles;
import dev.signet.server.log.Logging;
import dev.signet.server.reload.Reloaded;
import dev.signet.server.settings.Settings;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.SettingsReader;
import dev.signet.server.store.Store;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code serve}: until the process is told to end. */
@Command(name = "serve", description = "Serves until it is told to end.")
final class ServeCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  @Mixin private ConfigOption config;
  @Mixin private CheckOption check;

  @Override
  public Integer call() throws Exception {
    return check.isGiven() ? CheckCommand.check(config.settings()) : serve(config);
  }

  static int serve(ConfigOption config) throws Exception {
    Settings settings = config.settings();
    Logging.use(settings.operation().logFormat());
    for (String variable : SettingsReader.unknownVariables(System.getenv())) {
      LOG.warn("environment variable {} names no setting", variable);
    }
    Reloaded<byte[]> trustAnchors = CheckCommand.trustAnchors(settings);
    if (trustAnchors.get().length == 0) {
      LOG.warn("no trust anchors: the system has no CA bundle, and none are set");
    }
    Assets assets = Assets.of(WebFiles.read());
    Store store = Store.open(settings.store(), settings.limits());
    SignetServer server;
    try {
      server = SignetServer.start(settings, store, assets, trustAnchors, Clock.systemUTC());
    } catch (SettingsException e) {
      store.close();
      throw e;
    } catch (IOException | RuntimeException e) {
      store.close();
      throw new CommandException(
          "setting listen: cannot listen at " + settings.listen() + " (" + e.getMessage() + ")");
    }
    server.watch(trustAnchors);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  server.close();
                  store.close();
                  LOG.info("stopped");
                },
                "stop"));
    VersionSweep.start(store);
    System.out.println("listening on " + settings.listenText(server.port()));
    System.out.flush();
    // The shutdown hook ends the process; nothing ever counts this down.
    new CountDownLatch(1).await();
    return 0;
  }
}
