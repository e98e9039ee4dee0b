package dev.signet.server.audit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that happened. Its texts may come from a client: they are cut to {@value #MOST_CHARS}
 * characters, and the log escapes them. Never a password, a token or a file's content.
 *
 * @param details more members by name, such as {@code key}, {@code sha256} and {@code reason}
 */
public record AuditEvent(Action action, Outcome outcome, Actor actor, Map<String, String> details) {
  /** The longest text of an event. */
  public static final int MOST_CHARS = 200;

  public AuditEvent(Action action, Outcome outcome, Actor actor) {
    this(action, outcome, actor, Map.of());
  }

  /** This event with one member more, or with another value for it. */
  public AuditEvent with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new AuditEvent(action, outcome, actor, more);
  }
}
