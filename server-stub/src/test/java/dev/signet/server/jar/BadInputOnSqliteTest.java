package dev.signet.server.jar;

class BadInputOnSqliteTest extends BadInput {
  BadInputOnSqliteTest() {
    super(TestedStore::sqlite);
  }
}
