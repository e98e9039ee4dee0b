package dev.signet.server.keys;

import dev.signet.server.digest.Sha256;
import dev.signet.server.http.BodyHandler;
import dev.signet.server.http.Json;
import dev.signet.server.http.Preconditions;
import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import dev.signet.server.http.Problems;
import dev.signet.server.pkcs12.Pkcs12Check;
import dev.signet.server.pkcs12.Pkcs12Refusal;
import dev.signet.server.session.Session;
import dev.signet.server.settings.Settings.Limits;
import dev.signet.server.store.Store;
import dev.signet.server.store.Store.Change;
import dev.signet.server.store.Store.KeyContent;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * {@code /api/keys} and {@code /api/keys/{id}}. The entity tag of a file is its SHA-256, which the
 * list names as well. Another user's file is answered as one that does not exist, on every method.
 */
public final class KeyResource {
  /** The media type of what is stored. */
  public static final String MEDIA_TYPE = "application/x-pkcs12";

  private static final int SOON_SECONDS = 5;

  private final Store store;
  private final Limits limits;

  public KeyResource(Store store, Limits limits) {
    this.store = store;
    this.limits = limits;
  }

  /** One row of the list; instants by RFC 3339. */
  record Row(String id, String name, int size, String sha256, String created, String modified) {
    static Row of(Store.KeyFile file) {
      return new Row(
          file.id().toString(),
          file.name(),
          file.size(),
          file.sha256(),
          file.created().toString(),
          file.modified().toString());
    }
  }

  /** {@code GET /api/keys}. */
  public void list(HttpServerExchange exchange) {
    List<Row> rows =
        store.keyFiles(Session.of(exchange).accountId()).stream().map(Row::of).toList();
    Json.send(exchange, rows);
  }

  /** {@code GET /api/keys/{id}}: exactly the bytes that were stored. */
  public void get(HttpServerExchange exchange) throws ProblemException {
    Preconditions conditions = Preconditions.of(exchange);
    Optional<KeyContent> found =
        store.keyFile(Session.of(exchange).accountId(), KeyPath.id(exchange));
    if (found.isEmpty()) {
      throw Problems.notFound();
    }
    String tag = tag(found.get().sha256());
    exchange.getResponseHeaders().put(Headers.ETAG, tag);
    if (conditions.isFresh(tag)) {
      exchange.setStatusCode(304).endExchange();
      return;
    }
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, MEDIA_TYPE);
    exchange.getResponseSender().send(ByteBuffer.wrap(found.get().bytes()));
  }

  /** {@code PUT /api/keys/{id}?name=…}. */
  public void put(HttpServerExchange exchange) throws ProblemException {
    UUID id = KeyPath.id(exchange);
    Optional<String> name = KeyName.of(exchange);
    Preconditions conditions = Preconditions.of(exchange);
    byte[] content = BodyHandler.body(exchange);
    check(exchange, content);
    long account = Session.of(exchange).accountId();
    Change change =
        store.putKeyFile(account, id, name, content, condition(conditions), limits.keysPerUser());
    switch (change) {
      case CREATED, REPLACED -> {
        exchange.getResponseHeaders().put(Headers.ETAG, tag(Sha256.hex(content)));
        exchange.setStatusCode(change == Change.CREATED ? 201 : 204).endExchange();
      }
      case QUOTA_EXCEEDED ->
          throw new Problem(
                  507, "quota", "A user may store " + limits.keysPerUser() + " files, no more.")
              .exception();
      default -> throw refusal(change);
    }
  }

  /** {@code DELETE /api/keys/{id}}. */
  public void delete(HttpServerExchange exchange) throws ProblemException {
    UUID id = KeyPath.id(exchange);
    Preconditions conditions = Preconditions.of(exchange);
    Change change =
        store.removeKeyFile(Session.of(exchange).accountId(), id, condition(conditions));
    if (change != Change.REMOVED) {
      throw refusal(change);
    }
    exchange.setStatusCode(204).endExchange();
  }

  private static void check(HttpServerExchange exchange, byte[] content) throws ProblemException {
    try {
      Pkcs12Check.check(content);
    } catch (Pkcs12Refusal e) {
      boolean busy = e.reason() == Pkcs12Refusal.Reason.BUSY;
      if (busy) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SOON_SECONDS);
      }
      throw new Problem(busy ? 503 : 422, e.reason().code(), e.getMessage()).exception();
    }
  }

  private static ProblemException refusal(Change change) {
    return change == Change.CONDITION_FAILED
        ? new Problem(412, "The file is not the version that the condition names.").exception()
        : Problems.notFound();
  }

  private static Store.Condition condition(Preconditions conditions) {
    return sha256 -> conditions.allowChange(sha256.map(KeyResource::tag));
  }

  private static String tag(String sha256) {
    return '"' + sha256 + '"';
  }
}
