package dev.signet.server.jar;

class CommandsOnSqliteTest extends Commands {
  CommandsOnSqliteTest() {
    super(TestedStore::sqlite);
  }
}
