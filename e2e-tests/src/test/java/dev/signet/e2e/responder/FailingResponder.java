package dev.signet.e2e.responder;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;

/** A port behind which no responder is that could be believed. */
record FailingResponder(String address, AutoCloseable end) implements AutoCloseable {

  /** Nobody listens at the port. */
  static FailingResponder closed() {
    try (ServerSocket door = door()) {
      return new FailingResponder(address(door.getLocalPort()), () -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes connections and never says a word. */
  static FailingResponder silent() {
    ServerSocket door = door();
    return new FailingResponder(address(door.getLocalPort()), door);
  }

  /** Answers every question with a page, as the gateway of a hotel does. */
  static FailingResponder html(String mediaType) {
    byte[] page =
        "<!doctype html><title>Welcome</title><p>Please sign in.".getBytes(StandardCharsets.UTF_8);
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
      server.createContext(
          "/",
          exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", mediaType);
            exchange.sendResponseHeaders(200, page.length);
            try (OutputStream out = exchange.getResponseBody()) {
              out.write(page);
            }
          });
      server.start();
      return new FailingResponder(address(server.getAddress().getPort()), () -> server.stop(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ServerSocket door() {
    try {
      return new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(int port) {
    return "http://127.0.0.1:" + port + "/";
  }

  @Override
  public void close() throws Exception {
    end.close();
  }
}
