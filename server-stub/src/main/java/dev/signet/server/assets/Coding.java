package dev.signet.server.assets;

/** Content codings (RFC 9110, 8.4.1) of files made at build time. */
enum Coding {
  IDENTITY("identity", ""),
  GZIP("gzip", ".gz"),
  BROTLI("br", ".br");

  final String token;
  final String suffix;

  Coding(String token, String suffix) {
    this.token = token;
    this.suffix = suffix;
  }
}
