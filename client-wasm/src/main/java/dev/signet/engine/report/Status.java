package dev.signet.engine.report;

import java.util.List;

/**
 * A verdict.
 *
 * @param texts what was found, and what to do: sentences in their order
 */
public record Status(StatusCode code, List<Text> texts) {
  public Status {
    texts = List.copyOf(texts);
  }

  public Colour colour() {
    return code.colour();
  }
}
