package dev.signet.server.jar;

class CommandsOnPostgresTest extends Commands {
  CommandsOnPostgresTest() {
    super(TestedStore::postgresql);
  }
}
