package dev.signet.server.health;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.ServerProcess;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, to a process of its own. */
class StopTest {
  private static final int TERMINATED = 128 + 15;

  @TempDir Path folder;
  private String[] config;

  @BeforeEach
  void configure() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("settings.properties"),
            "listen=127.0.0.1:0\nstore=jdbc:sqlite:" + folder.resolve("keys.db") + "\n");
    config = new String[] {"--config", file.toString()};
    ServerProcess.run(folder, Map.of(), "geheim", "user", "add", "alice", config[0], config[1]);
  }

  @Test
  void letsAHalfSentBodyEnd_saysItIsNotReady_andClosesWhatIsIdle() throws Exception {
    UUID id = UUID.randomUUID();
    byte[] file = Pkcs12Files.modern();
    try (ServerProcess server = ServerProcess.serve(folder, config)) {
      Client alice = server.client().signIn("alice", "geheim");
      try (Socket idle = connect(alice);
          Socket busy = connect(alice)) {
        send(idle, head(alice, "GET", "/healthz", 0));
        assertTrue(status(idle.getInputStream()).startsWith("HTTP/1.1 200"));
        send(busy, head(alice, "PUT", "/api/keys/" + id, file.length));
        busy.getOutputStream().write(file, 0, 100);
        // This one is in flight once another request after it is answered by the same server.
        awaitInFlight(alice, 2);
        CompletableFuture<ServerProcess.Result> end =
            CompletableFuture.supplyAsync(() -> stop(server));
        awaitStopping(server);
        assertEquals(503, server.client().get("/readyz").statusCode());
        assertEquals(200, server.client().get("/healthz").statusCode());
        assertEquals(503, server.client().get("/api/config").statusCode());
        server.terminateAgain();
        busy.getOutputStream().write(file, 100, file.length - 100);
        assertTrue(status(busy.getInputStream()).startsWith("HTTP/1.1 201"));
        ServerProcess.Result result = end.get();
        assertEquals(TERMINATED, result.status());
        assertTrue(result.errors().indexOf("stopping") < result.errors().indexOf("stopped"));
        assertTrue(result.errors().contains(" stopped"), result.errors());
        while (idle.getInputStream().read() >= 0) {
          // The rest of the first answer, then its end.
        }
      }
    }
    try (ServerProcess server = ServerProcess.serve(folder, config)) {
      Client alice = server.client().signIn("alice", "geheim");
      assertArrayEquals(file, alice.get("/api/keys/" + id).body());
    }
  }

  @Test
  void cutsOffWhatDoesNotEnd() throws Exception {
    UUID id = UUID.randomUUID();
    try (ServerProcess server = ServerProcess.serve(folder, config)) {
      Client alice = server.client().signIn("alice", "geheim");
      try (Socket busy = connect(alice)) {
        send(busy, head(alice, "PUT", "/api/keys/" + id, 1000));
        busy.getOutputStream().write(new byte[100]);
        awaitInFlight(alice, 2);
        ServerProcess.Result result = server.stop();
        assertEquals(TERMINATED, result.status());
        assertTrue(result.errors().contains("cut off"), result.errors());
        assertTrue(result.errors().contains(" stopped"), result.errors());
      }
    }
  }

  private static ServerProcess.Result stop(ServerProcess server) {
    try {
      return server.stop();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static void awaitInFlight(Client client, int count) {
    String wanted = "signet_http_requests_in_flight " + count + ".0";
    while (!new String(client.get("/metrics").body(), ISO_8859_1).contains(wanted)) {
      Thread.onSpinWait();
    }
  }

  private static void awaitStopping(ServerProcess server) {
    while (server.client().get("/readyz").statusCode() != 503) {
      Thread.onSpinWait();
    }
  }

  private static Socket connect(Client client) throws IOException {
    Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(client.origin()).getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  private static String head(Client client, String method, String path, int length) {
    return String.join(
        "\r\n",
        method + " " + path + " HTTP/1.1",
        "Host: " + URI.create(client.origin()).getAuthority(),
        "Origin: " + client.origin(),
        "Cookie: " + client.cookie(),
        "X-CSRF-Token: " + client.csrf(),
        "Content-Type: application/x-pkcs12",
        "Content-Length: " + length,
        "",
        "");
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String status(InputStream in) throws IOException {
    byte[] bytes = new byte[1024];
    int length = in.read(bytes);
    return new String(Arrays.copyOf(bytes, Math.max(length, 0)), ISO_8859_1);
  }
}
