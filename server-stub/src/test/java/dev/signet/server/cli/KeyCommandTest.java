package dev.signet.server.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Databases;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.fixture.ServerProcess.Result;
import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator restores files while a server runs. */
@ParameterizedClass
@EnumSource(Databases.class)
class KeyCommandTest {
  private static final String ID = UUID.randomUUID().toString();

  @Parameter Databases database;
  @TempDir Path folder;
  private String config;

  @Test
  void listsFilesAndVersionsAndRestoresThem() throws Exception {
    String url = database.fresh(folder);
    config =
        Files.writeString(
                folder.resolve("settings.properties"),
                "listen=127.0.0.1:0\nkey.max-per-user=1\nstore=" + url + "\n")
            .toString();
    try (Store store = Store.open(StoreSettings.of(url))) {
      new LocalAccounts(store).add("alice", "geheim");
    }
    byte[] first = Pkcs12Files.modern();
    byte[] second = Pkcs12Files.another();
    try (ServerProcess server = ServerProcess.serve(folder, "--config", config)) {
      Client alice = server.client().signIn("alice", "geheim");
      alice.put("/api/keys/" + ID + "?name=work", first);
      alice.put("/api/keys/" + ID, second);
      String[] row = columns(run("list", "alice"));
      assertEquals(
          List.of(ID, "work", "" + second.length, Sha256.hex(second)), List.of(row).subList(0, 4));
      row = columns(run("versions", "alice", ID));
      assertEquals(List.of("1", Sha256.hex(first), "" + first.length), List.of(row).subList(0, 3));
      assertEquals("replaced", row[4]);

      assertEquals(new Result(0, "", ""), run("restore", "alice", ID, "1"));
      assertArrayEquals(first, alice.get("/api/keys/" + ID).body());

      assertEquals(204, alice.delete("/api/keys/" + ID).statusCode());
      assertEquals(201, alice.putKey(UUID.randomUUID(), first).statusCode());
      assertFails("key.max-per-user", run("restore", "alice", ID, "2"));
      assertFails("no version 9", run("restore", "alice", ID, "9"));
      assertFails("no version 1", run("restore", "alice", UUID.randomUUID().toString(), "1"));
      assertFails("no user bob", run("list", "bob"));
      assertFails("no user bob", run("versions", "bob", ID));
      assertFails("no user bob", run("restore", "bob", ID, "1"));
      assertFails("x.p12", run("versions", "alice", "x.p12"));
      assertFails("NUMBER", run("restore", "alice", ID, "first"));
    }
  }

  private static String[] columns(Result result) {
    assertEquals(0, result.status(), result.errors());
    assertEquals(1, result.output().lines().count(), result.output());
    return result.output().strip().split("\t", -1);
  }

  private Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of("key"));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--config", config));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(output, true, UTF_8));
      System.setErr(new PrintStream(errors, true, UTF_8));
      int status = SignetCommand.run(all.toArray(String[]::new));
      return new Result(status, output.toString(UTF_8), errors.toString(UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static void assertFails(String word, Result result) {
    assertEquals(2, result.status(), result.toString());
    assertEquals(1, result.errors().lines().count(), result.errors());
    assertTrue(result.errors().contains(word), result.errors());
  }
}
