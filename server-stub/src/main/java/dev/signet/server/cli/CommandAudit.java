package dev.signet.server.cli;

import dev.signet.server.audit.Action;
import dev.signet.server.audit.Actor;
import dev.signet.server.audit.Audit;
import dev.signet.server.audit.AuditEvent;
import dev.signet.server.audit.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Records what the administrator has changed by a command. A command that was refused prints its
 * one line instead.
 */
final class CommandAudit {
  private static final Map<String, Action> ACTIONS =
      Map.of(
          "user add", Action.USER_ADD,
          "user passwd", Action.USER_PASSWORD,
          "user remove", Action.USER_REMOVE,
          "key restore", Action.KEY_RESTORE,
          "backup", Action.BACKUP,
          "restore", Action.RESTORE);

  private CommandAudit() {}

  static void record(ParseResult parsed) {
    List<String> names = new ArrayList<>();
    ParseResult command = parsed;
    while (command.hasSubcommand()) {
      command = command.subcommand();
      names.add(command.commandSpec().name());
    }
    Action action = ACTIONS.get(String.join(" ", names));
    if (action == null) {
      return;
    }
    AuditEvent event = new AuditEvent(action, Outcome.DONE, Actor.administrator());
    for (PositionalParamSpec given : command.matchedPositionals()) {
      event =
          event.with(
              given.paramLabel().toLowerCase(java.util.Locale.ROOT), given.getValue().toString());
    }
    Audit.log().record(event);
  }
}
