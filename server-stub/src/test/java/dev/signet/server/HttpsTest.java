package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.CertificateFiles;
import dev.signet.server.fixture.RunningServer;
import dev.signet.server.fixture.Tool;
import dev.signet.server.settings.SettingsException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked by OpenSSL and curl. */
class HttpsTest {
  @TempDir static Path folder;

  @BeforeAll
  static void makePairs() {
    CertificateFiles.make(folder, "p256");
    CertificateFiles.make(folder, "other");
    CertificateFiles.make(folder, "rsa", "rsa:2048");
    CertificateFiles.make(folder, "ed25519", "ed25519");
    openssl("rsa", "-in", "rsa.key", "-traditional", "-out", "rsa-pkcs1.key");
    openssl("ec", "-in", "p256.key", "-out", "p256-sec1.key");
    openssl("rsa", "-in", "rsa.key", "-aes128", "-passout", "pass:x", "-out", "rsa-locked.key");
    openssl(
        "rsa",
        "-in",
        "rsa.key",
        "-traditional",
        "-aes128",
        "-passout",
        "pass:x",
        "-out",
        "rsa-locked1.key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"p256 p256", "p256 p256-sec1", "rsa rsa", "rsa rsa-pkcs1", "ed25519 ed25519"})
  void speaksHttp2WithAnyKey(String pair) throws Exception {
    String[] names = pair.split(" ", -1);
    try (RunningServer server = RunningServer.start(lines(names[0], names[1]))) {
      String answer = curl(server, names[0], "--http2", "-si", "/healthz");
      assertTrue(answer.startsWith("HTTP/2 200"), answer);
      assertTrue(answer.contains("strict-transport-security: max-age=31536000"), answer);
      assertTrue(answer.contains("content-security-policy: default-src 'none'"), answer);
    }
  }

  @Test
  void speaksTls12And13AndHttp11AsWell() throws Exception {
    try (RunningServer server = RunningServer.start(lines("rsa", "rsa"))) {
      String old = curl(server, "rsa", "--http1.1", "--tls-max", "1.2", "-siv", "/healthz");
      assertTrue(old.contains("HTTP/1.1 200 OK") && old.contains("TLSv1.2"), old);
      String now = curl(server, "rsa", "--http2", "-siv", "/healthz");
      assertTrue(now.contains("HTTP/2 200") && now.contains("TLSv1.3"), now);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-tls1_1 -cipher ALL:@SECLEVEL=0",
        "-tls1 -cipher ALL:@SECLEVEL=0",
        "-tls1_2 -cipher AES128-SHA:AES128-GCM-SHA256",
        "-tls1_2 -cipher ECDHE-RSA-AES128-SHA256:ECDHE-RSA-AES128-SHA"
      })
  void refusesWhatIsWeak(String arguments) throws Exception {
    try (RunningServer server = RunningServer.start(lines("rsa", "rsa"))) {
      ProcessBuilder weak =
          new ProcessBuilder(
                  ("openssl s_client -connect 127.0.0.1:" + server.port() + " " + arguments)
                      .split(" ", -1))
              .redirectErrorStream(true);
      Process process = weak.start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor() != 0, said);
      assertTrue(said.contains("alert"), said);
      assertTrue(curl(server, "rsa", "-si", "/healthz").contains(" 200"));
    }
  }

  @Test
  void keepsTheCookieToItself() throws Exception {
    try (RunningServer server = RunningServer.start(lines("rsa", "rsa"))) {
      String user = server.newUser();
      String answer =
          curl(
              server,
              "rsa",
              "-si",
              "-H",
              "Content-Type: application/json",
              "-H",
              "Origin: https://127.0.0.1",
              "-d",
              "{\"user\":\"" + user + "\",\"password\":\"" + RunningServer.PASSWORD + "\"}",
              "/api/session");
      assertTrue(answer.startsWith("HTTP/2 204"), answer);
      assertTrue(answer.contains("set-cookie: __Host-"), answer);
      assertTrue(answer.toLowerCase(java.util.Locale.ROOT).contains("; secure"), answer);
    }
  }

  @Test
  void sayWhichSettingIsWrong() {
    assertRefused("setting tls.key: ", "is not the key", "p256", "other");
    assertRefused("setting tls.key: ", "algorithm", "p256", "rsa");
    assertRefused("setting tls.key: ", "is encrypted", "rsa", "rsa-locked");
    assertRefused("setting tls.key: ", "is encrypted", "rsa", "rsa-locked1");
    assertRefused("setting tls.key: ", "cannot be read", "rsa", "nothing");
    assertRefused("setting tls.certificate: ", "cannot be read", "nothing", "rsa");
  }

  @Test
  void takesARenewedPairWithoutDroppingConnections() throws Exception {
    copy("p256", "live");
    try (RunningServer server = RunningServer.start(lines("live", "live"));
        SSLSocket standing = connect(server.port())) {
      assertEquals("CN=p256", subject(standing));
      assertAnswers(standing);
      // The certificate alone: not a pair, so the old one stays in force.
      Files.copy(
          folder.resolve("other.pem"),
          folder.resolve("live.pem"),
          StandardCopyOption.REPLACE_EXISTING);
      Thread.sleep(6_000);
      assertEquals("CN=p256", subjectNow(server.port()));
      copy("other", "live");
      Instant end = Instant.now().plus(Duration.ofSeconds(60));
      while (!subjectNow(server.port()).equals("CN=other")) {
        assertFalse(Instant.now().isAfter(end), "never renewed");
        Thread.sleep(200);
      }
      assertAnswers(standing);
    }
  }

  private static void assertRefused(String setting, String why, String certificate, String key) {
    SettingsException refused =
        assertThrows(
            SettingsException.class, () -> RunningServer.start(lines(certificate, key)).close());
    assertTrue(refused.getMessage().startsWith(setting), refused.getMessage());
    assertTrue(refused.getMessage().contains(why), refused.getMessage());
  }

  private static String[] lines(String certificate, String key) {
    return new String[] {
      "origin=https://127.0.0.1",
      "tls.certificate=" + folder.resolve(certificate + ".pem"),
      "tls.key=" + folder.resolve(key + ".key")
    };
  }

  private static void copy(String from, String to) throws Exception {
    for (String end : new String[] {".pem", ".key"}) {
      Path next = folder.resolve(to + end + ".next");
      Files.copy(folder.resolve(from + end), next);
      Files.move(next, folder.resolve(to + end), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static void openssl(String... arguments) {
    String[] command = new String[arguments.length + 1];
    command[0] = "openssl";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Tool.run(folder, command);
  }

  /** The last argument is the path. */
  private static String curl(RunningServer server, String anchor, String... arguments) {
    String[] command = new String[arguments.length + 5];
    System.arraycopy(
        new String[] {"curl", "--max-time", "20", "--cacert", anchor + ".pem"}, 0, command, 0, 5);
    System.arraycopy(arguments, 0, command, 5, arguments.length);
    command[command.length - 1] =
        "https://127.0.0.1:" + server.port() + arguments[arguments.length - 1];
    return Tool.run(folder, command);
  }

  private static SSLSocket connect(int port) throws Exception {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new TrustsAll()}, null);
    SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port);
    socket.setSoTimeout(20_000);
    socket.startHandshake();
    return socket;
  }

  private static String subjectNow(int port) throws Exception {
    try (SSLSocket socket = connect(port)) {
      return subject(socket);
    }
  }

  private static String subject(SSLSocket socket) throws Exception {
    return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
        .getSubjectX500Principal()
        .getName();
  }

  private static void assertAnswers(SSLSocket socket) throws Exception {
    socket
        .getOutputStream()
        .write(
            "HEAD /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = in.read();
      assertTrue(next >= 0, "closed after " + head);
      head.append((char) next);
    }
    assertTrue(head.toString().startsWith("HTTP/1.1 200"), head.toString());
  }

  /** The tests look at which certificate comes, not whether it is to be trusted. */
  private static final class TrustsAll extends javax.net.ssl.X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, java.net.Socket socket) {}

    @Override
    public void checkClientTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkServerTrusted(
        X509Certificate[] chain, String type, javax.net.ssl.SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
