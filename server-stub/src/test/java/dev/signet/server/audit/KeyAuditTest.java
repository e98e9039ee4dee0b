package dev.signet.server.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.LogLines;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each line is there before its answer is: no test waits for one. */
class KeyAuditTest {
  private static RunningServer server;

  private final LogLines log = new LogLines("signet.audit");
  private final String id = UUID.randomUUID().toString();
  private final String user = server.newUser();
  private final Client alice = server.signedIn(user);

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @AfterEach
  void listenNoMore() {
    log.close();
  }

  @Test
  void saysWhoStoredFetchedAndDeletedWhichVersion() {
    alice.putKey(UUID.fromString(id), Pkcs12Files.modern());
    assertEquals(
        List.of(
            Map.of(
                "action", "key-store",
                "change", "created",
                "client", "127.0.0.1",
                "key", id,
                "outcome", "done",
                "sha256", Sha256.hex(Pkcs12Files.modern()),
                "user", user)),
        log.with("key", id));
    alice.putKey(UUID.fromString(id), Pkcs12Files.another());
    assertEquals(1, log.with("key", id, "change", "replaced").size());
    alice.get("/api/keys/" + id);
    assertEquals(1, done("key-fetch").size());
    assertEquals(Sha256.hex(Pkcs12Files.another()), done("key-fetch").get(0).get("sha256"));
    alice.delete("/api/keys/" + id);
    assertEquals(1, done("key-delete").size());
    assertEquals(4, log.with("key", id).size());
  }

  @Test
  void saysWhatWasRefusedAndWhy() {
    alice.putKey(UUID.fromString(id), Pkcs12Files.openssl("-passout", "pass:"));
    assertEquals(1, refused("key-store", "reason", "empty-passphrase").size());
    alice.putKey(UUID.fromString(id), Pkcs12Files.modern(), "X-CSRF-Token", "another");
    assertEquals(1, refused("key-store", "reason", "csrf").size());
    alice.putKey(UUID.fromString(id), Pkcs12Files.modern(), "Content-Type", "text/plain");
    assertEquals(1, refused("key-store", "status", "415").size());
    alice.putKey(UUID.fromString(id), new byte[1 << 20]);
    assertEquals(1, refused("key-store", "status", "413").size());
    alice.delete("/api/keys/" + id);
    assertEquals(1, refused("key-delete", "status", "404").size());
    alice.putKey(UUID.fromString(id), Pkcs12Files.modern());
    Client mallory = server.signedIn(server.newUser());
    mallory.get("/api/keys/" + id);
    assertEquals(1, refused("key-fetch", "status", "404").size());
    server.client().send("DELETE", "/api/keys/" + id, BodyPublishers.noBody());
    assertEquals(1, log.with("key", id, "user", "-", "status", "401").size());
    alice.delete("/api/keys/" + id, "If-Match", "\"0\"");
    assertEquals(1, refused("key-delete", "status", "412").size());
  }

  @Test
  void doesNotCallItAFetchWhereNoBytesWent() {
    alice.putKey(UUID.fromString(id), Pkcs12Files.modern());
    String tag = '"' + Sha256.hex(Pkcs12Files.modern()) + '"';
    assertEquals(304, alice.get("/api/keys/" + id, "If-None-Match", tag).statusCode());
    alice.send("HEAD", "/api/keys/" + id, BodyPublishers.noBody());
    assertEquals(List.of(), done("key-fetch"));
  }

  private List<Map<String, String>> done(String action) {
    return log.with("key", id, "action", action, "outcome", "done");
  }

  private List<Map<String, String>> refused(String action, String member, String value) {
    return log.with("key", id, "action", action, "outcome", "refused", member, value);
  }
}
