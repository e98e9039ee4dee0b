package dev.signet.e2e.world;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Ports of 127.0.0.1. */
public final class Loopback {
  public static final String HOST = "127.0.0.1";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private Loopback() {}

  /** A port that nobody listens at; somebody else may take it before it is used. */
  public static int freePort() throws IOException {
    try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return door.getLocalPort();
    }
  }

  /** Whether a server can still open this port. */
  public static boolean isFree(int port) {
    try (ServerSocket door = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
      return door.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** A new connection. */
  public static Socket connect(int port) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getByName(HOST), port), 10_000);
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** Waits until a process listens; false where it ended, or took longer than half a minute. */
  public static boolean awaitOpen(Process process, int port) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (process.isAlive() && System.nanoTime() < end) {
      try (Socket socket = connect(port)) {
        return socket.isConnected();
      } catch (IOException e) {
        process.waitFor(30, TimeUnit.MILLISECONDS);
      }
    }
    return false;
  }
}
