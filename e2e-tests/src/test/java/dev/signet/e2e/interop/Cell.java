package dev.signet.e2e.interop;

/**
 * What became of one exchange.
 *
 * @param words the peer's own where it cannot; what is wrong where it failed
 */
record Cell(State state, String words) {
  enum State {
    PASSED,
    /** The peer refuses, and so it does where another peer has written the same form. */
    CANNOT,
    FAILED
  }

  static Cell passed() {
    return new Cell(State.PASSED, "");
  }

  static Cell cannot(String words) {
    return new Cell(State.CANNOT, words);
  }

  static Cell failed(String words) {
    return new Cell(State.FAILED, words);
  }
}
