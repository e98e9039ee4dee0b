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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.xnio.XnioExecutor;

/**
 * Reads the whole body of one media type, up to a bound, and hands it on. No thread waits
 * meanwhile, so slow senders hold nobody up; {@link BodyTimeoutHandler} ends those that take too
 * long. 415 for another type or a content coding, 413 for a longer body, chunked or not, 503 where
 * the bodies of others take all the memory that is for them.
 */
public final class BodyHandler implements HttpHandler {
  private static final AttachmentKey<byte[]> BODY = AttachmentKey.create(byte[].class);

  /** The part of the heap that bodies of one kind may take; what is made of them takes as much. */
  private static final int PART_OF_HEAP = 8;

  private static final int SOON_SECONDS = 5;

  /** What was announced longer ago than this takes no memory any more, or soon. */
  private static final int LONGEST_SECONDS = 60;

  private final String mediaType;
  private final int limit;
  private final HttpHandler next;
  private final HttpHandler receiver;

  /** Bytes that bodies which are announced now may take. */
  private final AtomicLong free;

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
    this.free = new AtomicLong(Math.max(limit, Runtime.getRuntime().maxMemory() / PART_OF_HEAP));
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
    reserve(exchange);
    receiver.handleRequest(exchange);
  }

  /** Undertow takes memory for a whole body as soon as it is announced, before a byte of it. */
  private void reserve(HttpServerExchange exchange) throws ProblemException {
    long announced = exchange.getRequestContentLength();
    long bytes = announced < 0 ? limit : announced;
    if (free.getAndUpdate(left -> left < bytes ? left : left - bytes) < bytes) {
      exchange.setPersistent(false);
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, SOON_SECONDS);
      throw new Problem(503, "busy", "Too much is being sent at once; try again.").exception();
    }
    AtomicBoolean given = new AtomicBoolean();
    Runnable back =
        () -> {
          if (given.compareAndSet(false, true)) {
            free.addAndGet(bytes);
          }
        };
    // Undertow never completes what was on a connection of HTTP/2 that breaks.
    XnioExecutor.Key late =
        exchange.getIoThread().executeAfter(back, LONGEST_SECONDS, TimeUnit.SECONDS);
    exchange.addExchangeCompleteListener(
        (ended, following) -> {
          late.remove();
          back.run();
          following.proceed();
        });
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
