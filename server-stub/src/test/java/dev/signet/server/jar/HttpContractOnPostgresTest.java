package dev.signet.server.jar;

class HttpContractOnPostgresTest extends HttpContract {
  HttpContractOnPostgresTest() {
    super(TestedStore::postgresql);
  }
}
