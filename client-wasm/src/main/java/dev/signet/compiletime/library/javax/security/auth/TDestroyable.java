package dev.signet.compiletime.library.javax.security.auth;

/** Stands in for {@code javax.security.auth.Destroyable}. */
public interface TDestroyable {
  /** As the original's: an object that does not say otherwise cannot be destroyed. */
  default void destroy() {
    throw new IllegalStateException("cannot be destroyed");
  }

  default boolean isDestroyed() {
    return false;
  }
}
