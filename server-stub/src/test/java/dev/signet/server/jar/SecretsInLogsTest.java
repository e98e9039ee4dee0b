package dev.signet.server.jar;

import static dev.signet.server.jar.Answers.assertStatus;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.server.fixture.CertificateFiles;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Databases;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess.Result;
import dev.signet.server.fixture.Tool;
import dev.signet.server.settings.StoreSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a busy server writes where an administrator has set every logger to everything, searched for
 * all that it was told in confidence.
 */
class SecretsInLogsTest {
  private static final Path LOGBACK = Path.of("src/main/resources/logback.xml");
  private static final String PASSWORD = "Right+pass/word 4711";
  private static final String CHANGED = "Later%pass:word 0815";
  private static final String WRONG = "Wrong&pass=word 1234";
  private static final String BEARER = "eyJhbGciOiJub25lIn0.c2lnbmV0LXRlc3Q.Zm9yZ2Vk";
  private static final String STORE_PASSWORD = "st0re-pass-w0rd";
  private static final String PROXY_PASSWORD = "pr0xy-pass-w0rd";

  private final List<String> proxyAsked = new CopyOnWriteArrayList<>();
  private final StringBuilder written = new StringBuilder();
  private final Spellings secrets =
      new Spellings()
          .add("password", PASSWORD)
          .add("later password", CHANGED)
          .add("wrong password", WRONG)
          .add("bearer token", BEARER)
          .add("password of the store", STORE_PASSWORD)
          .add("password of the proxy", PROXY_PASSWORD)
          .addPieces("key", Pkcs12Files.modern())
          .addPieces("other key", Pkcs12Files.another());

  @TempDir Path folder;
  private HttpServer proxy;

  @BeforeEach
  void startProxy() throws Exception {
    proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    proxy.createContext("/", this::wantPassword);
    proxy.start();
  }

  @AfterEach
  void stopProxy() {
    proxy.stop(0);
  }

