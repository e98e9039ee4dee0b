package dev.signet.server.tls;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Gives each handshake the pair that is in force when it begins. A handshake asks for a name, then
 * for the key and the chain of that name; the name of a pair stays good after the next one came, so
 * that no handshake mixes two.
 */
final class PairKeyManager extends X509ExtendedKeyManager {
  private record Named(String alias, TlsPair pair) {}

  private final Supplier<TlsPair> pairs;
  private long count;
  private Named current = new Named("", null);
  private Named before = current;

  PairKeyManager(Supplier<TlsPair> pairs) {
    this.pairs = pairs;
  }

  @Override
  public synchronized String chooseEngineServerAlias(
      String keyType, Principal[] issuers, SSLEngine engine) {
    TlsPair pair = pairs.get();
    if (pair != current.pair) {
      before = current;
      current = new Named("pair" + ++count, pair);
    }
    return fits(keyType, pair.key().getAlgorithm()) ? current.alias : null;
  }

  /** The JDK asks for "EdDSA", "RSASSA-PSS", or in TLS 1.2 "EC" under the names of its suites. */
  private static boolean fits(String keyType, String algorithm) {
    return keyType.equals(algorithm) || keyType.equals(algorithm + "_" + algorithm);
  }

  @Override
  public synchronized PrivateKey getPrivateKey(String alias) {
    TlsPair pair = pair(alias);
    return pair == null ? null : pair.key();
  }

  @Override
  public synchronized X509Certificate[] getCertificateChain(String alias) {
    TlsPair pair = pair(alias);
    return pair == null ? null : pair.chain().toArray(X509Certificate[]::new);
  }

  private TlsPair pair(String alias) {
    return alias.equals(current.alias)
        ? current.pair
        : alias.equals(before.alias) ? before.pair : null;
  }

  @Override
  public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
    return chooseEngineServerAlias(keyType, issuers, null);
  }

  @Override
  public String[] getServerAliases(String keyType, Principal[] issuers) {
    String alias = chooseEngineServerAlias(keyType, issuers, null);
    return alias == null ? null : new String[] {alias};
  }

  @Override
  public String[] getClientAliases(String keyType, Principal[] issuers) {
    return null;
  }

  @Override
  public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
    return null;
  }
}
