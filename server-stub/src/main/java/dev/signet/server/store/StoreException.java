package dev.signet.server.store;

/** The store cannot be used now. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean full;

  StoreException(String message, Throwable cause, boolean full) {
    super(message, cause);
    this.full = full;
  }

  /** Whether it lacks space: reading still works. */
  public boolean isFull() {
    return full;
  }
}
