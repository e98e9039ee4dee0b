package dev.signet.server.jar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.server.fixture.Pkcs12Files;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The site as {@code docs/deploy/nginx.conf} makes it, asked by curl. */
class NginxTest {
  private static final String SITE = "https://mail.example";

  /** What comes from other addresses than the proxy's own is seen to come from there. */
  private static final String CLIENT = "127.0.0.9";

  private static final String PRETENDED = "203.0.113.7";

  @TempDir static Path folder;
  private static final List<String> PASSED_ON = new CopyOnWriteArrayList<>();
  private static HttpServer jmap;
  private static JarSite site;
  private static Nginx nginx;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(Nginx.program().isPresent(), "nginx is not installed");
    jmap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    jmap.createContext("/", NginxTest::answerAsJmap);
    jmap.start();
    site =
        JarSite.start(
            TestedStore::sqlite,
            "origin=" + SITE,
            "trusted-proxies=127.0.0.1",
            "mail=/jmap/session");
    nginx = Nginx.start(folder, site.port(), jmap.getAddress().getPort());
  }

  @AfterAll
  static void stop() throws Exception {
    if (jmap != null) {
      jmap.stop(0);
    }
    try (JarSite ended = site;
        Nginx closed = nginx) {
      // Closed, both.
    }
  }

  private static void answerAsJmap(HttpExchange exchange) throws IOException {
    int length = exchange.getRequestBody().readAllBytes().length;
    PASSED_ON.add(
        exchange.getRequestURI()
            + " "
            + length
            + " "
            + exchange.getRequestHeaders().getFirst("Host")
            + " "
            + exchange.getRequestHeaders().get("X-Forwarded-For")
            + exchange.getRequestHeaders().get("Forwarded")
            + exchange.getRequestHeaders().get("Remote-User"));
    byte[] answer = "{\"jmap\":true}".getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static String assertStatus(int status, String answer) {
    assertTrue(answer.matches("(?s)HTTP/\\S+ " + status + "\\b.*"), answer);
    return answer;
  }

  @Test
  void thePageIsServedCompressedWithItsHeaders_andOverHttpsAlone() {
    String page = assertStatus(200, nginx.curl(SITE + "/", "--compressed"));
    assertTrue(page.startsWith("HTTP/2 "), page);
    assertTrue(page.contains("<script type=\"module\""), page);
    assertTrue(page.contains("content-encoding: br"), page);
    assertTrue(page.contains("content-security-policy: default-src 'none'"), page);
    assertTrue(page.contains("strict-transport-security: "), page);
    assertFalse(page.toLowerCase(java.util.Locale.ROOT).contains("server: nginx/"), page);
    String moved = assertStatus(301, nginx.curl("http://mail.example/a?b"));
    assertTrue(moved.contains("Location: https://mail.example/a?b\r\n"), moved);
  }

  @Test
  void aKeyIsStoredAndFetched() throws Exception {
    String token = signIn(site.newUser());
    String key = SITE + "/api/keys/" + UUID.randomUUID();
    Files.write(folder.resolve("key.p12"), Pkcs12Files.modern());
    String created = put(key, "key.p12", token);
    assertStatus(201, created);
    assertTrue(created.contains("etag: "), created);
    assertStatus(200, nginx.curl(key));
    nginx.curl(key, "--no-include", "-o", "fetched.p12");
    assertArrayEquals(Pkcs12Files.modern(), Files.readAllBytes(folder.resolve("fetched.p12")));
    assertStatus(403, nginx.curl(key, "-X", "DELETE", "-H", "X-CSRF-Token: " + token));
    assertStatus(403, put(key, "key.p12", token, "-H", "Origin: http://127.0.0.1:" + site.port()));
  }

  @Test
  void aBodyOverEitherLimitIsAnswered413() throws Exception {
    String token = signIn(site.newUser());
    String key = SITE + "/api/keys/" + UUID.randomUUID();
    Files.write(folder.resolve("over-the-servers"), new byte[300_000]);
    String servers = assertStatus(413, put(key, "over-the-servers", token));
    assertTrue(servers.contains("content-type: application/problem+json"), servers);
    Files.write(folder.resolve("over-nginxs"), new byte[1_500_000]);
    assertStatus(413, put(key, "over-nginxs", token));
    assertStatus(404, nginx.curl(key));
  }

  /** Paths that nginx, or the server after it, may take for {@code /metrics}. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics",
        "/metrics?a",
        "/metrics;a=b",
        "/metrics;",
        "/;a/metrics",
        "/metrics/",
        "/metrics%3ba",
        "/%6detrics",
        "//metrics",
        "/./metrics",
        "/assets/../metrics",
        "/assets/..;/metrics",
        "/api/..%2fmetrics",
        "/metrics%00",
        "/metrics%20",
        "/readyz"
      })
  void theOperatorsPagesAreNotSeenFromOutside(String path) {
    for (String from : new String[] {"127.0.0.1", CLIENT}) {
      for (String version : new String[] {"--http1.1", "--http2"}) {
        String answer = nginx.curl(SITE + path, "--interface", from, version);
        assertTrue(answer.matches("(?s)HTTP/\\S+ 4\\d\\d\\b.*"), answer);
        assertFalse(answer.contains("signet_http_requests"), answer);
      }
    }
    assertStatus(200, nginx.curl("http://127.0.0.1:" + site.port() + "/metrics"));
  }

  @Test
  void nobodyPretendsToBeAnotherAddressOrUser() throws Exception {
    String path = "/api/keys/" + UUID.randomUUID();
    String[] pretending = {
      "-H",
      "X-Forwarded-For: " + PRETENDED,
      "-H",
      "Forwarded: for=" + PRETENDED,
      "-H",
      "Remote-User: root",
      "--interface",
      CLIENT
    };
    String[] arguments = java.util.Arrays.copyOf(pretending, pretending.length + 1);
    arguments[pretending.length] = SITE + path;
    assertStatus(401, nginx.curl(arguments));
    while (!site.process().log().contains(path)) {
      Thread.onSpinWait();
    }
    String log = site.process().log();
    assertTrue(
        log.lines().anyMatch(line -> line.contains(path) && line.contains('"' + CLIENT + '"')),
        log);
    assertFalse(log.contains(PRETENDED), log);
    arguments[pretending.length] = SITE + "/jmap/pretending";
    assertStatus(200, nginx.curl(arguments));
    assertTrue(
        PASSED_ON.contains("/jmap/pretending 0 mail.example [" + CLIENT + "]nullnull"),
        PASSED_ON::toString);
  }

  @Test
  void theHostIsKept_soThatTheServerRefusesAnother() {
    assertStatus(200, nginx.curl(SITE + "/api/config"));
    assertStatus(421, nginx.curl(SITE + "/api/config", "-H", "Host: evil.example"));
  }

  @Test
  void theMailsServerIsReachedOnTheSameOrigin() throws Exception {
    String config = assertStatus(200, nginx.curl(SITE + "/api/config"));
    JsonNode mail = new ObjectMapper().readTree(config.substring(config.indexOf("{"))).get("mail");
    String session = java.net.URI.create(SITE).resolve(mail.asText()).toString();
    assertEquals(SITE + "/jmap/session", session);
    assertTrue(assertStatus(200, nginx.curl(session + "?a=%2f")).endsWith("{\"jmap\":true}"));
    Files.write(folder.resolve("mail"), new byte[2_000_000]);
    assertStatus(200, nginx.curl(SITE + "/jmap/upload/a", "--data-binary", "@mail"));
    assertTrue(
        PASSED_ON.contains("/jmap/session?a=%2f 0 mail.example [127.0.0.1]nullnull"),
        PASSED_ON::toString);
    assertTrue(
        PASSED_ON.contains("/jmap/upload/a 2000000 mail.example [127.0.0.1]nullnull"),
        PASSED_ON::toString);
  }

  @Test
  void whoGuessesFastIsSlowedDown() {
    String statuses =
        nginx.curl(
            SITE + "/api/session?[1-100]",
            "--no-include",
            "--interface",
            "127.0.0.8",
            "-o",
            "guesses",
            "-w",
            "%{http_code}\\n");
    assertTrue(statuses.contains("429"), statuses);
  }

  /** Signs in, with the cookie kept by curl; the session's token. */
  private static String signIn(String user) throws IOException {
    String credentials = "{\"user\":\"%s\",\"password\":\"%s\"}".formatted(user, JarSite.PASSWORD);
    String answer =
        nginx.curl(
            SITE + "/api/session",
            "-H",
            "Origin: " + SITE,
            "-H",
            "Content-Type: application/json",
            "-d",
            credentials);
    assertStatus(204, answer);
    assertTrue(answer.matches("(?is).*set-cookie: [^\n]*; secure.*"), answer);
    String session = assertStatus(200, nginx.curl(SITE + "/api/session"));
    return new ObjectMapper()
        .readTree(session.substring(session.indexOf("{")))
        .get("csrf")
        .asText();
  }

  private static String put(String key, String file, String token, String... more) {
    String[] fixed = {
      key,
      "-X",
      "PUT",
      "-H",
      "Content-Type: application/x-pkcs12",
      "-H",
      "X-CSRF-Token: " + token,
      "--data-binary",
      "@" + file
    };
    String[] origin = more.length == 0 ? new String[] {"-H", "Origin: " + SITE} : more;
    return nginx.curl(
        java.util.stream.Stream.of(fixed, origin)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }
}
