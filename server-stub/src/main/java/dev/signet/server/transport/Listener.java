package dev.signet.server.transport;

import dev.signet.server.settings.TransportSettings;
import dev.signet.server.tls.Tls;
import io.undertow.connector.ByteBufferPool;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.server.HttpHandler;
import io.undertow.server.protocol.http.AlpnOpenListener;
import io.undertow.server.protocol.http.HttpOpenListener;
import io.undertow.server.protocol.http2.Http2OpenListener;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/**
 * Listens at one address, over TLS or not, and hands requests to a handler. It does what {@code
 * Undertow.Builder} does, which leaves no room for what stands between a socket and the parser.
 */
public final class Listener implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024 - 20;
  private static final int BUFFERS_PER_THREAD = 4;
  private static final int WORKERS_PER_PROCESSOR = 8;
  private static final int STOP_SECONDS = 10;

  private final XnioWorker worker;
  private final AcceptingChannel<? extends StreamConnection> channel;

  private Listener(XnioWorker worker, AcceptingChannel<? extends StreamConnection> channel) {
    this.worker = worker;
    this.channel = channel;
  }

  /**
   * Starts to listen.
   *
   * @param tls the context of https; empty: plain HTTP
   * @param bodyBytes the longest body that any resource takes
   * @param refusal the whole answer to what cannot be parsed
   * @param root what answers all else
   * @throws IOException where the address cannot be had
   */
  public static Listener start(
      InetSocketAddress address,
      TransportSettings settings,
      Optional<SSLContext> tls,
      long bodyBytes,
      Supplier<byte[]> refusal,
      HttpHandler root)
      throws IOException {
    int processors = Math.max(Runtime.getRuntime().availableProcessors(), 2);
    Xnio xnio = Xnio.getInstance(Listener.class.getClassLoader());
    XnioWorker worker =
        xnio.createWorker(
            OptionMap.builder()
                .set(Options.WORKER_IO_THREADS, processors)
                .set(Options.WORKER_TASK_CORE_THREADS, processors * WORKERS_PER_PROCESSOR)
                .set(Options.WORKER_TASK_MAX_THREADS, processors * WORKERS_PER_PROCESSOR)
                .set(Options.TCP_NODELAY, true)
                .getMap());
    try {
      ConnectionWatch watch = new ConnectionWatch(settings);
      var unused = worker.getIoThread().executeAtInterval(watch::look, 1, TimeUnit.SECONDS);
      OptionMap socket = Limits.socket(settings);
      OptionMap http = Limits.http(settings, bodyBytes, tls.isPresent());
      ChannelListener<StreamConnection> opener =
          prepared(watch, refusal, opener(http, tls.isPresent(), root));
      ChannelListener<AcceptingChannel<StreamConnection>> acceptor =
          ChannelListeners.openListenerAdapter(opener);
      AcceptingChannel<? extends StreamConnection> channel =
          tls.isPresent()
              ? overTls(xnio, worker, tls.get(), address, acceptor, socket)
              : worker.createStreamConnectionServer(address, acceptor, socket);
      channel.resumeAccepts();
      return new Listener(worker, channel);
    } catch (IOException | RuntimeException e) {
      worker.shutdownNow();
      throw e;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // As Undertow itself does: an SslConnection is one.
  private static AcceptingChannel<? extends StreamConnection> overTls(
      Xnio xnio,
      XnioWorker worker,
      SSLContext context,
      InetSocketAddress address,
      ChannelListener acceptor,
      OptionMap socket)
      throws IOException {
    UndertowXnioSsl ssl =
        new UndertowXnioSsl(xnio, OptionMap.create(Options.USE_DIRECT_BUFFERS, true), context);
    return ssl.createSslConnectionServer(
        worker, address, acceptor, Limits.tls(socket, Tls.PROTOCOLS, Tls.CIPHERS));
  }

  private static ChannelListener<StreamConnection> opener(
      OptionMap options, boolean tls, HttpHandler root) {
    ByteBufferPool buffers = new DefaultByteBufferPool(true, BUFFER_BYTES, -1, BUFFERS_PER_THREAD);
    HttpOpenListener http = new HttpOpenListener(buffers, options);
    http.setRootHandler(root);
    if (!tls) {
      return http;
    }
    Http2OpenListener http2 = new Http2OpenListener(buffers, options);
    http2.setRootHandler(root);
    return new AlpnOpenListener(buffers, options, http)
        .addProtocol(Http2OpenListener.HTTP2, http2, 10);
  }

  private static ChannelListener<StreamConnection> prepared(
      ConnectionWatch watch, Supplier<byte[]> refusal, ChannelListener<StreamConnection> next) {
    return connection -> {
      watch.add(connection);
      connection
          .getSinkChannel()
          .setConduit(new RefusalConduit(connection.getSinkChannel().getConduit(), refusal));
      next.handleEvent(connection);
    };
  }

  /** The port that it listens at; the real one where the system picked it. */
  public int port() {
    return channel.getLocalAddress(InetSocketAddress.class).getPort();
  }

  /** Takes no new connection and closes those that stand. */
  @Override
  public void close() {
    IoUtils.safeClose(channel);
    worker.shutdown();
    try {
      if (!worker.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        worker.shutdownNow();
      }
    } catch (InterruptedException e) {
      worker.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
