package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signet.server.fixture.RawHttp;
import dev.signet.server.fixture.RunningServer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seen by who may read the metrics: these tests are a trusted proxy on this machine. */
class ClientAddressTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what this machine asks for itself
        "200 | ",
        "200 | X-Forwarded-For: 127.0.0.1",
        // what it passes on
        "404 | X-Forwarded-For: 192.0.2.1",
        "404 | X-Forwarded-For: 192.0.2.1:4711",
        "404 | X-Forwarded-For: 2001:db8::1",
        "404 | X-Forwarded-For: [2001:db8::1]:4711",
        "404 | X-Forwarded-For: 127.0.0.1, 192.0.2.1",
        "404 | X-Forwarded-For: 127.0.0.1, 192.0.2.1, 10.0.0.1",
        "404 | X-Forwarded-For: 127.0.0.1; X-Forwarded-For: 192.0.2.1",
        "404 | X-Forwarded-For: 10.0.0.1",
        // the right-most that is no proxy is the client
        "200 | X-Forwarded-For: 192.0.2.1, 198.51.100.9, 10.0.0.1",
        "200 | X-Forwarded-For: 192.0.2.1; X-Forwarded-For: 198.51.100.9",
        "200 | X-Forwarded-For: garbage, 198.51.100.9",
        // what cannot be read vouches for nobody
        "404 | X-Forwarded-For: unknown",
        "404 | X-Forwarded-For:",
        "404 | X-Forwarded-For: 127.0.0.1, unknown",
        "404 | X-Forwarded-For: localhost",
        "404 | X-Forwarded-For: 127.1",
        "404 | X-Forwarded-For: 999.0.0.1",
        "404 | X-Forwarded-For: 127.0.0.1, 127.0.0.1 127.0.0.1",
        "200 | Forwarded: for=198.51.100.9",
        "200 | Forwarded: for=192.0.2.1, For=\"198.51.100.9:80\"; proto=http",
        "404 | Forwarded: for=192.0.2.1",
        "404 | Forwarded: for=127.0.0.1, for=\"[2001:db8::1]:80\"",
        "404 | Forwarded: for=127.0.0.1;for=127.0.0.1",
        "404 | Forwarded: for=_hidden",
        "404 | Forwarded: by=127.0.0.1",
        // both: the one that proxies are known to overwrite
        "404 | Forwarded: for=127.0.0.1; X-Forwarded-For: 192.0.2.1",
      })
  void isTheRightmostThatIsNoTrustedProxy(int status, String fields) throws Exception {
    try (RunningServer server =
        RunningServer.start(
            "trusted-proxies=127.0.0.0/8, 10.0.0.0/8",
            "metrics.allow=127.0.0.0/8, 198.51.100.0/24")) {
      assertEquals(status, metrics(server, fields));
    }
  }

  @Test
  void isThePeerWhereNoProxyIsTrusted_butNotForWhatIsForNetworksAlone() throws Exception {
    try (RunningServer server = RunningServer.start()) {
      assertEquals(200, metrics(server, null));
      assertEquals(404, metrics(server, "X-Forwarded-For: 127.0.0.1"));
      assertEquals(404, metrics(server, "Forwarded: for=127.0.0.1"));
    }
  }

  private static int metrics(RunningServer server, String fields) throws Exception {
    List<String> lines =
        new ArrayList<>(List.of("GET /metrics HTTP/1.1", "Host: 127.0.0.1:" + server.port()));
    if (fields != null) {
      // A semicolon separates parameters too; fields begin after it with their name.
      lines.addAll(Arrays.asList(fields.split("; (?=X-Forw)")));
    }
    return RawHttp.status(server.port(), lines.toArray(String[]::new));
  }
}
