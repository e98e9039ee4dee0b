package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class NoWireLogTest {
  private static final List<String> CHATTY =
      List.of("org.apache.hc", "org.apache.hc.client5.http.headers");

  @Test
  void theProxysPasswordIsNotLoggedEvenWhereEverythingIs() throws Exception {
    List<String> logged = new CopyOnWriteArrayList<>();
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            logged.add(event.getLoggerName() + " " + event.getFormattedMessage());
          }
        };
    appender.start();
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Logger relays = (Logger) LoggerFactory.getLogger(OcspRelay.class);
    root.addAppender(appender);
    relays.setLevel(Level.INFO);
    CHATTY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(Level.ALL));
    try (HostileResponder proxy =
            HostileResponder.says(
                "HTTP/1.1 407 Proxy Authentication Required\r\n"
                    + "Proxy-Authenticate: Basic realm=\"x\"",
                new byte[0]);
        RelayFixture relay =
            new RelayFixture.Builder()
                .resolver(RelayFixture.names(Map.of()))
                .proxy(proxy.port(), "relay", "secret")
                .start()) {
      assertEquals(502, relay.ask("http://ocsp.example/", Requests.about(1)).statusCode());
      String last = proxy.requests.get(proxy.requests.size() - 1);
      assertTrue(last.contains("Proxy-Authorization: Basic cmVsYXk6c2VjcmV0"), last);
      assertTrue(logged.stream().anyMatch(line -> line.contains("ocsp.example")), "no log at all");
      for (String line : logged) {
        assertFalse(line.contains("secret") || line.contains("cmVsYXk6c2VjcmV0"), line);
      }
    } finally {
      CHATTY.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).setLevel(null));
      relays.setLevel(null);
      root.detachAppender(appender);
    }
  }
}
