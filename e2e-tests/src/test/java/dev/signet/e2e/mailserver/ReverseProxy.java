package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A real nginx with {@code docs/deploy/nginx.conf}, which puts Signet and the JMAP server under one
 * origin: as it stands but for TLS, the ports, and a sign-in that may be as frequent as tests are.
 */
public final class ReverseProxy implements AutoCloseable {
  private static final Path PAGE = Project.root().resolve("docs/deploy/nginx.conf");

  private final Process process;
  private final int port;

  private ReverseProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param wanted the port to listen at; 0 picks one
   * @param signet the port of Signet's server
   * @param jmap the port of the JMAP server
   */
  public static ReverseProxy start(Path folder, int wanted, int signet, int jmap) {
    try {
      Files.createDirectories(folder);
      // It cannot pick a port by itself; another process may take this one in between.
      for (int attempt = 0; attempt < 5; attempt++) {
        int port = wanted == 0 ? Loopback.freePort() : wanted;
        Files.writeString(folder.resolve("site.conf"), site(port, signet, jmap));
        Files.writeString(folder.resolve("nginx.conf"), around());
        Process process =
            new ProcessBuilder(
                    "/usr/sbin/nginx", "-e", "stderr", "-p", folder + "/", "-c", "nginx.conf")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (Loopback.awaitOpen(process, port)) {
          return new ReverseProxy(process, port);
        }
        process.destroy();
      }
      throw new IllegalStateException("nginx did not start, see " + folder + "/nginx.log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens, on 127.0.0.1. */
  public int port() {
    return port;
  }

  private static String site(int port, int signet, int jmap) throws IOException {
    String page = Files.readString(PAGE);
    // The first of its two servers does nothing but lead to TLS.
    int first = page.indexOf("server {\n  listen 80;");
    int second = page.indexOf("server {\n  listen 443");
    if (first < 0 || second < first) {
      throw new IllegalStateException(PAGE + " has not the two servers that it had");
    }
    String plain = page.substring(0, first) + page.substring(second);
    return replaced(
            plain,
            Map.of(
                "server 127.0.0.1:8080;",
                "server 127.0.0.1:" + signet + ";",
                "server 127.0.0.1:8081;",
                "server 127.0.0.1:" + jmap + ";",
                "listen 443 ssl http2;",
                "listen 127.0.0.1:" + port + ";",
                "listen [::]:443 ssl http2;",
                "",
                "server_name mail.example;",
                "",
                "rate=2r/s",
                "rate=100r/s",
                // The port is part of the name that browsers use here.
                "proxy_set_header Host $host;",
                "proxy_set_header Host $http_host;"))
        .replaceAll("(?m)^ *ssl_.*\n", "");
  }

  /** Each has to be there, so that a change of the page is noticed. */
  private static String replaced(String text, Map<String, String> replacements) {
    String replaced = text;
    for (Map.Entry<String, String> each : replacements.entrySet()) {
      if (!replaced.contains(each.getKey())) {
        throw new IllegalStateException(PAGE + " has no " + each.getKey());
      }
      replaced = replaced.replace(each.getKey(), each.getValue());
    }
    return replaced;
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

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
