package dev.signet.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real nginx before the server, with a sign-in of its own: who brings the cookie {@value #COOKIE}
 * with the right value is named to the server, whatever the browser itself says of that.
 */
public final class Nginx implements AutoCloseable {
  public static final String COOKIE = "site-sign-in";

  private static final String CONFIGURATION =
      """
      daemon off;
      pid %1$s/nginx.pid;
      error_log %1$s/error.log;
      events {}
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        map $http_cookie $signed_in {
          "~(^|; )%2$s=%3$s(;|$)" %4$s;
        }
        server {
          listen 127.0.0.1:%5$d;
          location / {
            proxy_pass http://127.0.0.1:%6$d;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header Remote-User $signed_in;
          }
        }
      }
      """;

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /**
   * Starts it.
   *
   * @param cookie the value of the cookie by which this user is known
   * @param server the port that it leads to
   */
  public static Nginx start(Path folder, String cookie, String user, int server) {
    try {
      Path configuration = folder.resolve("nginx.conf");
      // It cannot pick a port by itself; another process may take this one in between.
      for (int attempt = 0; attempt < 5; attempt++) {
        int port = Loopback.freePort();
        Files.writeString(
            configuration, CONFIGURATION.formatted(folder, COOKIE, cookie, user, port, server));
        Process process =
            new ProcessBuilder(
                    "/usr/sbin/nginx", "-e", folder + "/error.log", "-c", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nginx.out").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        if (Loopback.awaitOpen(process, port)) {
          return new Nginx(process, port);
        }
      }
      throw new IllegalStateException("nginx did not start, see " + folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Where it listens, on the loopback address. */
  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
