package dev.signet.server.jar;

import dev.signet.server.fixture.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The real nginx with {@code docs/deploy/nginx.conf} as it stands, but for its ports, the paths of
 * its certificate and the addresses of the upstreams.
 */
final class Nginx implements AutoCloseable {
  private static final Path PAGE = Path.of("../docs/deploy/nginx.conf");
  private static final int ATTEMPTS = 5;
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path folder;
  private final Process process;
  private final int port;
  private final int portOfHttp;

  private Nginx(Path folder, int signet, int jmap) throws IOException {
    this.folder = folder;
    this.port = freePort();
    this.portOfHttp = freePort();
    String site =
        replaced(
            Files.readString(PAGE),
            Map.of(
                "server 127.0.0.1:8080;",
                "server 127.0.0.1:" + signet + ";",
                "server 127.0.0.1:8081;",
                "server 127.0.0.1:" + jmap + ";",
                "listen 80;",
                "listen 127.0.0.1:" + portOfHttp + ";",
                "listen [::]:80;",
                "",
                "listen 443 ssl http2;",
                "listen 127.0.0.1:" + port + " ssl http2;",
                "listen [::]:443 ssl http2;",
                "",
                "/etc/ssl/signet/fullchain.pem",
                folder.resolve("site.pem").toString(),
                "/etc/ssl/signet/key.pem",
                folder.resolve("site.key").toString()));
    Files.writeString(folder.resolve("site.conf"), site);
    Files.writeString(folder.resolve("nginx.conf"), around());
    process =
        new ProcessBuilder(
                program().orElseThrow(), "-e", "stderr", "-p", folder + "/", "-c", "nginx.conf")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("nginx.log").toFile())
            .start();
  }

  /** Where nginx is, if it is installed. */
  static Optional<String> program() {
    return Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst();
  }

  /**
   * Starts one; returns when it listens.
   *
   * @param signet port of the server
   * @param jmap port of the JMAP server
   */
  static Nginx start(Path folder, int signet, int jmap) throws Exception {
    String request =
        "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -x509 -days 30"
            + " -subj /CN=site -addext subjectAltName=DNS:mail.example"
            + " -keyout site.key -out site.pem";
    Tool.run(folder, request.split(" "));
    for (int i = 0; i < ATTEMPTS; i++) {
      Nginx started = new Nginx(folder, signet, jmap);
      if (started.listens()) {
        return started;
      }
    }
    throw new AssertionError(Files.readString(folder.resolve("nginx.log")));
  }

  /** Each has to be there, so that a change of the page is noticed. */
  private static String replaced(String text, Map<String, String> replacements) {
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      if (!text.contains(each.getKey())) {
        throw new AssertionError("nginx.conf has no " + each.getKey());
      }
      text = text.replace(each.getKey(), each.getValue());
    }
    return text;
  }

  /** What Debian's nginx.conf has around a file of conf.d, in one process and one folder. */
  private static String around() {
    StringBuilder text = new StringBuilder("daemon off;\nmaster_process off;\npid nginx.pid;\n");
    text.append("events { worker_connections 768; }\nhttp {\naccess_log off;\n");
    for (String kind : new String[] {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
      text.append(kind).append("_temp_path ").append(kind).append(";\n");
    }
    return text.append("include site.conf;\n}\n").toString();
  }

  private boolean listens() throws InterruptedException {
    Instant last = Instant.now().plus(LONGEST_START);
    while (process.isAlive() && Instant.now().isBefore(last)) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return socket.isConnected();
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    close();
    return false;
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return free.getLocalPort();
    }
  }

  /**
   * The answer that curl gets for {@code mail.example}, as text with its head, over HTTP/2 where
   * the arguments do not say otherwise.
   */
  String curl(String... arguments) {
    String[] fixed = {
      "curl",
      "-isS",
      "--path-as-is",
      "--max-time",
      "25",
      "--cacert",
      "site.pem",
      "--connect-to",
      "mail.example:443:127.0.0.1:" + port,
      "--connect-to",
      "mail.example:80:127.0.0.1:" + portOfHttp,
      "--cookie-jar",
      "cookies",
      "--cookie",
      "cookies"
    };
    return Tool.run(
        folder, Stream.concat(Stream.of(fixed), Stream.of(arguments)).toArray(String[]::new));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
