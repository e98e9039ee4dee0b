package dev.signet.server.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * Closes the connection of a request whose body has not arrived whole in time, however steadily it
 * trickles, and whether or not anybody reads it. Requests without a body cost nothing.
 */
public final class BodyTimeoutHandler implements HttpHandler {
  private final long millis;
  private final HttpHandler next;

  public BodyTimeoutHandler(Duration timeout, HttpHandler next) {
    this.millis = timeout.toMillis();
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!exchange.isRequestComplete()) {
      XnioExecutor.Key deadline =
          exchange
              .getIoThread()
              .executeAfter(() -> closeLate(exchange), millis, TimeUnit.MILLISECONDS);
      exchange.addExchangeCompleteListener(
          (ended, following) -> {
            deadline.remove();
            following.proceed();
          });
    }
    next.handleRequest(exchange);
  }

  private static void closeLate(HttpServerExchange exchange) {
    if (exchange.isRequestComplete()) {
      return;
    }
    ServerConnection connection = exchange.getConnection();
    IoUtils.safeClose(connection);
    if (connection instanceof HttpServerConnection) {
      // Who waits for the body has to find out that none will come.
      ConduitStreamSourceChannel source =
          ((HttpServerConnection) connection).getChannel().getSourceChannel();
      if (source.isReadResumed()) {
        ChannelListeners.invokeChannelListener(source, source.getReadListener());
      }
    }
  }
}
