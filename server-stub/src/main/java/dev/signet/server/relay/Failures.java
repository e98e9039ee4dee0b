package dev.signet.server.relay;

import dev.signet.server.http.Problem;

/** How a relayed request fails through no fault of the client. */
final class Failures {
  private Failures() {}

  /** 502: the responder gave no answer, or none that is relayed. */
  static Problem responder(String fault) {
    return new Problem(502, "responder", "The responder " + fault + ".");
  }

  /** 504: it took too long. */
  static Problem tooSlow() {
    return new Problem(504, "too-slow", "The responder did not answer in time.");
  }

  /** 503: too much is in flight already. */
  static Problem busy() {
    return new Problem(503, "busy", "Too many responders are being waited for.");
  }
}
