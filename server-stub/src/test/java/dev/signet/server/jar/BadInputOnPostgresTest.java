package dev.signet.server.jar;

class BadInputOnPostgresTest extends BadInput {
  BadInputOnPostgresTest() {
    super(TestedStore::postgresql);
  }
}
