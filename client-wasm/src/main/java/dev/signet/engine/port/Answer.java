package dev.signet.engine.port;

import dev.signet.engine.SmimeException;

/** What a driver answers to one {@link Ask}: a value, or why there is none. */
public final class Answer {
  private final Object value;
  private final SmimeException error;

  private Answer(Object value, SmimeException error) {
    this.value = value;
    this.error = error;
  }

  /** The work is done; the value is of the type that the ask names. */
  public static Answer of(Object value) {
    return new Answer(value, null);
  }

  /** The work could not be done. */
  public static Answer failed(SmimeException error) {
    return new Answer(null, error);
  }

  /**
   * The value.
   *
   * @throws SmimeException why there is none
   */
  public Object value() {
    if (error != null) {
      throw error;
    }
    return value;
  }

  @SuppressWarnings("unchecked")
  <A> Step<A> asStep() {
    return error != null ? Step.failed(error) : Step.done((A) value);
  }
}
