package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * A real nginx with a file of {@code docs/deploy}: as it stands but for TLS, the ports and names,
 * and a sign-in that may be as frequent as tests are.
 */
public final class ReverseProxy implements AutoCloseable {
  private static final Path FILES = Project.root().resolve("docs/deploy");

  private final Process process;
  private final int port;

  private ReverseProxy(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Puts Signet and the JMAP server under one origin, by {@code nginx.conf}.
   *
   * @param wanted the port to listen at; 0 picks one
   * @param signet the port of Signet's server
   * @param jmap the port of the JMAP server
   */
  public static ReverseProxy start(Path folder, int wanted, int signet, int jmap) {
    return start(folder, wanted, port -> oneOrigin(port, signet, jmap));
  }

  /**
   * Lets pages of an origin ask the JMAP server at an origin of its own, by {@code
   * nginx-jmap.conf}.
   *
   * @param pages the origin of the pages
   */
  public static ReverseProxy startForPagesOf(String pages, Path folder, int jmap) {
    return start(folder, 0, port -> otherOrigin(port, pages, jmap));
  }

  private static ReverseProxy start(Path folder, int wanted, IntFunction<String> site) {
    try {
      Files.createDirectories(folder);
      // It cannot pick a port by itself; another process may take this one in between.
      for (int attempt = 0; attempt < 5; attempt++) {
        int port = wanted == 0 ? Loopback.freePort() : wanted;
        Files.writeString(folder.resolve("site.conf"), site.apply(port));
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

  private static String oneOrigin(int port, int signet, int jmap) {
    String page = read("nginx.conf");
    // The first of its two servers does nothing but lead to TLS.
    int first = page.indexOf("server {\n  listen 80;");
    int second = page.indexOf("server {\n  listen 443");
    if (first < 0 || second < first) {
      throw new IllegalStateException("nginx.conf has not the two servers that it had");
    }
    return replaced(
        plain(page.substring(0, first) + page.substring(second), port, "mail.example"),
        Map.of(
            "server 127.0.0.1:8080;",
            "server 127.0.0.1:" + signet + ";",
            "server 127.0.0.1:8081;",
            "server 127.0.0.1:" + jmap + ";",
            "rate=2r/s",
            "rate=100r/s"));
  }

  private static String otherOrigin(int port, String pages, int jmap) {
    return replaced(
        plain(read("nginx-jmap.conf"), port, "jmap.example"),
        Map.of(
            "http://127.0.0.1:8081",
            "http://127.0.0.1:" + jmap,
            "Access-Control-Allow-Origin https://mail.example",
            "Access-Control-Allow-Origin " + pages));
  }

  private static String read(String name) {
    try {
      return Files.readString(FILES.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without TLS, at a port of the loopback address. */
  private static String plain(String page, int port, String name) {
    return replaced(
            page,
            Map.of(
                "listen 443 ssl http2;",
                "listen 127.0.0.1:" + port + ";",
                "listen [::]:443 ssl http2;",
                "",
                "server_name " + name + ";",
                "",
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
        throw new IllegalStateException("a file of docs/deploy has no " + each.getKey());
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
