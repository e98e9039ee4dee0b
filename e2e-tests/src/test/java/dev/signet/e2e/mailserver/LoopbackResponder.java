package dev.signet.e2e.mailserver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.signet.e2e.world.Loopback;
import dev.signet.testing.CommandLine;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * OCSP (RFC 6960) by {@code openssl ocsp}, which answers each question out of the authority's index
 * as it is at that moment. Openssl's own server listens at every address of the machine; this one
 * at 127.0.0.1 alone.
 */
final class LoopbackResponder implements AutoCloseable {
  private final Map<String, TestCa> authorities = new LinkedHashMap<>();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(4, LoopbackResponder::thread);
  private HttpServer server;
  private int port;

  /**
   * Begins to listen.
   *
   * @param port 0 picks one
   */
  LoopbackResponder(int port) {
    this.port = port;
    start();
  }

  /** Answers for an authority from now on; the address that its certificates are to name. */
  String answerFor(String name, TestCa authority) {
    authorities.put("/" + name, authority);
    return "http://" + Loopback.HOST + ":" + port + "/" + name;
  }

  int port() {
    return port;
  }

  /** Listens at the port that it had. */
  void start() {
    try {
      server =
          HttpServer.create(new InetSocketAddress(InetAddress.getByName(Loopback.HOST), port), 64);
      server.createContext("/", this::answer);
      server.setExecutor(threads);
      server.start();
      port = server.getAddress().getPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens no longer: whoever asks finds nobody. */
  void stop() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      TestCa authority = authorities.get(exchange.getRequestURI().getPath());
      byte[] question = exchange.getRequestBody().readNBytes(65536);
      if (authority == null || !exchange.getRequestMethod().equals("POST")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] answer = answer(authority, question);
      exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
      exchange.sendResponseHeaders(
          answer.length == 0 ? 500 : 200, answer.length == 0 ? -1 : answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static byte[] answer(TestCa authority, byte[] question) throws IOException {
    Path folder = Files.createTempDirectory("signet-ocsp-");
    Path asked = Files.write(folder.resolve("question"), question);
    Path answered = folder.resolve("answer");
    try {
      CommandLine.Outcome outcome =
          OpenSsl.tryRun(
              folder,
              "ocsp",
              "-index",
              authority.index().toString(),
              "-CA",
              authority.certificate().toString(),
              "-rsigner",
              authority.certificate().toString(),
              "-rkey",
              authority.key().toString(),
              "-nmin",
              "5",
              "-reqin",
              asked.toString(),
              "-respout",
              answered.toString());
      return outcome.status() == 0 && Files.exists(answered)
          ? Files.readAllBytes(answered)
          : new byte[0];
    } finally {
      Files.deleteIfExists(asked);
      Files.deleteIfExists(answered);
      Files.deleteIfExists(folder);
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "responder");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    stop();
    threads.shutdownNow();
  }
}
