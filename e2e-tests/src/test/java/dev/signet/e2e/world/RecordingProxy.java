package dev.signet.e2e.world;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between the browser and the server and keeps every byte that the browser sends: request
 * lines, header fields and bodies, unparsed, each connection by itself. What comes back is passed
 * on and not kept.
 */
public final class RecordingProxy implements AutoCloseable {
  private final ServerSocket door;
  private final List<ByteArrayOutputStream> sent = new CopyOnWriteArrayList<>();
  private volatile int target;

  private RecordingProxy(ServerSocket door) {
    this.door = door;
  }

  /** Opens the port; connections wait until {@link #forwardTo} names the server. */
  public static RecordingProxy open() {
    return open("127.0.0.1");
  }

  /** The same at another loopback address. */
  public static RecordingProxy open(String address) {
    try {
      return new RecordingProxy(new ServerSocket(0, 64, InetAddress.getByName(address)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port that the browser is given. */
  public int port() {
    return door.getLocalPort();
  }

  /** Begins to pass on to a port of the loopback address. */
  public void forwardTo(int port) {
    target = port;
    daemon("proxy accept", this::accept);
  }

  /** Everything that was sent so far, one array for each connection. */
  public List<byte[]> sent() {
    return sent.stream().map(RecordingProxy::copy).toList();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket browser = door.accept();
        Socket server = server(browser);
        if (server == null) {
          continue;
        }
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        sent.add(record);
        daemon("proxy up", () -> pass(browser, server, record));
        daemon("proxy down", () -> pass(server, browser, null));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /**
   * Null where there is none: the browser's connection is closed then, as the server's would be.
   */
  private Socket server(Socket browser) throws IOException {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), target);
    } catch (IOException e) {
      browser.close();
      return null;
    }
  }

  private static void pass(Socket from, Socket to, ByteArrayOutputStream record) {
    byte[] buffer = new byte[65536];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (record != null) {
          synchronized (record) {
            record.write(buffer, 0, n);
          }
        }
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // One side went away: the other is closed with it, as a plain connection would be.
    }
  }

  private static byte[] copy(ByteArrayOutputStream record) {
    synchronized (record) {
      return record.toByteArray();
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
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
