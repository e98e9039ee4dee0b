package dev.signet.server.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.RunningServer;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostileProviderTest {
  private HostileProvider provider;
  private RunningServer server;

  @BeforeEach
  void start() throws Exception {
    provider = new HostileProvider();
    server =
        RunningServer.start(
            "sign-in=oidc",
            "oidc.issuer=" + provider.issuer(),
            "oidc.client-id=" + HostileProvider.CLIENT,
            "trusted-proxies=127.0.0.1");
  }

  /** Whom the proxy names as the browser's address. */
  private String client = "192.0.2.1";

  @AfterEach
  void stop() throws Exception {
    server.close();
    provider.close();
  }

  /** Makes an ID token of claims, and of the nonce that the server wants. */
  interface Maker {
    String of(JWTClaimsSet.Builder claims) throws Exception;
  }

  @Test
  void takesARightIdToken_andNoWrongOne() throws Exception {
    assertEquals("/", signIn(claims -> provider.sign(claims.build())));
    Date past = Date.from(Instant.now().minusSeconds(3600));
    List<Maker> wrong =
        List.of(
            claims -> provider.sign(claims.audience("other").build()),
            claims -> provider.sign(claims.audience(List.of("signet", "other")).build()),
            claims -> provider.sign(claims.claim("azp", "other").build()),
            claims -> provider.sign(claims.issuer("https://other.example").build()),
            claims -> provider.sign(claims.expirationTime(past).build()),
            claims -> provider.sign(claims.expirationTime(null).build()),
            claims -> provider.sign(claims.claim("nonce", "other").build()),
            claims -> provider.sign(claims.claim("nonce", null).build()),
            claims -> provider.sign(claims.subject("a\nb").build()),
            claims -> HostileProvider.unsigned(claims.build()),
            claims -> provider.signByPublicKey(claims.build()),
            claims -> HostileProvider.sign(claims.build(), HostileProvider.key("first")),
            claims -> HostileProvider.sign(claims.build(), HostileProvider.key("unknown")),
            claims -> "garbage");
    for (int i = 0; i < wrong.size(); i++) {
      assertEquals("/?sign-in=failed", signIn(wrong.get(i)), "token " + i);
    }
    assertEquals("/", signIn(claims -> provider.sign(claims.build())));
  }

  @Test
  void followsARotationOfKeys() throws Exception {
    assertEquals("/", signIn(claims -> provider.sign(claims.build())));
    provider.key = HostileProvider.key("second");
    assertEquals("/", signIn(claims -> provider.sign(claims.build())));
  }

  @Test
  void takesNoIdTokenAndNoWrongTokenForABearer() throws Exception {
    JWTClaimsSet right = provider.claims().build();
    assertEquals(200, bearer(provider.sign(right)));
    assertEquals(200, bearer(HostileProvider.sign(right, provider.key, "at+jwt")));
    assertEquals(401, bearer(HostileProvider.sign(right, provider.key, "logout+jwt")));
    assertEquals(401, bearer(provider.signWithoutType(right)));
    Date past = Date.from(Instant.now().minusSeconds(3600));
    assertEquals(401, bearer(provider.sign(provider.claims().claim("nonce", "n").build())));
    assertEquals(401, bearer(provider.sign(provider.claims().claim("at_hash", "n").build())));
    assertEquals(401, bearer(provider.sign(provider.claims().audience("other").build())));
    assertEquals(401, bearer(provider.sign(provider.claims().issuer("http://o").build())));
    assertEquals(401, bearer(provider.sign(provider.claims().expirationTime(past).build())));
    assertEquals(401, bearer(provider.sign(provider.claims().expirationTime(null).build())));
    assertEquals(401, bearer(HostileProvider.unsigned(provider.claims().build())));
    assertEquals(401, bearer(provider.signByPublicKey(provider.claims().build())));
    assertEquals(
        401, bearer(HostileProvider.sign(provider.claims().build(), HostileProvider.key("first"))));
    for (int i = 0; i < 5; i++) {
      assertEquals(
          401,
          bearer(HostileProvider.sign(provider.claims().build(), HostileProvider.key("k" + i))));
    }
    assertEquals(401, bearer("garbage"));
    assertEquals(401, bearer(""));
  }

  @Test
  void answers503WhereTheConfigurationCannotBeUsed() {
    provider.configuration = text -> text + " ".repeat(1 << 20);
    assertEquals(503, begin().statusCode());
  }

  @Test
  void answers503ForAnotherIssuer() {
    provider.configuration = text -> text.replace("\"issuer\":\"http", "\"issuer\":\"https");
    assertEquals(503, begin().statusCode());
  }

  @Test
  void answers503WhereTheProviderHangs_andServesOthers() {
    provider.hangs = true;
    assertEquals(503, begin().statusCode());
    assertEquals(200, server.client().get("/readyz").statusCode());
  }

  @Test
  void asksTheProviderForFewMadeUpCodesOfOneAddress_andServesOthers() throws Exception {
    int sent = 0;
    do {
      assertEquals("/?sign-in=failed", signIn(claims -> HostileProvider.unsigned(claims.build())));
      sent++;
    } while (provider.codes.get() == sent && sent < 1000);
    assertTrue(sent < 1000, "every code was asked for");
    client = "192.0.2.9";
    assertEquals("/", signIn(claims -> provider.sign(claims.build())));
  }

  @Test
  void letsAllWhoComeFirstWaitForTheConfiguration() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch others = new CountDownLatch(1);
    provider.configuration =
        text -> {
          asked.countDown();
          try {
            // Until the others have been answered, which they must not be, or for a moment.
            others.await(500, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return text;
        };
    CompletableFuture<HttpResponse<byte[]>> first = CompletableFuture.supplyAsync(this::begin);
    assertTrue(asked.await(30, TimeUnit.SECONDS));
    assertEquals(302, begin().statusCode());
    others.countDown();
    assertEquals(302, first.get(30, TimeUnit.SECONDS).statusCode());
  }

  private HttpResponse<byte[]> begin() {
    return server.client().get("/api/session/oidc");
  }

  private int bearer(String token) {
    return server.client().get("/api/session", "Authorization", "Bearer " + token).statusCode();
  }

  /** Signs in with a token; returns where the browser is sent, without the origin. */
  private String signIn(Maker maker) throws Exception {
    HttpResponse<byte[]> begun = begin();
    String location = begun.headers().firstValue("Location").orElseThrow();
    String nonce = location.replaceAll(".*[?&]nonce=([^&]+).*", "$1");
    String state = location.replaceAll(".*[?&]state=([^&]+).*", "$1");
    provider.idToken = maker.of(provider.claims().claim("nonce", nonce));
    HttpResponse<byte[]> answer =
        server
            .client()
            .get(
                "/api/session/oidc/callback?code=c&state=" + state,
                "X-Forwarded-For",
                client,
                "Cookie",
                Client.cookieOf(begun));
    assertEquals(302, answer.statusCode());
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow()
        .replaceFirst("http://127.0.0.1:\\d+", "");
  }
}
