package dev.signet.server.assets;

import dev.signet.server.http.Preconditions;
import dev.signet.server.http.ProblemException;
import dev.signet.server.http.Problems;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Serves files from memory: negotiated coding with {@code Vary}, strong {@code ETag}, 304 where the
 * client holds the same (RFC 9110, 13.1.2).
 */
public final class AssetHandler implements HttpHandler {
  private final Function<String, Optional<Asset>> files;

  private AssetHandler(Function<String, Optional<Asset>> files) {
    this.files = files;
  }

  /** Serves each path's file; 404 where there is none. */
  public static AssetHandler of(Assets assets) {
    return new AssetHandler(assets::find);
  }

  /**
   * Serves one text at whatever path it is mounted.
   *
   * @param content the text of now; as long as the same array comes, nothing is made anew
   */
  public static AssetHandler ofText(String mediaType, Supplier<byte[]> content) {
    AtomicReference<Made> last = new AtomicReference<>(made(mediaType, content.get()));
    return new AssetHandler(
        path -> {
          byte[] now = content.get();
          Made made = last.get();
          if (made.content != now) {
            made = made(mediaType, now);
            last.set(made);
          }
          return made.asset;
        });
  }

  private record Made(byte[] content, Optional<Asset> asset) {}

  private static Made made(String mediaType, byte[] content) {
    return new Made(content, Optional.of(Assets.text(mediaType, content)));
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws ProblemException {
    Optional<Asset> found = files.apply(exchange.getRequestPath());
    if (found.isEmpty()) {
      throw Problems.notFound();
    }
    send(exchange, found.get());
  }

  private static void send(HttpServerExchange exchange, Asset asset) throws ProblemException {
    String accepted = exchange.getRequestHeaders().getFirst(Headers.ACCEPT_ENCODING);
    Map.Entry<Coding, Representation> form = asset.choose(AcceptEncoding.of(accepted));
    HeaderMap fields = exchange.getResponseHeaders();
    fields.put(Headers.CACHE_CONTROL, asset.cacheControl());
    fields.put(Headers.ETAG, form.getValue().entityTag());
    if (asset.varies()) {
      fields.put(Headers.VARY, "Accept-Encoding");
    }
    if (Preconditions.of(exchange).isFresh(form.getValue().entityTag())) {
      exchange.setStatusCode(304).endExchange();
      return;
    }
    fields.put(Headers.CONTENT_TYPE, asset.mediaType());
    if (form.getKey() != Coding.IDENTITY) {
      fields.put(Headers.CONTENT_ENCODING, form.getKey().token);
    }
    exchange.getResponseSender().send(form.getValue().content());
  }
}
