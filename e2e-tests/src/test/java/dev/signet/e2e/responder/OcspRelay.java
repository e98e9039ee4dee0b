package dev.signet.e2e.responder;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The relay of the contract with the server ({@code POST …?responder=URL}), without its defences:
 * it goes wherever it is sent, hands on whatever comes back, and waits longer than the SDK does.
 */
public final class OcspRelay implements HttpHandler {
  private static final String REQUEST_TYPE = "application/ocsp-request";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /** The responders that were to be asked since {@link #forget}, in order. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  void forget() {
    asked.clear();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      String type = exchange.getRequestHeaders().getFirst("Content-Type");
      String query = exchange.getRequestURI().getRawQuery();
      if (!"POST".equals(exchange.getRequestMethod())
          || !REQUEST_TYPE.equals(type)
          || query == null
          || !query.startsWith("responder=")) {
        exchange.sendResponseHeaders(400, -1);
        return;
      }
      String responder =
          URLDecoder.decode(query.substring(query.indexOf('=') + 1), StandardCharsets.UTF_8);
      asked.add(responder);
      relay(exchange, responder, request);
    }
  }

  private void relay(HttpExchange exchange, String responder, byte[] request) throws IOException {
    HttpResponse<byte[]> answer;
    try {
      answer =
          client.send(
              HttpRequest.newBuilder(URI.create(responder))
                  .timeout(PATIENCE)
                  .header("Content-Type", REQUEST_TYPE)
                  .POST(BodyPublishers.ofByteArray(request))
                  .build(),
              BodyHandlers.ofByteArray());
    } catch (IOException e) {
      exchange.sendResponseHeaders(502, -1);
      return;
    } catch (InterruptedException e) {
      // The site is closing.
      Thread.currentThread().interrupt();
      return;
    }
    answer
        .headers()
        .firstValue("Content-Type")
        .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
    exchange.sendResponseHeaders(answer.statusCode(), answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }
}
