package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTest {
  private static RunningServer server;

  private final String alice = server.newUser();

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start("session.idle-minutes=60", "session.max-hours=12");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Nested
  class SigningIn {
    @Test
    void givesACookieThatScriptsCannotRead() {
      HttpResponse<byte[]> answer = server.client().trySignIn(alice, RunningServer.PASSWORD);
      assertEquals(204, answer.statusCode());
      String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
      assertTrue(
          cookie.matches("signet-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict"), cookie);
    }

    @Test
    void marksTheCookieSecureOnHttps() throws Exception {
      try (RunningServer https = RunningServer.start("origin=https://127.0.0.1")) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + https.port() + "/api/session"))
                .header("Origin", "https://127.0.0.1")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"user\":\"%s\",\"password\":\"%s\"}"
                            .formatted(https.newUser(), RunningServer.PASSWORD)))
                .build();
        HttpResponse<byte[]> answer = https.client().send(request);
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(
            cookie.matches(
                "__Host-signet-session=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure"),
            cookie);
        assertTrue(answer.headers().firstValue("Strict-Transport-Security").isPresent());
      }
    }

    @Test
    void tellsWhoIsSignedIn() {
      JsonNode session = Client.json(server.signedIn(alice).get("/api/session"));
      assertEquals(alice, session.get("user").asText());
      assertTrue(session.get("csrf").asText().length() >= 43);
      assertEquals(2, session.size());
    }

    @Test
    void isFoundAmongMalformedAndManyCookies() {
      Client client = server.signedIn(alice);
      String others = "a=\"b; $Version=1; =x; " + "c=d; ".repeat(50);
      String cookies = others + client.cookie() + "; e=f";
      assertEquals(200, server.client().get("/api/session", "Cookie", cookies).statusCode());
      assertEquals(401, server.client().get("/api/session", "Cookie", others).statusCode());
      String right = "{\"user\":\"" + alice + "\",\"password\":\"" + RunningServer.PASSWORD + "\"}";
      HttpResponse<byte[]> again =
          server
              .client()
              .send(
                  "POST",
                  "/api/session",
                  BodyPublishers.ofString(right),
                  "Content-Type",
                  "application/json",
                  "Cookie",
                  others);
      assertEquals(204, again.statusCode());
    }

    @Test
    void makesANewSessionEachTimeAndEndsTheOldOne() {
      Client client = server.signedIn(alice);
      String first = client.cookie();
      String firstCsrf = client.csrf();
      client.signIn(alice, RunningServer.PASSWORD);
      assertNotEquals(first, client.cookie());
      assertNotEquals(firstCsrf, client.csrf());
      assertEquals(401, server.client().get("/api/session", "Cookie", first).statusCode());
    }

    @Test
    void doesNotTellWhetherTheNameOrThePasswordWasWrong() {
      HttpResponse<byte[]> name = server.client().trySignIn("nobody", RunningServer.PASSWORD);
      HttpResponse<byte[]> password = server.client().trySignIn(alice, "wrong");
      assertEquals(401, name.statusCode());
      assertEquals(401, password.statusCode());
      assertEquals(Client.json(name), Client.json(password));
      assertFalse(name.headers().firstValue("Set-Cookie").isPresent());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "[]",
          "null",
          "{}",
          "{\"user\":\"alice\"}",
          "{\"user\":\"alice\",\"password\":null}",
          "{\"user\":\"alice\",\"password\":1}",
          "{\"user\":\"alice\",\"password\":\"a\",\"more\":1}",
          "{\"user\":\"alice\",\"user\":\"bob\",\"password\":\"a\"}",
          "{\"user\":\"alice\",\"password\":\"a\"} {}",
          "user=alice&password=a"
        })
    void refusesWhatIsNotCredentials(String body) {
      HttpResponse<byte[]> answer =
          server
              .client()
              .send(
                  "POST",
                  "/api/session",
                  BodyPublishers.ofString(body),
                  "Content-Type",
                  "application/json");
      assertEquals(400, answer.statusCode());
      assertFalse(
          new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8).contains("alice"));
    }

    @Test
    void wantsJson() {
      HttpResponse<byte[]> answer =
          server
              .client()
              .send(
                  "POST",
                  "/api/session",
                  BodyPublishers.ofString("{}"),
                  "Content-Type",
                  "text/plain");
      assertEquals(415, answer.statusCode());
    }

    @Test
    void isSlowedDownForGuessers() {
      HttpResponse<byte[]> answer = null;
      for (int i = 0; i < 9; i++) {
        answer = server.client().trySignIn(alice, "guess " + i);
      }
      assertEquals(429, answer.statusCode());
      int wait = Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow());
      assertTrue(wait > 0 && wait <= 31, "Retry-After: " + wait);
      assertEquals(429, server.client().trySignIn(alice, RunningServer.PASSWORD).statusCode());
      server.clock.step(Duration.ofSeconds(wait));
      assertEquals(204, server.client().trySignIn(alice, RunningServer.PASSWORD).statusCode());
    }
  }

  @Nested
  class Ends {
    @Test
    void atSigningOut() {
      Client client = server.signedIn(alice);
      HttpResponse<byte[]> answer = client.delete("/api/session");
      assertEquals(204, answer.statusCode());
      assertTrue(answer.headers().firstValue("Set-Cookie").orElseThrow().contains("Max-Age=0"));
      assertEquals(401, client.get("/api/session").statusCode(), "a replayed cookie");
    }

    @Test
    void whenIdle() {
      Client client = server.signedIn(alice);
      for (int i = 0; i < 5; i++) {
        server.clock.step(Duration.ofMinutes(59));
        assertEquals(200, client.get("/api/session").statusCode());
      }
      server.clock.step(Duration.ofMinutes(61));
      assertEquals(401, client.get("/api/session").statusCode());
    }

    @Test
    void whenOldHoweverBusy() {
      Client client = server.signedIn(alice);
      for (int i = 0; i < 23; i++) {
        server.clock.step(Duration.ofMinutes(30));
        assertEquals(200, client.get("/api/session").statusCode());
      }
      server.clock.step(Duration.ofMinutes(31));
      assertEquals(401, client.get("/api/session").statusCode());
    }

    @Test
    void whenThePasswordIsChanged() {
      Client client = server.signedIn(alice);
      new dev.signet.server.accounts.LocalAccounts(server.store()).setPassword(alice, "new");
      assertEquals(401, client.get("/api/session").statusCode());
      assertEquals(204, server.client().trySignIn(alice, "new").statusCode());
    }
  }

  @Nested
  class Changes {
    private final UUID id = UUID.randomUUID();

    @Test
    void needASession() {
      Client nobody = server.client();
      assertEquals(401, nobody.get("/api/keys").statusCode());
      assertEquals(401, nobody.get("/api/keys/" + id).statusCode());
      assertEquals(401, nobody.putKey(id, Pkcs12Files.modern()).statusCode());
      assertEquals(401, nobody.delete("/api/keys/" + id).statusCode());
      assertEquals(401, nobody.delete("/api/session").statusCode());
      assertEquals(401, nobody.get("/api/session").statusCode());
      String madeUp = "signet-session=" + "A".repeat(43);
      assertEquals(401, nobody.get("/api/keys", "Cookie", madeUp).statusCode());
    }

    @Test
    void needTheTokenOfTheSession() {
      Client client = server.signedIn(alice);
      String other = server.signedIn(alice).csrf();
      for (String token : new String[] {"", "x", other, client.csrf() + "x"}) {
        assertEquals(
            403, client.putKey(id, Pkcs12Files.modern(), "X-CSRF-Token", token).statusCode());
        assertEquals(403, client.delete("/api/session", "X-CSRF-Token", token).statusCode());
      }
      assertEquals(404, client.get("/api/keys/" + id).statusCode());
      assertEquals(201, client.putKey(id, Pkcs12Files.modern()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "null",
          "http://evil.example",
          "https://127.0.0.1:%d",
          "http://127.0.0.1:%d.evil.example",
          "http://127.0.0.1",
          ""
        })
    void needTheOriginOfTheSite(String pattern) {
      String origin = pattern.replace("%d", Integer.toString(server.port()));
      Client client = server.signedIn(alice);
      assertEquals(403, client.putKey(id, Pkcs12Files.modern(), "Origin", origin).statusCode());
      assertEquals(403, client.delete("/api/session", "Origin", origin).statusCode());
      HttpResponse<byte[]> signIn =
          server
              .client()
              .send(
                  "POST",
                  "/api/session",
                  BodyPublishers.ofString("{\"user\":\"alice\",\"password\":\"x\"}"),
                  "Content-Type",
                  "application/json",
                  "Origin",
                  origin);
      assertEquals(403, signIn.statusCode());
      assertEquals(200, client.get("/api/session", "Origin", origin).statusCode());
    }
  }
}
