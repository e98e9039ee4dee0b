package dev.signet.server.settings;

import java.util.List;

/**
 * What operators see.
 *
 * @param logFormat form of the log's lines
 * @param metricsAllow networks that may read {@code GET /metrics}
 */
public record OperationSettings(LogFormat logFormat, List<Network> metricsAllow) {
  /** One line each: for people, or one JSON object. */
  public enum LogFormat {
    PLAIN,
    JSON
  }
}
