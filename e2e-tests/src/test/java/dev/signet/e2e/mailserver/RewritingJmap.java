package dev.signet.e2e.mailserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.e2e.world.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A JMAP server that does not keep what is imported, such as Apache James: it stands before Cyrus,
 * and {@code Email/import} stores what its rewriting makes of the octets. What was uploaded stays
 * as it is; the mail that comes of it has other octets, and an id of its own.
 */
public final class RewritingJmap implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What is said of one connection, or by the client that is used here. */
  private static final Set<String> OWN =
      Set.of(
          "host",
          "connection",
          // What is compressed could not be rewritten.
          "accept-encoding",
          "content-length",
          "upgrade",
          "http2-settings",
          "transfer-encoding",
          "expect");

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "rewriting JMAP");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpServer server;
  private final URI behind;
  private volatile UnaryOperator<byte[]> rewriting = MimeRewriting::asJames;

  private RewritingJmap(HttpServer server, URI behind) {
    this.server = server;
    this.behind = behind;
  }

  /** Starts one before the JMAP server at this port. */
  public static RewritingJmap before(int port) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(Loopback.HOST), 0), 64);
      RewritingJmap jmap =
          new RewritingJmap(server, URI.create("http://" + Loopback.HOST + ":" + port));
      server.createContext("/", jmap::answer);
      server.setExecutor(jmap.threads);
      server.start();
      return jmap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** From now on imported messages become what this makes of them. */
  public void by(UnaryOperator<byte[]> rewriting) {
    this.rewriting = rewriting;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      URI asked = exchange.getRequestURI();
      if (asked.getPath().equals("/jmap/") && exchange.getRequestMethod().equals("POST")) {
        body = rewritten(body, exchange);
      }
      HttpResponse<byte[]> answer =
          ask(exchange, exchange.getRequestMethod(), asked.toString(), body);
      answer
          .headers()
          .map()
          .forEach(
              (name, values) -> {
                if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                  exchange.getResponseHeaders().put(name, values);
                }
              });
      byte[] content = answer.body();
      exchange.sendResponseHeaders(answer.statusCode(), content.length == 0 ? -1 : content.length);
      exchange.getResponseBody().write(content);
    }
  }

  /** The request with other octets in the place of those that it wants to import. */
  private byte[] rewritten(byte[] request, HttpExchange exchange) throws IOException {
    JsonNode all = JSON.readTree(request);
    for (JsonNode call : all.path("methodCalls")) {
      if (call.path(0).asText().equals("Email/import")) {
        String account = call.path(1).path("accountId").asText();
        for (JsonNode mail : call.path(1).path("emails")) {
          ((ObjectNode) mail).put("blobId", other(account, mail.path("blobId").asText(), exchange));
        }
      }
    }
    return JSON.writeValueAsBytes(all);
  }

  private String other(String account, String id, HttpExchange exchange) throws IOException {
    String download = "/jmap/download/" + account + "/" + id + "/octets";
    HttpResponse<byte[]> octets = ask(exchange, "GET", download, new byte[0]);
    if (octets.statusCode() != 200) {
      return id;
    }
    byte[] stored = rewriting.apply(octets.body());
    HttpResponse<byte[]> uploaded = ask(exchange, "POST", "/jmap/upload/" + account + "/", stored);
    return JSON.readTree(uploaded.body()).path("blobId").asText();
  }

  private HttpResponse<byte[]> ask(HttpExchange like, String method, String path, byte[] body)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(behind.resolve(path))
            .method(
                method,
                body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    like.getRequestHeaders()
        .forEach(
            (name, values) -> {
              if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
              }
            });
    try {
      return http.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