  private void wantPassword(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String given = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
    proxyAsked.add(String.valueOf(given));
    exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"proxy\"");
    exchange.sendResponseHeaders(given == null ? 407 : 502, -1);
    exchange.close();
  }

  @Test
  void areNone_inPlainLines_whateverHappensToTheFileOfSqlite() throws Exception {
    try (JarSite site = prepare(TestedStore::sqlite, "plain")) {
      Client alice = administered(site, busy(site));
      Path file = Path.of(site.store().settings().url().substring("jdbc:sqlite:".length()));
      Path elsewhere = folder.resolve("elsewhere");
      Files.move(file, elsewhere);
      withoutStore(site, alice);
      Files.move(elsewhere, file);
      StoreUnreachable.awaitReadiness(site, 200);
      stop(site);
      assertSearched("DEBUG");
    }
  }

  @Test
  void areNone_inJson_whereThePasswordIsInTheAddressOfPostgresql() throws Exception {
    String plain = Databases.POSTGRESQL.fresh(folder);
    try (TcpRelay relay = new TcpRelay(Databases.postgresqlPort())) {
      String url =
          plain.replace(":" + Databases.postgresqlPort() + "/", ":" + relay.port() + "/")
              + "&password="
              + STORE_PASSWORD;
      try (JarSite site = prepare(of(StoreSettings.of(url)), "json")) {
        Client alice = busy(site);
        refusedRows(site, alice);
        relay.refuse();
        withoutStore(site, alice);
        relay.resume();
        StoreUnreachable.awaitReadiness(site, 200);
        stop(site);
        assertSearched("\"level\":\"DEBUG\"");
      }
    }
  }

  @Test
  void areNone_whereTheStoreIsNotThereFromTheStart() throws Exception {
    String nowhere = "jdbc:postgresql://127.0.0.1:" + Databases.postgresqlPort() + "/nowhere";
    StoreSettings byName =
        new StoreSettings(nowhere, Optional.of("postgres"), Optional.of(STORE_PASSWORD), 2);
    StoreSettings inAddress =
        StoreSettings.of(nowhere + "?user=postgres&password=" + STORE_PASSWORD);
    for (StoreSettings settings : List.of(byName, inAddress)) {
      try (JarSite site = prepare(of(settings), "plain")) {
        Result refused = site.run("", "serve");
        assertEquals(2, refused.status(), refused.toString());
        keep(refused);
      }
    }
    assertSearched("DEBUG");
  }

  private static TestedStore.Kind of(StoreSettings settings) {
    return parent -> () -> settings;
  }

  /** A site whose every logger says everything. */
  private JarSite prepare(TestedStore.Kind kind, String format) throws Exception {
    JarSite site =
        JarSite.prepare(
            kind,
            "log.format=" + format,
            "ocsp.proxy=http://relay:" + PROXY_PASSWORD + "@127.0.0.1:" + proxyPort());
    String logback = Files.readString(LOGBACK).replaceAll("level=\"[A-Z]+\"", "level=\"ALL\"");
    Files.writeString(site.folder().resolve("logback.xml"), logback);
    return site;
  }

  private int proxyPort() {
    return proxy.getAddress().getPort();
  }

  private Client busy(JarSite site) throws Exception {
    keepDone(site.run(PASSWORD, "user", "add", "alice"));
    site.start();
    Client client = site.client();
    assertStatus(401, client.trySignIn("alice", WRONG));
    Client alice = site.client().signIn("alice", PASSWORD);
    remember(alice);
    UUID id = UUID.randomUUID();
    assertStatus(201, alice.put("/api/keys/" + id + "?name=a", Pkcs12Files.modern()));
    assertStatus(204, alice.putKey(id, Pkcs12Files.another()));
    assertStatus(412, alice.putKey(id, Pkcs12Files.another(), "If-None-Match", "*"));
    assertStatus(200, alice.get("/api/keys/" + id));
    assertStatus(200, alice.get("/api/keys"));
    assertStatus(422, alice.putKey(id, cut(Pkcs12Files.modern())));
    assertStatus(415, alice.putKey(id, Pkcs12Files.modern(), "Content-Type", "text/plain"));
    assertStatus(403, alice.putKey(id, Pkcs12Files.modern(), "X-CSRF-Token", WRONG));
    assertStatus(401, client.get("/api/keys", "Authorization", "Bearer " + BEARER));
    assertStatus(401, client.get("/api/keys", "Authorization", basic()));
    assertStatus(404, client.get("/api/none?password=" + form(WRONG)));
    assertStatus(404, client.get("/needle-in-the-hay"));
    relay(alice);
    return alice;
  }

  /** The commands that an administrator runs beside the server; the user's new session. */
  private Client administered(JarSite site, Client alice) throws Exception {
    String id = Client.json(alice.get("/api/keys")).get(0).get("id").asText();
    keepDone(site.run("", "key", "restore", "alice", id, "1"));
    assertArrayEquals(Pkcs12Files.modern(), alice.get("/api/keys/" + id).body());
    keepDone(site.run(CHANGED, "user", "passwd", "alice"));
    assertStatus(401, alice.get("/api/keys"));
    Client later = site.client().signIn("alice", CHANGED);
    remember(later);
    return later;
  }

  /** Errors of which PostgreSQL has a detail that repeats the row. */
  private void refusedRows(JarSite site, Client alice) throws Exception {
    try (Connection connection = DriverManager.getConnection(site.store().settings().url());
        Statement statement = connection.createStatement()) {
      statement.execute("ALTER TABLE account ADD CHECK (length(password_hash) < 9) NOT VALID");
      statement.execute("ALTER TABLE key_file ADD CHECK (length(content) < 9) NOT VALID");
    }
    assertStatus(503, alice.putKey(UUID.randomUUID(), Pkcs12Files.modern()));
    Result refused = site.run(CHANGED, "user", "passwd", "alice");
    assertEquals(2, refused.status(), refused.toString());
    keep(refused);
    assertTrue(written.indexOf("violates check constraint") >= 0, written::toString);
    secrets.add("hash of a password", "$argon2id$");
    secrets.add("beginning of a key", Arrays.copyOf(Pkcs12Files.modern(), 20));
  }

  private void remember(Client client) {
    secrets
        .add("session", client.cookie().substring(client.cookie().indexOf('=') + 1))
        .add("token against forgery", client.csrf());
  }

  private void relay(Client alice) throws Exception {
    CertificateFiles.make(folder, "ca");
    Tool.run(folder, "openssl ocsp -issuer ca.pem -serial 1 -reqout request.der".split(" "));
    byte[] request = Files.readAllBytes(folder.resolve("request.der"));
    assertStatus(
        502,
        alice.send(
            "POST",
            "/api/ocsp?responder=" + form("http://ocsp.example/"),
            BodyPublishers.ofByteArray(request),
            "Content-Type",
            "application/ocsp-request"));
    String credentials = "relay:" + PROXY_PASSWORD;
    assertTrue(
        proxyAsked.contains(
            "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))),
        proxyAsked::toString);
  }

  /** All at once, since each waits for a connection in vain. */
  private static void withoutStore(JarSite site, Client alice) {
    Stream.<Runnable>of(
            () -> assertStatus(503, alice.get("/api/keys")),
            () -> assertStatus(503, alice.putKey(UUID.randomUUID(), Pkcs12Files.modern())),
            () -> assertStatus(503, site.client().trySignIn("alice", CHANGED)))
        .map(each -> CompletableFuture.runAsync(each, task -> new Thread(task).start()))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private void stop(JarSite site) throws Exception {
    keep(site.process().stop());
    assertTrue(written.indexOf("/needle-in-the-hay") >= 0, written::toString);
  }

  private void keepDone(Result result) {
    assertEquals(0, result.status(), result.toString());
    keep(result);
  }

  private void keep(Result result) {
    written.append(result.output()).append(result.errors());
  }

  /** That the search finds is shown on what was written, with each secret put into its middle. */
  private void assertSearched(String level) {
    String all = written.toString();
    assertTrue(all.contains(level), "the level is not in force: " + all);
    assertTrue(all.contains("ikari"), "other loggers say nothing: " + all);
    assertEquals(List.of(), secrets.in(all));
    int middle = all.length() / 2;
    for (String secret : List.of(PASSWORD, CHANGED, WRONG, BEARER, STORE_PASSWORD)) {
      for (String spelling : Spellings.of(secret.getBytes(UTF_8)).values()) {
        String planted = all.substring(0, middle) + spelling + all.substring(middle);
        assertFalse(secrets.in(planted).isEmpty(), spelling);
      }
    }
    byte[] key = Pkcs12Files.modern();
    String planted = Base64.getMimeEncoder(-1, new byte[0]).encodeToString(key);
    assertFalse(secrets.in(all + planted).isEmpty());
  }

  private static byte[] cut(byte[] file) {
    return Arrays.copyOf(file, file.length - 10);
  }

  private static String basic() {
    return "Basic " + Base64.getEncoder().encodeToString(("alice:" + WRONG).getBytes(UTF_8));
  }

  private static String form(String text) {
    return java.net.URLEncoder.encode(text, UTF_8);
  }
}
