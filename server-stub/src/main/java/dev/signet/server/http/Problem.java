package dev.signet.server.http;

import io.undertow.util.StatusCodes;

/**
 * What went wrong with a request, as RFC 9457 tells it.
 *
 * @param status the HTTP status
 * @param reason a word for programs, from a closed set that the endpoint documents; null where the
 *     status says it all
 * @param detail a sentence for people; never a secret, never a stack trace
 */
public record Problem(int status, String reason, String detail) {

  public Problem(int status, String detail) {
    this(status, null, detail);
  }

  /** The phrase that belongs to the status. */
  public String title() {
    // Undertow's table ends before RFC 7540 brought this status.
    return status == 421 ? "Misdirected Request" : StatusCodes.getReason(status);
  }

  /** This problem, to be thrown. */
  public ProblemException exception() {
    return new ProblemException(this);
  }
}
