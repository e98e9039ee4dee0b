package dev.signet.server.jar;

class BadFramingOnPostgresTest extends BadFraming {
  BadFramingOnPostgresTest() {
    super(TestedStore::postgresql);
  }
}
