package dev.signet.server.metrics;

import dev.signet.server.audit.Audit;
import dev.signet.server.audit.AuditEvent;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts events by action and outcome, then hands them on: sign-ins, and keys stored, fetched and
 * deleted.
 */
public final class CountedAudit implements Audit {
  private final MeterRegistry meters;
  private final Audit next;

  public CountedAudit(MeterRegistry meters, Audit next) {
    this.meters = meters;
    this.next = next;
  }

  @Override
  public void record(AuditEvent event) {
    next.record(event);
    meters
        .counter(
            "signet.events", "action", event.action().text(), "outcome", event.outcome().text())
        .increment();
  }
}
