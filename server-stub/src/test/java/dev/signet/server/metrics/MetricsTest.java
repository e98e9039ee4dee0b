package dev.signet.server.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static RunningServer server;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @Test
  void areWhatPrometheusReads() {
    HttpResponse<byte[]> answer = server.client().get("/metrics");
    assertEquals(200, answer.statusCode());
    assertTrue(
        answer
            .headers()
            .firstValue("Content-Type")
            .orElse("")
            .startsWith("text/plain; version=0.0.4"));
    Map<String, Double> samples = PrometheusText.read(new String(answer.body(), UTF_8));
    for (String family :
        new String[] {
          "signet_http_requests_in_flight",
          "signet_build_info",
          "hikaricp_connections_active",
          "jvm_memory_used_bytes",
          "jvm_threads_live_threads",
          "process_uptime_seconds",
          "process_files_open_files"
        }) {
      assertTrue(samples.keySet().stream().anyMatch(name -> name.startsWith(family)), family);
    }
  }

  @Test
  void countWhatHappened() {
    Client alice = server.signedIn(server.newUser());
    UUID id = UUID.randomUUID();
    double before = sample("signet_events_total{action=\"key-store\",outcome=\"done\"}");
    alice.putKey(id, Pkcs12Files.modern());
    assertEquals(before + 1, sample("signet_events_total{action=\"key-store\",outcome=\"done\"}"));
    assertTrue(
        sample(
                "signet_http_requests_seconds_count{method=\"PUT\",route=\"/api/keys/*\",status=\"2xx\"}")
            >= 1);
  }

  @Test
  void cannotBeMadeToGrow() {
    for (int i = 0; i < 20; i++) {
      server.client().get("/api/keys/" + UUID.randomUUID());
      server.client().get("/" + UUID.randomUUID());
      server.client().send("BREW" + i, "/api/keys/x" + i, BodyPublishers.noBody());
    }
    int before = samples().size();
    for (int i = 0; i < 20; i++) {
      server.client().get("/api/keys/" + UUID.randomUUID());
      server.client().get("/" + UUID.randomUUID());
      server.client().send("STEEP" + i, "/api/keys/y" + i, BodyPublishers.noBody());
    }
    long mine =
        samples().keySet().stream()
            .filter(name -> name.startsWith("signet_http_requests_s"))
            .count();
    assertTrue(mine < 300, mine + " series");
    assertTrue(samples().size() <= before + 40, "from " + before + " to " + samples().size());
  }

  @Test
  void areNothingForOtherNetworks() throws Exception {
    try (RunningServer closed = RunningServer.start("metrics.allow=10.0.0.0/8")) {
      assertEquals(404, closed.client().get("/metrics").statusCode());
    }
    assertEquals(
        405, server.client().send("POST", "/metrics", BodyPublishers.noBody()).statusCode());
  }

  @Test
  void wouldNotPassWereTheyMalformed() {
    for (String bad :
        new String[] {
          "a 1\n",
          "# TYPE a counter\na{b=c} 1\n",
          "# TYPE a counter\na 1\na 1\n",
          "# TYPE a gauge\na x\n",
          "# TYPE a gauge\na{b=\"\n\"} 1\n",
          "# TYPE a gauge\na 1"
        }) {
      assertThrows(Throwable.class, () -> PrometheusText.read(bad), bad);
    }
  }

  private static double sample(String name) {
    return samples().getOrDefault(name, 0.0);
  }

  private static Map<String, Double> samples() {
    return PrometheusText.read(new String(server.client().get("/metrics").body(), UTF_8));
  }
}
