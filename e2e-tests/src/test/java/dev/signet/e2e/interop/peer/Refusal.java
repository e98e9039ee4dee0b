package dev.signet.e2e.interop.peer;

/** A peer does not do what it was asked; its message is the peer's own words. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  public Refusal(String words) {
    super(words.strip().replaceAll("\\s+", " "));
  }
}
