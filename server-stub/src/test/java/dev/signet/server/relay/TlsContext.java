package dev.signet.server.relay;

import dev.signet.server.fixture.Tool;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** TLS with one certificate, made by OpenSSL, that both serves and is trusted. */
final class TlsContext {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private TlsContext() {}

  /** For servers of that name and their clients. */
  static SSLContext of(String name, Path folder) throws Exception {
    Tool.run(
        folder,
        ("openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=x"
                + (" -addext subjectAltName=DNS:" + name)
                + " -keyout key.pem -out cert.pem")
            .split(" "));
    Tool.run(
        folder,
        ("openssl pkcs12 -export -inkey key.pem -in cert.pem -out tls.p12 -passout pass:changeit")
            .split(" "));
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve("tls.p12"))) {
      keys.load(file, PASSWORD);
    }
    KeyManagerFactory server = KeyManagerFactory.getInstance("PKIX");
    server.init(keys, PASSWORD);
    KeyStore anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    try (InputStream file = Files.newInputStream(folder.resolve("cert.pem"))) {
      anchors.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(file));
    }
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(server.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** A listener at 127.0.0.1 that has the certificate. */
  static ServerSocket listener(SSLContext context) throws Exception {
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
  }
}
