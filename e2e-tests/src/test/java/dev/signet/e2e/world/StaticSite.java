package dev.signet.e2e.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A static host of the plainest kind: files, media types, and one Content Security Policy on every
 * answer, the worker's included. Keeps what was sent to it.
 */
public final class StaticSite implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript",
          "wasm", "application/wasm",
          "json", "application/json");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Map<String, Path> folders = new ConcurrentHashMap<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();

  private StaticSite(HttpServer server) {
    this.server = server;
  }

  /** Opens a port; what is served is said by {@link #folder} and {@link #file}. */
  public static StaticSite open(String policy) {
    return open("127.0.0.1", policy);
  }

  /** The same at another loopback address. */
  public static StaticSite open(String address, String policy) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(address), 0), 64);
      StaticSite site = new StaticSite(server);
      server.createContext("/", exchange -> site.answer(exchange, policy));
      server.setExecutor(site.threads);
      server.start();
      return site;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Serves the files of a folder below `/NAME/`. */
  public StaticSite folder(String name, Path folder) {
    folders.put(name, folder.toAbsolutePath().normalize());
    return this;
  }

  /** Serves these bytes at `/NAME`. */
  public StaticSite file(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  /** Leaves what is asked of this path to somebody else. */
  public StaticSite handler(String path, HttpHandler handler) {
    server.createContext(path, handler);
    return this;
  }

  /** The port on the loopback address. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange, String policy) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath().substring(1);
      byte[] content = find(path);
      exchange.getResponseHeaders().set("Content-Security-Policy", policy);
      exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (content == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      exchange
          .getResponseHeaders()
          .set("Content-Type", type == null ? "application/octet-stream" : type);
      exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  private byte[] find(String path) throws IOException {
    byte[] file = files.get(path);
    int slash = path.indexOf('/');
    if (file != null || slash < 0 || !folders.containsKey(path.substring(0, slash))) {
      return file;
    }
    Path folder = folders.get(path.substring(0, slash));
    Path found = folder.resolve(path.substring(slash + 1)).normalize();
    return found.startsWith(folder) && Files.isRegularFile(found)
        ? Files.readAllBytes(found)
        : null;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
