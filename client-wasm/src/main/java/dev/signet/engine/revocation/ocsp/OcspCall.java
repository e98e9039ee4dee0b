package dev.signet.engine.revocation.ocsp;

import dev.signet.engine.port.Host;
import dev.signet.engine.revocation.RevocationStatus;
import java.util.HashMap;
import java.util.Map;

/**
 * What one call has asked of responders: nothing twice, and not more than so much. Who sends a
 * message says how many certificates there are to be asked about.
 */
public final class OcspCall {
  private static final int MOST_REQUESTS = 16;

  private final Host host;
  private final OcspCache cache;
  private final Map<String, RevocationStatus> answered = new HashMap<>();
  private int requests;

  /**
   * @param cache what is remembered from call to call
   */
  public OcspCall(Host host, OcspCache cache) {
    this.host = host;
    this.cache = cache;
  }

  /** Whether no responder is asked any more, so that it is not known what they would say. */
  public boolean exhausted() {
    return requests >= MOST_REQUESTS;
  }

  boolean mayAsk() {
    return !exhausted();
  }

  /** Counts a request. */
  void asking() {
    requests++;
  }

  /** What came of asking about this certificate, {@code UNKNOWN} too; null: nobody has asked. */
  RevocationStatus answered(String certificate) {
    return answered.get(certificate);
  }

  void answer(String certificate, RevocationStatus status) {
    answered.put(certificate, status);
  }

  Host host() {
    return host;
  }

  OcspCache cache() {
    return cache;
  }
}
