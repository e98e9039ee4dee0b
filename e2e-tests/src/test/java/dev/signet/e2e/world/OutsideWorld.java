package dev.signet.e2e.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The HTTP proxy that the browser has to use for every address but the loopback ones: it keeps what
 * is asked of it and refuses all of it, so that nothing can leave the machine unseen.
 */
public final class OutsideWorld implements AutoCloseable {
  private static final byte[] REFUSAL =
      "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket door;
  private final List<byte[]> asked = new CopyOnWriteArrayList<>();

  private OutsideWorld(ServerSocket door) {
    this.door = door;
  }

  /** Opens the proxy on a port of its own. */
  public static OutsideWorld open() {
    try {
      OutsideWorld outside =
          new OutsideWorld(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()));
      Thread thread = new Thread(outside::accept, "outside world");
      thread.setDaemon(true);
      thread.start();
      return outside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For `--proxy-server`. */
  public String address() {
    return "http://127.0.0.1:" + door.getLocalPort();
  }

  /** The head of every request, and what came with it. */
  public List<byte[]> asked() {
    return List.copyOf(asked);
  }

  private void accept() {
    while (!door.isClosed()) {
      try (Socket browser = door.accept()) {
        browser.setSoTimeout(2000);
        InputStream in = browser.getInputStream();
        byte[] buffer = new byte[1 << 20];
        int length = Math.max(0, in.read(buffer));
        asked.add(java.util.Arrays.copyOf(buffer, length));
        browser.getOutputStream().write(REFUSAL);
      } catch (IOException e) {
        // The browser gave up first, or the run is over.
      }
    }
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
