package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.revocation.RevocationStatus;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What verified answers of responders that were asked said, in memory, until their {@code
 * nextUpdate} and for ten days at most. Bounded: the oldest go first.
 */
public final class OcspCache {
  private static final int MOST = 512;

  /** An answer without end is asked for again soon: its responder has newer ones at any time. */
  private static final long WITHOUT_END = 5 * 60_000L;

  /** From thisUpdate on: so long at most a person's answer may hold (see {@link Statement}). */
  private static final long LONGEST = 10 * 24 * 60 * 60_000L;

  /**
   * @param from milliseconds since 1970
   * @param to the same
   */
  private record Remembered(RevocationStatus status, long from, long to) {}

  private final Map<String, Remembered> answers = new LinkedHashMap<>();

  /**
   * Remembers; what is held already gives way unless it is newer.
   *
   * @param at the instant at which the answer was verified
   * @param until how long who signed it can be relied on, milliseconds since 1970
   */
  void remember(CertificateId certificate, Statement statement, long at, long until) {
    String key = certificate.text();
    Remembered held = answers.get(key);
    if (held != null && held.from() > statement.thisUpdate()) {
      return;
    }
    long end = statement.nextUpdate() == null ? at + WITHOUT_END : statement.nextUpdate();
    answers.remove(key);
    answers.put(
        key,
        new Remembered(
            statement.status(),
            statement.thisUpdate(),
            Math.min(Math.min(end, until), statement.thisUpdate() + LONGEST)));
    if (answers.size() > MOST) {
      Iterator<String> oldest = answers.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  /** What is remembered and holds at this instant, else {@code UNKNOWN}. */
  RevocationStatus status(CertificateId certificate, long at) {
    Remembered held = answers.get(certificate.text());
    return held == null || at < held.from() - Statement.SKEW || at > held.to()
        ? RevocationStatus.UNKNOWN
        : held.status();
  }

  int size() {
    return answers.size();
  }
}
