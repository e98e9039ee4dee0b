package dev.signet.server.jar;

import dev.signet.server.accounts.LocalAccounts;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.ServerProcess;
import dev.signet.server.settings.StoreSettings;
import dev.signet.server.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The running jar over a store of its own, and the users that a test adds. */
final class JarSite implements AutoCloseable {
  static final String PASSWORD = "not a passphrase";
  private static final AtomicInteger USERS = new AtomicInteger();

  private final Path folder;
  private final TestedStore store;
  private final Path config;
  private final List<String> command;
  private ServerProcess process;

  private JarSite(List<String> command, TestedStore.Kind kind, String... lines) throws Exception {
    this.folder = Files.createTempDirectory("signet-jar");
    this.command = command;
    this.store = kind.create(folder);
    this.config = folder.resolve("settings.properties");
    List<String> settings = new ArrayList<>(List.of("listen=127.0.0.1:0"));
    settings.addAll(storeLines(store.settings()));
    settings.addAll(List.of(lines));
    Files.write(config, settings);
  }

  /** Starts a server; each line is a setting. */
  static JarSite start(TestedStore.Kind kind, String... lines) throws Exception {
    return startUnder(List.of(), kind, lines);
  }

  /** The same by a command that takes the program's command line as its last arguments. */
  static JarSite startUnder(List<String> command, TestedStore.Kind kind, String... lines)
      throws Exception {
    JarSite site = new JarSite(command, kind, lines);
    site.start();
    return site;
  }

  /** Settings and a store, and no server yet. */
  static JarSite prepare(TestedStore.Kind kind, String... lines) throws Exception {
    return new JarSite(List.of(), kind, lines);
  }

  private static List<String> storeLines(StoreSettings settings) {
    List<String> lines = new ArrayList<>(List.of("store=" + settings.url()));
    settings.user().ifPresent(user -> lines.add("store.user=" + user));
    settings.password().ifPresent(password -> lines.add("store.password=" + password));
    return lines;
  }

  /** Starts the process, after it was killed or stopped. */
  void start() throws IOException {
    process = ServerProcess.serveUnder(command, folder, "serve", "--config", config.toString());
  }

  /** Another server over the same store and settings. */
  ServerProcess another() throws IOException {
    return ServerProcess.serve(folder, "serve", "--config", config.toString());
  }

  /** Runs a command with these settings. */
  ServerProcess.Result run(String input, String... arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    return ServerProcess.run(folder, Map.of(), input, all.toArray(String[]::new));
  }

  /** Adds a user whose name is not in use; returns it. */
  String newUser() {
    String name = "user" + USERS.incrementAndGet();
    try (Store opened = Store.open(store.settings())) {
      new LocalAccounts(opened).add(name, PASSWORD);
    }
    return name;
  }

  /** A client that is signed in as a new user. */
  Client newClient() {
    return signedIn(newUser());
  }

  /** A client that is signed in as a user. */
  Client signedIn(String user) {
    return client().signIn(user, PASSWORD);
  }

  /** A client that is not signed in. */
  Client client() {
    return process.client();
  }

  ServerProcess process() {
    return process;
  }

  int port() {
    return process.port();
  }

  Path folder() {
    return folder;
  }

  TestedStore store() {
    return store;
  }

  @Override
  public void close() throws Exception {
    if (process != null) {
      process.kill();
    }
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
