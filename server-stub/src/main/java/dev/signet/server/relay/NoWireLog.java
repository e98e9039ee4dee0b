package dev.signet.server.relay;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps the HTTP client from logging below {@code WARN}, whatever the configuration of logs says:
 * there it writes every field that it sends, the proxy's password among them.
 */
final class NoWireLog extends TurboFilter {
  private static final String CLIENT = "org.apache.hc.";
  private static final NoWireLog ONLY = new NoWireLog();

  private NoWireLog() {}

  /** From now on; called before each exchange, since a new configuration drops filters. */
  static void enforce() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getTurboFilterList().addIfAbsent(ONLY);
    }
  }

  @Override
  public FilterReply decide(
      Marker marker,
      Logger logger,
      Level level,
      String format,
      Object[] arguments,
      Throwable failure) {
    return level.toInt() < Level.WARN_INT && logger.getName().startsWith(CLIENT)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }
}
