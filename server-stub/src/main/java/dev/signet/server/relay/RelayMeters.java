package dev.signet.server.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What operators see of the relay: {@code signet_ocsp_requests_total} by outcome, {@code
 * signet_ocsp_responder_seconds}, {@code signet_ocsp_in_flight}, {@code signet_ocsp_waiting}.
 */
final class RelayMeters {
  private final MeterRegistry registry;
  private final Timer responders;

  RelayMeters(MeterRegistry registry, Supplier<Number> inFlight, Supplier<Number> waiting) {
    this.registry = registry;
    this.responders =
        Timer.builder("signet.ocsp.responder")
            .description("Time until responders answered, or did not")
            .register(registry);
    io.micrometer.core.instrument.Gauge.builder("signet.ocsp.in.flight", inFlight)
        .description("Requests on their way to responders")
        .register(registry);
    io.micrometer.core.instrument.Gauge.builder("signet.ocsp.waiting", waiting)
        .description("Requests of users that wait for responders")
        .register(registry);
  }

  /** How a request of a user ended. */
  enum Outcome {
    /** Answered by a responder. */
    RELAYED,
    /** Answered from memory. */
    CACHED,
    /** 400, 413: not relayed. */
    REFUSED,
    /** 429. */
    LIMITED,
    /** 503. */
    BUSY,
    /** 502. */
    FAILED,
    /** 504. */
    TIMED_OUT;

    /** Its name in metrics and logs. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The outcome that has that status. */
    static Outcome of(int status) {
      return switch (status) {
        case 429 -> LIMITED;
        case 502 -> FAILED;
        case 503 -> BUSY;
        case 504 -> TIMED_OUT;
        default -> REFUSED;
      };
    }
  }

  void count(Outcome outcome) {
    registry.counter("signet.ocsp.requests", "outcome", outcome.word()).increment();
  }

  void time(long nanos) {
    responders.record(Duration.ofNanos(nanos));
  }
}
