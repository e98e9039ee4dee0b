package dev.signet.server.tls;

import dev.signet.server.reload.Reloaded;
import dev.signet.server.reload.Watch;
import dev.signet.server.settings.SettingsException;
import dev.signet.server.settings.TransportSettings;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS as the server speaks it: 1.2 and 1.3, forward secrecy and authenticated ciphers alone. */
public final class Tls {
  private static final Logger LOG = LoggerFactory.getLogger(Tls.class);

  /** Protocols, by the JDK's names. */
  public static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");

  /** Cipher suites, best first; HTTP/2 demands the fifth (RFC 9113, 9.2.2). */
  public static final List<String> CIPHERS =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
          "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
          "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
          "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

  private Tls() {}

  /**
   * The context that every connection is made with. The pair is read again when its files change;
   * connections that stand are left alone.
   *
   * @throws SettingsException where the pair cannot be used
   */
  public static SSLContext context(TransportSettings.Tls files, Watch watch, Clock clock)
      throws SettingsException {
    try {
      Reloaded<TlsPair> pair =
          Reloaded.of(
              "tls.certificate and tls.key",
              List.of(files.certificate(), files.key()),
              () -> read(files, clock));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {new PairKeyManager(pair)}, null, null);
      watch.add(pair);
      return context;
    } catch (SettingsException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    } catch (Exception e) {
      throw new SettingsException("tls.certificate", e.getMessage());
    }
  }

  private static TlsPair read(TransportSettings.Tls files, Clock clock) throws SettingsException {
    TlsPair pair = TlsPair.read(files);
    pair.outOfDate(clock.instant()).ifPresent(why -> LOG.warn("tls.certificate: {}", why));
    return pair;
  }
}
