package dev.signet.engine.report;

/**
 * A verdict.
 *
 * @param message one sentence for a person: what was found, and what to do
 */
public record Status(StatusCode code, String message) {
  public Colour colour() {
    return code.colour();
  }
}
