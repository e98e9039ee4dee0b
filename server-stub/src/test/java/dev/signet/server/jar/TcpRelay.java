package dev.signet.server.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between two ends of TCP, and can be cut or fall silent as a network does. */
final class TcpRelay implements AutoCloseable {
  private final int target;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Object state = new Object();
  private boolean hanging;
  private boolean refusing;

  TcpRelay(int target) throws IOException {
    this.target = target;
    this.listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** From now on nothing is passed on; connections stay, and new ones are taken. */
  void hang() {
    synchronized (state) {
      hanging = true;
    }
  }

  /** Cuts every connection and from now on each new one. */
  void refuse() throws IOException {
    synchronized (state) {
      refusing = true;
    }
    cut();
  }

  /** Passes on again what comes. What was held back while it hung is lost with its connections. */
  void resume() throws IOException {
    cut();
    synchronized (state) {
      hanging = false;
      refusing = false;
      state.notifyAll();
    }
  }

  private void cut() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket near = listener.accept();
        if (isRefusing()) {
          near.close();
          continue;
        }
        Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
        open.add(near);
        open.add(far);
        daemon(() -> pass(near, far));
        daemon(() -> pass(far, near));
      } catch (IOException e) {
        // The listener was closed, or one end went away at once.
      }
    }
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        awaitPassage();
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // One end is gone: the other goes with it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isRefusing() {
    synchronized (state) {
      return refusing;
    }
  }

  private void awaitPassage() throws InterruptedException {
    synchronized (state) {
      while (hanging) {
        state.wait();
      }
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "tcp relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    resume();
  }
}
