package dev.signet.e2e.stage;

import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.world.RecordingProxy;
import dev.signet.e2e.world.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/**
 * A further server with settings of its own, behind a recorder. It is seen at a loopback address of
 * its own: a cookie is for a host, whatever the port, and none must go to another server.
 */
public final class Site implements AutoCloseable {
  private final String address;
  private final RecordingProxy recorder;
  private final ServerProcess server;

  private Site(String address, RecordingProxy recorder, ServerProcess server) {
    this.address = address;
    this.recorder = recorder;
    this.server = server;
  }

  static Site prepare(Path folder, String address, Function<String, Map<String, String>> settings) {
    RecordingProxy recorder = RecordingProxy.open(address);
    Map<String, String> all = new LinkedHashMap<>();
    all.put("listen", "127.0.0.1:0");
    all.put("origin", origin(address, recorder));
    all.put("store", "jdbc:sqlite:" + folder.resolve("signet.db"));
    all.putAll(settings.apply(origin(address, recorder)));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Site(address, recorder, ServerProcess.prepare(folder, all));
  }

  /** Adds an account. */
  public Site user(String name, String password) {
    server.addUser(name, password);
    return this;
  }

  /** Starts the server. */
  public Site start() {
    return startBehind(port -> port);
  }

  /**
   * Starts the server, and then what stands before it.
   *
   * @param front from the server's port to the one that browsers shall be led to
   */
  public Site startBehind(IntUnaryOperator front) {
    recorder.forwardTo(front.applyAsInt(server.start().port()));
    return this;
  }

  /** Where browsers see it. */
  public String origin() {
    return origin(address, recorder);
  }

  /** The loopback address that is this site's alone. */
  public String address() {
    return address;
  }

  /** The WebApp, not yet loaded. */
  public WebApp app(Chromium chromium) {
    return new WebApp(chromium, origin());
  }

  /** What its pages sent. */
  public List<byte[]> sent() {
    return recorder.sent();
  }

  private static String origin(String address, RecordingProxy recorder) {
    return "http://" + address + ":" + recorder.port();
  }

  @Override
  public void close() {
    server.close();
    recorder.close();
  }
}
