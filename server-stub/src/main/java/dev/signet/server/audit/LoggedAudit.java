package dev.signet.server.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** One line of the logger {@code signet.audit} for each event, its members as key-value pairs. */
final class LoggedAudit implements Audit {
  private static final Logger LOG = LoggerFactory.getLogger("signet.audit");

  @Override
  public void record(AuditEvent event) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("action", event.action().text());
    members.put("outcome", event.outcome().text());
    members.put("user", event.actor().user());
    members.put("client", event.actor().client());
    event.details().forEach(members::putIfAbsent);
    LoggingEventBuilder line = LOG.atInfo();
    for (Map.Entry<String, String> member : members.entrySet()) {
      line = line.addKeyValue(member.getKey(), bounded(member.getValue()));
    }
    line.log("audit");
  }

  private static String bounded(String text) {
    String given = String.valueOf(text);
    return given.length() <= AuditEvent.MOST_CHARS
        ? given
        : given.substring(0, AuditEvent.MOST_CHARS) + "…";
  }
}
