package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Bodies that are announced and never sent. */
class BodyMemoryTest {
  private static final int BYTES = 16 * 1024 * 1024;
  private static final int MOST = (int) (Runtime.getRuntime().maxMemory() / 8 / BYTES);

  @Test
  void areAnswered503BeforeTheyTakeAllMemory_untilTheyAreGone() throws Exception {
    List<Socket> open = new ArrayList<>();
    try (RunningServer server = RunningServer.start("key.max-bytes=" + BYTES)) {
      Client alice = server.signedIn(server.newUser());
      String refused = "";
      while (refused.isEmpty() && open.size() < MOST + 5) {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(socket);
        refused = announce(socket, server, alice);
      }
      assertTrue(refused.startsWith("HTTP/1.1 503 "), refused);
      assertEquals(Math.max(1, MOST) + 1, open.size());
      assertEquals(200, alice.get("/api/keys").statusCode(), "what has no body");
      for (Socket socket : open) {
        socket.close();
      }
      Instant end = Instant.now().plus(Duration.ofMinutes(1));
      Socket last;
      do {
        last = new Socket(InetAddress.getLoopbackAddress(), server.port());
        open.add(last);
        refused = announce(last, server, alice);
      } while (!refused.isEmpty() && Instant.now().isBefore(end));
      assertEquals("", refused, "place for one");
      last.close();
      String path = "/api/keys/" + UUID.randomUUID();
      assertEquals(201, alice.put(path, Pkcs12Files.modern()).statusCode());
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  /** What is answered before the body; nothing where it is waited for. */
  private static String announce(Socket socket, RunningServer server, Client user)
      throws Exception {
    String head =
        String.join(
            "\r\n",
            "PUT /api/keys/" + UUID.randomUUID() + " HTTP/1.1",
            "Host: 127.0.0.1",
            "Origin: http://127.0.0.1:" + server.port(),
            "Cookie: " + user.cookie(),
            "X-CSRF-Token: " + user.csrf(),
            "Content-Type: application/x-pkcs12",
            "Expect: 100-continue",
            "Content-Length: " + BYTES,
            "",
            "");
    socket.setSoTimeout(20_000);
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    try {
      String answer = new String(in.readNBytes(20), StandardCharsets.US_ASCII);
      return answer.startsWith("HTTP/1.1 100 ") ? "" : answer;
    } catch (SocketTimeoutException e) {
      return "nothing in time";
    }
  }
}
