package dev.signet.wasm.browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Serves the test page, the loader and the module, each with the strict policy. */
final class StrictServer implements AutoCloseable {
  /** The policy that everything has to work under. */
  static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src"
          + " 'self'";

  private static final Map<String, String> TYPES =
      Map.of(
          "/", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "wasm", "application/wasm");

  private final HttpServer server;
  private final Path project;
  private final Set<Path> served = ConcurrentHashMap.newKeySet();
  private final Map<String, byte[]> offered = new ConcurrentHashMap<>();

  /**
   * @param project the folder of the module {@code client-wasm}
   */
  StrictServer(Path project) throws IOException {
    this.project = project;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** The scripts that have been asked for. */
  Set<Path> served() {
    return served;
  }

  /** Offers octets for one download; the result is their path. */
  String offer(byte[] octets) {
    String path = "/argument/" + UUID.randomUUID();
    offered.put(path, octets);
    return path;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
      byte[] octets = offered.remove(path);
      if (octets != null) {
        answer(exchange, "application/octet-stream", octets);
        return;
      }
      Path file = file(path);
      if (file == null || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      served.add(file);
      String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
      answer(exchange, type, Files.readAllBytes(file));
    }
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private Path file(String path) {
    return switch (path) {
      case "/" -> project.resolve("src/test/web/index.html");
      case "/page.js", "/worker.js", "/host.js", "/answers.js", "/counting.js" ->
          project.resolve("src/test/web" + path);
      case "/js/module.js", "/js/imports.js", "/js/part.js" -> project.resolve("src/main" + path);
      // Said to be Wasm, and is none.
      case "/text.wasm" -> project.resolve("src/main/wasm/imports.txt");
      case "/signet.wasm", "/signet-primitives.wasm", "/signet-rare.wasm" ->
          project.resolve("target/wasm" + path);
      default -> null;
    };
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
