package dev.signet.server.transport;

import dev.signet.server.settings.TransportSettings;
import io.undertow.UndertowOptions;
import java.time.Duration;
import java.util.List;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;

/** The limits on connections and on requests' heads, in Undertow's terms. */
final class Limits {
  private static final int MOST_HEADER_BYTES = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final int MOST_PARAMETERS = 20;

  /**
   * As many as fit into a head, at four octets each: a browser sends what every host of its domain
   * has set, and who can set those must not be able to keep users out.
   */
  private static final int MOST_COOKIES = MOST_HEADER_BYTES / 4;

  private static final int MOST_STREAMS = 100;
  private static final int MOST_RESETS = 200;
  private static final int RESET_WINDOW_MILLIS = 30_000;

  /** How far a body may exceed what is taken and is still skipped, so that the answer arrives. */
  private static final long SKIPPED_BYTES = 64 * 1024;

  private Limits() {}

  static OptionMap http(TransportSettings settings, long bodyBytes, boolean http2) {
    return OptionMap.builder()
        .set(UndertowOptions.BUFFER_PIPELINED_DATA, true)
        .set(UndertowOptions.MAX_HEADER_SIZE, MOST_HEADER_BYTES)
        .set(UndertowOptions.MAX_HEADERS, MOST_HEADERS)
        .set(UndertowOptions.MAX_PARAMETERS, MOST_PARAMETERS)
        .set(UndertowOptions.MAX_COOKIES, MOST_COOKIES)
        .set(UndertowOptions.MAX_ENTITY_SIZE, bodyBytes + SKIPPED_BYTES)
        .set(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(settings.header()))
        .set(UndertowOptions.NO_REQUEST_TIMEOUT, millis(settings.idle()))
        .set(UndertowOptions.ENABLE_HTTP2, http2)
        .set(UndertowOptions.HTTP2_SETTINGS_ENABLE_PUSH, false)
        .set(UndertowOptions.HTTP2_SETTINGS_MAX_CONCURRENT_STREAMS, MOST_STREAMS)
        .set(UndertowOptions.HTTP2_SETTINGS_MAX_HEADER_LIST_SIZE, MOST_HEADER_BYTES)
        .set(UndertowOptions.MAX_RST_FRAMES_PER_WINDOW, MOST_RESETS)
        .set(UndertowOptions.RST_FRAMES_TIME_WINDOW, RESET_WINDOW_MILLIS)
        .getMap();
  }

  /** Beyond {@code connections} the system's queue holds those that come, until one ends. */
  static OptionMap socket(TransportSettings settings) {
    return OptionMap.builder()
        .set(Options.REUSE_ADDRESSES, true)
        .set(Options.TCP_NODELAY, true)
        .set(Options.BALANCING_TOKENS, 1)
        .set(Options.BALANCING_CONNECTIONS, 2)
        .set(Options.BACKLOG, 1000)
        .set(Options.CONNECTION_HIGH_WATER, settings.connections())
        .set(Options.CONNECTION_LOW_WATER, settings.connections())
        .getMap();
  }

  static OptionMap tls(OptionMap socket, List<String> protocols, List<String> ciphers) {
    return OptionMap.builder()
        .addAll(socket)
        .set(Options.SSL_ENABLED_PROTOCOLS, Sequence.of(protocols))
        .set(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(ciphers))
        .set(UndertowOptions.SSL_USER_CIPHER_SUITES_ORDER, true)
        .getMap();
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
