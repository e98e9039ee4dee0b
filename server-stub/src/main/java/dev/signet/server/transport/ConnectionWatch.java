package dev.signet.server.transport;

import dev.signet.server.settings.TransportSettings;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSession;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.conduits.ConduitStreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;
import org.xnio.ssl.SslConnection;

/**
 * Closes connections that Undertow's own time-outs leave alone: those whose TLS handshake does not
 * end, those on which nothing was ever answered, and those whose client takes an answer too slowly.
 * One look at all of them each second costs a request nothing.
 */
final class ConnectionWatch {
  /** An answer that waits for its client has to move this fast over the idle time. */
  private static final long LEAST_BYTES_PER_SECOND = 1024;

  private record Watched(StreamConnection connection, ProgressConduit progress, long since) {}

  private final Set<Watched> open = ConcurrentHashMap.newKeySet();
  private final long handshake;
  private final long first;
  private final long stall;

  ConnectionWatch(TransportSettings settings) {
    this.handshake = settings.header().toNanos();
    this.first =
        settings
            .idle()
            .plus(settings.header())
            .plus(settings.body())
            .plus(Duration.ofMinutes(1))
            .toNanos();
    this.stall = settings.idle().toNanos();
  }

  /** Watches a connection that was just accepted, before anything else is put around it. */
  void add(StreamConnection connection) {
    ConduitStreamSinkChannel sink = connection.getSinkChannel();
    ProgressConduit progress = new ProgressConduit(sink.getConduit());
    sink.setConduit(progress);
    open.add(new Watched(connection, progress, System.nanoTime()));
  }

  /** Looks once at every connection. */
  void look() {
    long now = System.nanoTime();
    for (Watched watched : open) {
      if (!watched.connection.isOpen()) {
        open.remove(watched);
      } else if (isOverdue(watched, now)) {
        open.remove(watched);
        watched.connection.getIoThread().execute(() -> close(watched.connection));
      }
    }
  }

  private boolean isOverdue(Watched watched, long now) {
    long age = now - watched.since;
    return (age > handshake && isShakingHands(watched.connection))
        || (age > first && !watched.progress.hasBegun())
        || watched.progress.isStalled(now, stall, LEAST_BYTES_PER_SECOND);
  }

  private static boolean isShakingHands(StreamConnection connection) {
    if (!(connection instanceof SslConnection)) {
      return false;
    }
    SSLSession session = ((SslConnection) connection).getSslSession();
    return session == null || session.getProtocol().equals("NONE");
  }

  /** Closes, and lets who waits for the connection find that out. */
  static void close(StreamConnection connection) {
    IoUtils.safeClose(connection);
    ConduitStreamSourceChannel source = connection.getSourceChannel();
    if (source.isReadResumed()) {
      ChannelListeners.invokeChannelListener(source, source.getReadListener());
    }
    ConduitStreamSinkChannel sink = connection.getSinkChannel();
    if (sink.isWriteResumed()) {
      ChannelListeners.invokeChannelListener(sink, sink.getWriteListener());
    }
  }
}
