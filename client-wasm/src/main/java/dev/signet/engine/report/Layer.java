package dev.signet.engine.report;

/** One wrapping of a message, as found. */
public enum Layer {
  SIGNED_DETACHED("signed", "detached"),
  SIGNED_OPAQUE("signed", "opaque"),
  ENVELOPED("encrypted", "enveloped"),
  AUTH_ENVELOPED("encrypted", "auth-enveloped"),
  ENCRYPTED_DATA("encrypted", "encrypted-data"),
  COMPRESSED("compressed", null),
  AUTHENTICATED("authenticated", null);

  private final String type;
  private final String form;

  Layer(String type, String form) {
    this.type = type;
    this.form = form;
  }

  public String type() {
    return type;
  }

  /** Null where the type has one form only. */
  public String form() {
    return form;
  }

  public boolean signed() {
    return this == SIGNED_DETACHED || this == SIGNED_OPAQUE;
  }
}
