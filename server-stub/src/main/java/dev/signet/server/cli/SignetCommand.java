package dev.signet.server.cli;

import dev.signet.server.SignetServer;
import dev.signet.server.log.Logging;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.store.StoreException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The whole command line. Without a command it serves. */
@Command(
    name = "signet-server",
    description = "Holds encrypted .p12 files and serves the web files.",
    mixinStandardHelpOptions = true,
    version = SignetServer.VERSION,
    subcommands = {
      ServeCommand.class,
      UserCommand.class,
      KeyCommand.class,
      CheckCommand.class,
      BackupCommand.class,
      RestoreCommand.class
    })
public final class SignetCommand implements Callable<Integer> {
  private static final int FAILED = 2;

  @Mixin private ConfigOption config;
  @Mixin private CheckOption check;

  /** Runs a command line; returns the exit status, 0 or 2. */
  public static int run(String... arguments) {
    Logging.silenceJava();
    CommandLine line = new CommandLine(new SignetCommand());
    line.setParameterExceptionHandler((e, given) -> fail(e.getMessage()));
    line.setExecutionExceptionHandler((e, command, parsed) -> fail(reason(e)));
    int status = line.execute(arguments) == 0 ? 0 : FAILED;
    if (status == 0) {
      CommandAudit.record(line.getParseResult());
    }
    return status;
  }

  @Override
  public Integer call() throws Exception {
    return check.isGiven() ? CheckCommand.check(config.settings()) : ServeCommand.serve(config);
  }

  private static String reason(Exception e) {
    boolean expected =
        e instanceof CommandException
            || e instanceof SettingsException
            || e instanceof StoreException
            || e instanceof IllegalArgumentException;
    return expected ? e.getMessage() : e.toString();
  }

  private static int fail(String message) {
    System.err.println("signet-server: " + message.lines().findFirst().orElse("failed"));
    return FAILED;
  }
}
