package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.RunningServer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What browsers and proxies put into a request's head without the user's doing. */
class RequestHeadTest {
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 300, 2000})
  void cookiesOfOtherHostsOfTheDomainKeepNobodyOut(int cookies) {
    Client client = server.signedIn(server.newUser());
    String others =
        IntStream.range(0, cookies).mapToObj(i -> "c" + i + "=").collect(Collectors.joining(";"));
    assertEquals(
        200,
        server
            .client()
            .get("/api/session", "Cookie", others + "; " + client.cookie())
            .statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics;a", "/readyz;a=b", "/api/session;a=b", "/api;x/session"})
  void pathsThatAProxyTakesForOthersLeadNowhere(String path) {
    assertEquals(404, server.signedIn(server.newUser()).get(path).statusCode());
  }

  @Test
  void theSamePathsWithoutSemicolonLeadSomewhere() {
    Client client = server.signedIn(server.newUser());
    for (String path : new String[] {"/metrics", "/readyz", "/api/session"}) {
      assertEquals(200, client.get(path).statusCode(), path);
    }
  }
}
