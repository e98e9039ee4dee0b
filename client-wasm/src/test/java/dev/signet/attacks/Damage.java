package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.signet.engine.report.EncryptionReport;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Opens many damaged forms of a message, on every processor. */
final class Damage {
  private static final ThreadLocal<AttackedEngine> ENGINES =
      ThreadLocal.withInitial(() -> new AttackedEngine(Sample.reader(), Sample.ecReader()));

  private Damage() {}

  static AttackedEngine engine() {
    return ENGINES.get();
  }

  /**
   * Opens each form and holds it against the rules: a verdict in time; green only with the content
   * that was signed; content of authenticated messages only as it was.
   *
   * @return how often each code came
   */
  static Map<String, Integer> each(Sample sample, int forms, IntFunction<byte[]> damaged) {
    Map<String, Integer> codes = new ConcurrentHashMap<>();
    IntStream.range(0, forms)
        .parallel()
        .forEach(
            form -> {
              AttackedEngine.Opened opened = engine().open(damaged.apply(form));
              codes.merge(opened.code().text(), 1, Integer::sum);
              hold(sample, opened, form);
            });
    return new TreeMap<>(codes);
  }

  private static void hold(Sample sample, AttackedEngine.Opened opened, int form) {
    String what = sample.name() + ", damaged at " + form + ": " + opened.code();
    if (opened.green() || authenticatedPlaintext(opened)) {
      assertArrayEquals(Sample.ENTITY, opened.content(), what);
    }
    if (opened.message().signers() == null) {
      assertFalse(opened.green(), what);
    }
  }

  /** Whether something is shown that authenticated encryption protects. */
  private static boolean authenticatedPlaintext(AttackedEngine.Opened opened) {
    EncryptionReport encryption = opened.message().encryption();
    return encryption != null
        && encryption.authenticated()
        && encryption.key() != null
        && opened.content() != null;
  }
}
