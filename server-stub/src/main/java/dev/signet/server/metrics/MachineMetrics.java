package dev.signet.server.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;

/** What the Java machine and its process have to say, and which build this is. */
public final class MachineMetrics implements AutoCloseable {
  private final JvmGcMetrics collections = new JvmGcMetrics();

  private MachineMetrics() {}

  /**
   * Adds them to a registry.
   *
   * @param version of this build
   */
  public static MachineMetrics bindTo(MeterRegistry meters, String version) {
    MachineMetrics machine = new MachineMetrics();
    machine.collections.bindTo(meters);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ClassLoaderMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    new FileDescriptorMetrics().bindTo(meters);
    new UptimeMetrics().bindTo(meters);
    Gauge.builder("signet.build.info", () -> 1)
        .description("Always 1; its labels say which build this is")
        .tag("version", version)
        .tag("java", System.getProperty("java.version", "unknown"))
        .register(meters);
    return machine;
  }

  /** Ends the notes on garbage collection, which the Java machine would else send for ever. */
  @Override
  public void close() {
    collections.close();
  }
}
