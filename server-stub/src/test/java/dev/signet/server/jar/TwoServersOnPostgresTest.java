package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL are one site. */
class TwoServersOnPostgresTest {
  private static JarSite site;
  private static ServerProcess other;

  private final UUID id = UUID.randomUUID();
  private final Client here = site.newClient();
  private final Client there = here.at(other.client().origin());

  @BeforeAll
  static void start() throws Exception {
    site = JarSite.start(TestedStore::postgresql, "key.max-per-user=3");
    other = site.another();
  }

  @AfterAll
  static void stop() throws Exception {
    other.close();
    site.close();
  }

  @Test
  void aSessionAndAKeyOfOneAreThoseOfTheOther() {
    assertEquals(
        Client.json(here.get("/api/session")),
        Client.json(assertStatus(200, there.get("/api/session"))));
    String tag = Answers.field(assertStatus(201, here.putKey(id, Pkcs12Files.modern())), "ETag");
    assertArrayEquals(Pkcs12Files.modern(), assertStatus(200, there.get("/api/keys/" + id)).body());
    assertStatus(204, there.putKey(id, Pkcs12Files.another(), "If-Match", tag));
    assertStatus(412, here.putKey(id, Pkcs12Files.modern(), "If-Match", tag));
    assertArrayEquals(Pkcs12Files.another(), here.get("/api/keys/" + id).body());
    assertStatus(204, there.delete("/api/keys/" + id));
    assertStatus(404, here.get("/api/keys/" + id));
  }

  @Test
  void signingOutOfOneIsSigningOutOfTheOther() {
    assertStatus(204, there.delete("/api/session"));
    assertStatus(401, here.get("/api/session"));
    assertStatus(401, here.putKey(id, Pkcs12Files.modern()));
  }

  @Test
  void ofManyThatCreateAKeyAtOnceOneSucceeds() throws Exception {
    for (int round = 0; round < 5; round++) {
      UUID contested = UUID.randomUUID();
      List<Integer> statuses =
          atOnce(client -> client.putKey(contested, Pkcs12Files.modern(), "If-None-Match", "*"));
      assertEquals(
          1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
      assertEquals(
          7, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
      assertStatus(204, here.delete("/api/keys/" + contested));
    }
  }

  @Test
  void ofManyThatReplaceOneVersionAtOnceOneSucceeds() throws Exception {
    String tag = Answers.field(here.putKey(id, Pkcs12Files.modern()), "ETag");
    List<Integer> statuses =
        atOnce(client -> client.putKey(id, Pkcs12Files.another(), "If-Match", tag));
    assertEquals(1, statuses.stream().filter(status -> status == 204).count(), statuses::toString);
    assertEquals(7, statuses.stream().filter(status -> status == 412).count(), statuses::toString);
  }

  @Test
  void theQuotaHoldsAcrossBoth() throws Exception {
    List<Integer> statuses =
        atOnce(client -> client.putKey(UUID.randomUUID(), Pkcs12Files.modern()));
    assertEquals(3, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
    assertEquals(5, statuses.stream().filter(status -> status == 507).count(), statuses::toString);
    assertEquals(3, Client.json(there.get("/api/keys")).size());
  }

  private interface Call {
    java.net.http.HttpResponse<byte[]> by(Client client);
  }

  /** Eight calls together, half of them on each server; their statuses. */
  private List<Integer> atOnce(Call call) throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Client client = i % 2 == 0 ? here : there;
      calls.add(() -> call.by(client).statusCode());
    }
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      List<Integer> statuses = new ArrayList<>();
      for (Future<Integer> status : threads.invokeAll(calls)) {
        statuses.add(status.get());
      }
      return statuses;
    } finally {
      threads.shutdown();
    }
  }
}
