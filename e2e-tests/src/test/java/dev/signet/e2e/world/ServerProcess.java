package dev.signet.e2e.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The built jar, started as an administrator would start it. */
public final class ServerProcess implements AutoCloseable {
  private static final String READY = "listening on ";
  private static final long SECONDS = 60;

  private final Path settings;
  private final Path log;
  private Process process;
  private int port;

  private ServerProcess(Path settings, Path log) {
    this.settings = settings;
    this.log = log;
  }

  /** Writes the settings file; nothing runs yet. */
  public static ServerProcess prepare(Path folder, Map<String, String> settings) {
    StringBuilder text = new StringBuilder();
    settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
    try {
      Path file = folder.resolve("signet.properties");
      Files.writeString(file, text);
      return new ServerProcess(file, folder.resolve("server.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Adds an account by the command line, its password on standard input. */
  public void addUser(String name, String password) {
    try {
      Process adding = jar("user", "add", name).redirectErrorStream(true).start();
      try (var in = adding.getOutputStream()) {
        in.write((password + "\n").getBytes(StandardCharsets.UTF_8));
      }
      String said = new String(adding.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!adding.waitFor(SECONDS, TimeUnit.SECONDS) || adding.exitValue() != 0) {
        throw new IllegalStateException("user add failed: " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Starts the server and waits for its one line. */
  public ServerProcess start() {
    try {
      process = jar("serve").redirectError(log.toFile()).start();
      CompletableFuture<String> line = CompletableFuture.supplyAsync(this::readyLine);
      String address = line.get(SECONDS, TimeUnit.SECONDS).substring(READY.length()).trim();
      port = portOf(address);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IllegalStateException("the server did not start, see " + log, e);
    }
  }

  /** The port on the loopback address. */
  public int port() {
    return port;
  }

  private String readyLine() {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    try {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.startsWith(READY)) {
          Thread rest = new Thread(() -> drain(out), "server output");
          rest.setDaemon(true);
          rest.start();
          return line;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("the server ended without a word, see " + log);
  }

  private void drain(BufferedReader out) {
    try (out;
        var copy = Files.newBufferedWriter(log.resolveSibling("server.out"))) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        copy.write(line + "\n");
        copy.flush();
      }
    } catch (IOException e) {
      // The process is gone, and its output with it.
    }
  }

  private static int portOf(String address) {
    String uri = address.contains("://") ? address : "http://" + address;
    return URI.create(uri).getPort();
  }

  private ProcessBuilder jar(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-jar");
    command.add(Project.serverJar().toString());
    command.addAll(List.of(words));
    command.add("--config");
    command.add(settings.toString());
    return new ProcessBuilder(command).directory(settings.getParent().toFile());
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
