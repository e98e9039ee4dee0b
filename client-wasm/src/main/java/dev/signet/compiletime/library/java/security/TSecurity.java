package dev.signet.compiletime.library.java.security;

/** Stands in for {@code java.security.Security}: no security property is ever set. */
public final class TSecurity {
  private TSecurity() {}

  public static String getProperty(@SuppressWarnings("unused") String name) {
    return null;
  }
}
