package dev.signet.server.jar;

class HttpContractOnSqliteTest extends HttpContract {
  HttpContractOnSqliteTest() {
    super(TestedStore::sqlite);
  }
}
