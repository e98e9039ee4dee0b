package dev.signet.engine.cms.write;

/** Content types (RFC 5652). */
final class Oids {
  static final String DATA = "1.2.840.113549.1.7.1";
  static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
  static final String ENVELOPED_DATA = "1.2.840.113549.1.7.3";

  /** RFC 5083 section 2.1. */
  static final String AUTH_ENVELOPED_DATA = "1.2.840.113549.1.9.16.1.23";

  private Oids() {}
}
