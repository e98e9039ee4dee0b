package dev.signet.server.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers every connection as its script wants, having read the header of the request. */
final class HostileResponder implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;

  /** Headers of the requests that came. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** What it does. */
  @FunctionalInterface
  interface Script {
    void play(OutputStream out) throws Exception;
  }

  HostileResponder(ServerSocket listener, Script script) {
    this.listener = listener;
    this.script = script;
    daemon(this::accept);
  }

  static HostileResponder plays(Script script) throws IOException {
    return new HostileResponder(
        new ServerSocket(0, 100, InetAddress.getByName("127.0.0.1")), script);
  }

  /** Answers with these header lines and this body, and closes. */
  static HostileResponder says(String header, byte[] body) throws IOException {
    return plays(
        out -> {
          out.write((header + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
          out.write(body);
        });
  }

  int port() {
    return listener.getLocalPort();
  }

  String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        daemon(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      StringBuilder header = new StringBuilder();
      while (header.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        header.append((char) next);
      }
      requests.add(header.toString());
      String length = header.toString().replaceAll("(?is).*content-length: (\\d+).*", "$1");
      if (length.matches("\\d+")) {
        in.readNBytes(Integer.parseInt(length));
      }
      script.play(socket.getOutputStream());
    } catch (Exception e) {
      // The relay hung up, as it should.
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
