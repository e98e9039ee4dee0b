package dev.signet.server.jar;

class BadFramingOnSqliteTest extends BadFraming {
  BadFramingOnSqliteTest() {
    super(TestedStore::sqlite);
  }
}
