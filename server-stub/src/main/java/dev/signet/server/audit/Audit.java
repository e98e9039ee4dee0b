package dev.signet.server.audit;

/**
 * Takes note of events. An event is recorded after what it tells of and before its answer is sent:
 * when {@link #record} returns, it has been handed to the system, and it survives the end of the
 * process. What was killed in between has been answered to nobody.
 */
@FunctionalInterface
public interface Audit {
  /** Records an event; never throws on what an event says. */
  void record(AuditEvent event);

  /** The audit log proper. */
  static Audit log() {
    return new LoggedAudit();
  }
}
