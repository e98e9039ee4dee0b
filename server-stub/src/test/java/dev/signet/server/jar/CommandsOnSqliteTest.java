package dev.signet.server.jar;

import org.junit.jupiter.api.Test;

class CommandsOnSqliteTest extends Commands {
  CommandsOnSqliteTest() {
    super(TestedStore::sqlite);
  }

  @Test
  void backUpAndRestore() throws Exception {
    backupAndRestoreBringBackUsersAndKeys();
  }
}
