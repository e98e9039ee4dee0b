package dev.signet.server.jar;

import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.fixture.ServerProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandsOnSqliteTest extends Commands {
  CommandsOnSqliteTest() {
    super(TestedStore::sqlite);
  }

  /** No store is reached then, so it is asked with one only. */
  @Test
  void whatIsWrongIsSaidByItsName() throws Exception {
    for (String wrong : new String[] {"key.max-byte", "sign-in", "listen", "trust-anchors"}) {
      Path config = Files.writeString(folder.resolve(wrong), wrong + "=none.pem\n");
      for (String command : new String[] {"check", "serve"}) {
        Result result =
            ServerProcess.run(folder, Map.of(), "", command, "--config", config.toString());
        assertFails(wrong, result);
      }
    }
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertFails(
        "ocsp",
        ServerProcess.run(
            folder, Map.of("SIGNET_OCSP", "maybe"), "", "check", "--config", empty.toString()));
    assertFails("fly", ServerProcess.run(folder, Map.of(), "", "fly"));
  }
}
