package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.CertificateFiles;
import dev.signet.server.fixture.RunningServer;
import dev.signet.server.fixture.ServerProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, with short settings; waits are for conditions, and generous. */
class TimeoutsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int IDLE_CONNECTIONS = 10_000;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "GET /healthz HTTP/1.1\r\nX: ",
        "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
            + "Content-Type: application/json\r\nContent-Length: 5000\r\n\r\n",
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5000\r\n\r\n",
        "POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: http://127.0.0.1\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n"
      })
  void aSlowSenderIsClosedWhileOthersAreServed(String start) throws Exception {
    try (RunningServer server =
            RunningServer.start(
                "origin=http://127.0.0.1",
                "timeout.header-seconds=2",
                "timeout.body-seconds=2",
                "timeout.idle-seconds=3");
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
      Instant end = Instant.now().plus(PATIENCE);
      IOException closed =
          assertThrows(
              IOException.class,
              () -> {
                while (Instant.now().isBefore(end)) {
                  // One octet each time, so that something always moves, but for the idle one.
                  slow.getOutputStream().write(start.isEmpty() ? new byte[0] : new byte[] {'x'});
                  assertEquals(200, server.client().get("/healthz").statusCode());
                  slow.setSoTimeout(200);
                  try {
                    if (slow.getInputStream().read() < 0) {
                      throw new SocketException("closed");
                    }
                  } catch (java.net.SocketTimeoutException e) {
                    // Still open.
                  }
                }
              });
      assertTrue(closed instanceof SocketException, closed.toString());
    }
  }

  @Test
  void aSlowReaderIsClosedWhileOthersAreServed() throws Exception {
    try (RunningServer server =
            RunningServer.serving(
                Map.of("/large.txt", "x".repeat(48 * 1024 * 1024)), "timeout.idle-seconds=3");
        Socket slow = new Socket()) {
      slow.setReceiveBufferSize(4096);
      slow.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      byte[] request =
          "GET /large.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
      slow.getOutputStream().write(request);
      assertTrue(slow.getInputStream().read() > 0);
      Instant end = Instant.now().plus(PATIENCE);
      assertThrows(
          SocketException.class,
          () -> {
            while (Instant.now().isBefore(end)) {
              slow.getOutputStream().write('\r');
              assertEquals(200, server.client().get("/healthz").statusCode());
              Thread.sleep(200);
            }
          });
    }
  }

  @Test
  void aHandshakeThatDoesNotEndIsClosed() throws Exception {
    CertificateFiles.make(folder, "own");
    try (RunningServer server =
            RunningServer.start(
                "origin=https://127.0.0.1",
                "tls.certificate=" + folder.resolve("own.pem"),
                "tls.key=" + folder.resolve("own.key"),
                "timeout.header-seconds=2");
        Socket slow = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      slow.getOutputStream().write(new byte[] {0x16, 3, 1});
      slow.setSoTimeout((int) PATIENCE.toMillis());
      assertEquals(-1, slow.getInputStream().read());
    }
  }

  @Test
  void tenThousandIdleConnectionsHinderNobodyAndAreClosed() throws Exception {
    // In a process of its own, which has its own limit of open files.
    Path settings = folder.resolve("settings.properties");
    Files.writeString(
        settings,
        "listen=127.0.0.1:0\nstore=jdbc:sqlite:" + folder + "/s.db\ntimeout.idle-seconds=20\n");
    try (ServerProcess server = ServerProcess.serve(folder, "--config", settings.toString());
        Selector selector = Selector.open()) {
      InetSocketAddress address =
          new InetSocketAddress(
              InetAddress.getLoopbackAddress(), URI.create(server.client().origin()).getPort());
      for (int i = 0; i < IDLE_CONNECTIONS; i++) {
        SocketChannel channel = SocketChannel.open(address);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
        if (i % 1000 == 0) {
          assertEquals(200, server.client().get("/readyz").statusCode());
        }
      }
      int open = IDLE_CONNECTIONS;
      ByteBuffer buffer = ByteBuffer.allocate(16);
      Instant end = Instant.now().plus(PATIENCE);
      while (open > 0) {
        assertTrue(Instant.now().isBefore(end), open + " are still open");
        selector.select(1000L);
        for (SelectionKey key : selector.selectedKeys()) {
          assertEquals(-1, ((SocketChannel) key.channel()).read(buffer));
          key.channel().close();
          open--;
        }
        selector.selectedKeys().clear();
        assertEquals(200, server.client().get("/healthz").statusCode());
      }
    }
  }

  @Test
  void connectionsBeyondTheLimitWaitUntilOneEnds() throws Exception {
    try (RunningServer server = RunningServer.start("connections=4", "timeout.idle-seconds=600")) {
      Socket[] held = new Socket[40];
      for (int i = 0; i < held.length; i++) {
        held[i] = new Socket(InetAddress.getLoopbackAddress(), server.port());
        held[i].setSoTimeout(1000);
      }
      int answered = 0;
      for (Socket socket : held) {
        answered += answers(socket) ? 1 : 0;
      }
      assertTrue(answered >= 1 && answered <= 4, answered + " were answered at once");
      for (Socket socket : held) {
        socket.close();
      }
      assertEquals(200, server.client().get("/healthz").statusCode());
    }
  }

  private static boolean answers(Socket socket) throws IOException {
    byte[] request =
        "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    socket.getOutputStream().write(request);
    try {
      return socket.getInputStream().read() > 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    }
  }
}
