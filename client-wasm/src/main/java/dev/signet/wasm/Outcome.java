package dev.signet.wasm;

import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * What a job ends with.
 *
 * @param report JSON, or null
 * @param parts content
 */
record Outcome(String report, List<Bulk> parts) {
  static Outcome report(String report) {
    return new Outcome(report, List.of());
  }

  static Outcome content(Bulk content) {
    return new Outcome(null, List.of(content));
  }
}
