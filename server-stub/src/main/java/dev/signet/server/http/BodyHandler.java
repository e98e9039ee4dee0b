package dev.signet.server.http;

import io.undertow.io.Receiver.RequestToLargeException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.HttpContinueReadHandler;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Locale;

/**
 * Reads the whole body of one media type, up to a bound, and hands it on. No thread waits
 * meanwhile, so slow senders hold nobody up; {@link BodyTimeoutHandler} ends those that take too
 * long. 415 for another type or a content coding, 413 for a longer body, chunked or not.
 */
public final class BodyHandler implements HttpHandler {
  private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);

  private final String mediaType;
  private final int limit;
  private final HttpHandler next;
  private final HttpHandler receiver;

  /**
   * A handler before another.
   *
   * @param mediaType the one type that is taken, in lower case; parameters of the field are ignored
   * @param limit bytes of the longest body that is taken
   * @param next runs on a thread that may block, and finds the body by {@link #body}
   */
  public BodyHandler(String mediaType, int limit, HttpHandler next) {
    this.mediaType = mediaType;
    this.limit = limit;
    this.next = new ProblemHandler(next);
    this.receiver = new HttpContinueReadHandler(this::receive);
  }

  /** The body that was read. */
  public static byte[] body(HttpServerExchange exchange) {
    return exchange.getAttachment(BODY);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    String coding = exchange.getRequestHeaders().getFirst(Headers.CONTENT_ENCODING);
    if (type == null || !essence(type).equals(mediaType)) {
      throw new Problem(415, "The body has to be " + mediaType + ".").exception();
    }
    if (coding != null && !coding.equalsIgnoreCase("identity")) {
      throw new Problem(415, "The body must not be compressed.").exception();
    }
    if (exchange.getRequestContentLength() > limit) {
      exchange.setPersistent(false);
      throw tooLarge().exception();
    }
    receiver.handleRequest(exchange);
  }

  private void receive(HttpServerExchange exchange) {
    exchange.getRequestReceiver().setMaxBufferSize(limit);
    exchange
        .getRequestReceiver()
        .receiveFullBytes(
            (received, body) -> {
              received.putAttachment(BODY, body);
              received.dispatch(next);
            },
            this::fail);
  }

  private void fail(HttpServerExchange exchange, IOException cause) {
    exchange.setPersistent(false);
    boolean large =
        cause instanceof RequestToLargeException || cause instanceof RequestTooBigException;
    Problems.send(exchange, large ? tooLarge() : new Problem(400, "The body broke off."));
  }

  private Problem tooLarge() {
    return new Problem(413, "The body is longer than " + limit + " bytes.");
  }

  private static String essence(String contentType) {
    int end = contentType.indexOf(';');
    return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
