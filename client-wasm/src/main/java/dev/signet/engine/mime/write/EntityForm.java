package dev.signet.engine.mime.write;

/** What an entity has to survive on its way. */
public enum EntityForm {
  /**
   * Transport in clear, as in {@code multipart/signed}: every leaf in a transfer encoding that
   * nothing has a reason to change (RFC 8551 section 3.1.2).
   */
  SEVEN_BIT,
  /** Transport inside CMS: as it is, but with canonical line ends (RFC 8551 section 3.1.1). */
  ENCLOSED
}
