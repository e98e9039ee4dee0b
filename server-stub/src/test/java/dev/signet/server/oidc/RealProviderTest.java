package dev.signet.server.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.OidcProvider;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RealProviderTest {
  private static final String ORIGIN = "https://127.0.0.1";
  private static final String CALLBACK = ORIGIN + "/api/session/oidc/callback";

  private static OidcProvider provider;
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    provider = OidcProvider.start(CALLBACK, OidcProvider.SECRET);
    server = server(OidcProvider.SECRET);
  }

  private static RunningServer server(String secret) throws Exception {
    return RunningServer.start(
        "origin=" + ORIGIN,
        "sign-in=oidc",
        "oidc.issuer=" + provider.issuer(),
        "oidc.client-id=" + OidcProvider.CLIENT,
        "oidc.client-secret=" + secret,
        "oidc.audience=urn:signet");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
    provider.close();
  }

  @Test
  void signsIn() throws Exception {
    HttpResponse<byte[]> begun = get("/api/session/oidc");
    assertEquals(302, begun.statusCode());
    String attempt = Client.cookieOf(begun);
    assertTrue(
        begun
            .headers()
            .firstValue("Set-Cookie")
            .orElseThrow()
            .matches(
                "__Host-signet-oidc=\\d+\\.[\\w-]{43};"
                    + " Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=600"));
    URI back = provider.signIn(location(begun), "alice");
    assertTrue(back.toString().startsWith(CALLBACK + "?"), back.toString());
    HttpResponse<byte[]> answer = callback(back, attempt);
    assertEquals(302, answer.statusCode());
    assertEquals(ORIGIN + "/", location(answer).toString());
    String cookie = sessionOf(answer);
    HttpResponse<byte[]> session = get("/api/session", "Cookie", cookie);
    assertEquals("alice", Client.json(session).get("user").asText());
    String csrf = Client.json(session).get("csrf").asText();
    UUID id = UUID.randomUUID();
    String[] change = {"Origin", ORIGIN, "Cookie", cookie, "X-CSRF-Token", csrf};
    assertEquals(201, server.client().putKey(id, Pkcs12Files.modern(), change).statusCode());

    // the same again: the code has been used, and the provider says so
    assertFailed(callback(back, attempt));

    assertEquals(204, server.client().delete("/api/session", change).statusCode());
    assertEquals(401, get("/api/session", "Cookie", cookie).statusCode());
  }

  @Test
  void takesNoCodeOfAnotherBrowser() throws Exception {
    HttpResponse<byte[]> attacker = get("/api/session/oidc");
    HttpResponse<byte[]> victim = get("/api/session/oidc");
    URI back = provider.signIn(location(attacker), "mallory");
    // the attacker's answer in the victim's browser, as it is, and with the victim's state
    assertFailed(callback(back, Client.cookieOf(victim)));
    String state = location(victim).getQuery().replaceAll(".*\\bstate=([^&]+).*", "$1");
    URI mixed = URI.create(back.toString().replaceAll("\\bstate=[^&]+", "state=" + state));
    assertFailed(callback(mixed, Client.cookieOf(victim)));
    assertFailed(get(back.getRawPath() + "?" + back.getRawQuery()));
  }

  @Test
  void refusesAnswersThatAreNotTheProviders() throws Exception {
    HttpResponse<byte[]> begun = get("/api/session/oidc");
    URI back = provider.signIn(location(begun), "alice");
    String path = back.toString().substring(ORIGIN.length());
    String attempt = Client.cookieOf(begun);
    for (String wrong :
        new String[] {
          path.replaceAll("code=[^&]+", "code=made-up"),
          path.replaceAll("&?iss=[^&]+", ""),
          path.replaceAll("iss=[^&]+", "iss=https%3A%2F%2Fother.example"),
          path.replaceAll("state=[^&]+", "state="),
          path.replaceAll("code=[^&]+", "error=access_denied"),
          path + "&code=another",
          "/api/session/oidc/callback",
        }) {
      assertFailed(get(wrong, "Cookie", attempt));
    }
  }

  @Test
  void expiresAnAttempt() throws Exception {
    try (RunningServer other = server(OidcProvider.SECRET)) {
      HttpResponse<byte[]> begun = other.client().get("/api/session/oidc");
      URI back = provider.signIn(location(begun), "alice");
      other.clock.step(java.time.Duration.ofMinutes(11));
      assertFailed(
          other
              .client()
              .get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie", Client.cookieOf(begun)));
    }
  }

  @Test
  void takesItsAccessTokens_withoutACookieOrACsrfToken() throws Exception {
    String bearer =
        "Bearer "
            + new ObjectMapper()
                .readTree(provider.token("grant_type=client_credentials&resource=urn%3Asignet"))
                .get("access_token")
                .asText();
    JsonNode session = Client.json(get("/api/session", "Authorization", bearer));
    assertEquals(OidcProvider.CLIENT, session.get("user").asText());
    assertTrue(session.get("csrf").isNull());
    UUID id = UUID.randomUUID();
    String[] fields = {"Authorization", bearer, "Origin", "null"};
    assertEquals(201, server.client().putKey(id, Pkcs12Files.modern(), fields).statusCode());
    assertEquals(403, server.client().delete("/api/session", fields).statusCode());
    assertEquals(204, server.client().delete("/api/keys/" + id, fields).statusCode());
    String cookie = "__Host-signet-session=" + "A".repeat(43);
    assertEquals(400, get("/api/keys", "Authorization", bearer, "Cookie", cookie).statusCode());
    HttpResponse<byte[]> cut =
        get("/api/keys", "Authorization", bearer.substring(0, bearer.length() - 8));
    assertEquals(401, cut.statusCode());
    assertEquals(
        "Bearer error=\"invalid_token\"",
        cut.headers().firstValue("WWW-Authenticate").orElseThrow());
  }

  @Test
  void takesNoPasswords() {
    HttpResponse<byte[]> answer =
        server
            .client()
            .send(
                "POST",
                "/api/session",
                BodyPublishers.ofString("{\"user\":\"a\",\"password\":\"b\"}"),
                "Origin",
                ORIGIN,
                "Content-Type",
                "application/json");
    assertEquals(405, answer.statusCode());
  }

  private static void assertFailed(HttpResponse<byte[]> answer) {
    assertEquals(302, answer.statusCode());
    assertEquals(ORIGIN + "/?sign-in=failed", location(answer).toString());
    assertFalse(
        answer.headers().allValues("Set-Cookie").stream()
            .anyMatch(set -> set.contains("session=")));
  }

  private static String sessionOf(HttpResponse<byte[]> answer) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(set -> set.startsWith("__Host-signet-session="))
        .map(set -> set.substring(0, set.indexOf(';')))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<byte[]> callback(URI back, String attempt) {
    return get(back.toString().substring(ORIGIN.length()), "Cookie", attempt);
  }

  private static URI location(HttpResponse<byte[]> answer) {
    return URI.create(answer.headers().firstValue("Location").orElseThrow());
  }

  private static HttpResponse<byte[]> get(String path, String... fields) {
    return server.client().get(path, fields);
  }
}
