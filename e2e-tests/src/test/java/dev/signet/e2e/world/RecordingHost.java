package dev.signet.e2e.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Somebody's web host, which knows nothing of the product: a picture at every path, a cookie for
 * who asks for {@code /cookie}. Keeps what is asked for.
 */
public final class RecordingHost implements AutoCloseable {
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

  private final HttpServer server;
  private final String origin;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /**
   * A request.
   *
   * @param fields of its header, by names as Java's server writes them
   */
  public record Asked(String path, Map<String, List<String>> fields) {}

  private RecordingHost(HttpServer server, String scheme, String address) {
    this.server = server;
    this.origin = scheme + "://" + address + ":" + server.getAddress().getPort();
    server.createContext("/", this::answer);
    // Browsers open connections before they need them: one that says nothing must not keep others
    // waiting.
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "recording host");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** By http. */
  public static RecordingHost open(String address) {
    try {
      return new RecordingHost(HttpServer.create(door(address), 64), "http", address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * By https.
   *
   * @param p12 the host's key and certificate
   */
  public static RecordingHost open(String address, byte[] p12, String passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(p12), passphrase.toCharArray());
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store, passphrase.toCharArray());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      HttpsServer server = HttpsServer.create(door(address), 64);
      server.setHttpsConfigurator(new HttpsConfigurator(context));
      return new RecordingHost(server, "https", address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InetSocketAddress door(String address) throws IOException {
    return new InetSocketAddress(InetAddress.getByName(address), 0);
  }

  /** Scheme, address and port. */
  public String origin() {
    return origin;
  }

  /** Everything that was asked for so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().toString();
      asked.add(new Asked(path, Map.copyOf(exchange.getRequestHeaders())));
      if (path.equals("/cookie")) {
        exchange.getResponseHeaders().set("Set-Cookie", "known=1; Secure; SameSite=None");
      }
      exchange.getResponseHeaders().set("Content-Type", "image/png");
      exchange.sendResponseHeaders(200, PICTURE.length);
      exchange.getResponseBody().write(PICTURE);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
