package dev.signet.engine.report;

import java.util.Locale;

/** Colour of the status bar. */
public enum Colour {
  NONE,
  GREEN,
  ORANGE,
  RED;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
