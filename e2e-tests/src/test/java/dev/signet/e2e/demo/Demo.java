package dev.signet.e2e.demo;

import dev.signet.e2e.mailserver.MailWorld;
import dev.signet.e2e.mailserver.MailWorld.Member;
import dev.signet.e2e.mailserver.SampleMail.Sample;
import dev.signet.e2e.world.Loopback;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./run}: starts the world, prints how to use it, and ends it by Ctrl-C. */
public final class Demo {
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final Path folder;
  private final int port;

  private Demo(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts everything and stays.
   *
   * @param arguments the folder of the world, the port, and {@code --fresh} to make it anew
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]).toAbsolutePath();
    int wanted = Integer.parseInt(arguments[1]);
    boolean fresh = List.of(arguments).contains("--fresh");
    Demo demo = new Demo(folder, Loopback.isFree(wanted) ? wanted : Loopback.freePort());
    Runtime.getRuntime().addShutdownHook(new Thread(demo::stop));
    try {
      demo.start(fresh);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      System.err.println("error: " + e.getMessage());
      System.exit(2);
    }
    new CountDownLatch(1).await();
  }

  private void start(boolean fresh) throws IOException {
    DemoPeople people = DemoPeople.in(folder);
    boolean complete = people.complete() && !fresh;
    if (!complete) {
      say("making the demo world: people, keys and mail, with OpenSSL");
      people.forget();
    }
    MailWorld world = started(complete ? people.open() : people.make());
    world.start();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen", "127.0.0.1:0");
    settings.put("origin", "http://127.0.0.1:" + port);
    settings.put("store", "jdbc:sqlite:" + folder.resolve("signet.db"));
    settings.putAll(world.settings());
    ServerProcess server = ServerProcess.prepare(folder, settings);
    if (!complete) {
      fill(world, server);
      people.keep();
    }
    started(server).start();
    world.before(server.port(), folder.resolve("proxy"), port);
    System.out.print(welcome(world, people.keys()));
  }

  private void fill(MailWorld world, ServerProcess server) throws IOException {
    for (Member member : world.members()) {
      Person person = member.person();
      server.addUser(person.address(), member.password());
      Path copies = Files.createDirectories(folder.resolve("mail").resolve(person.name()));
      int number = 0;
      for (Sample sample : world.fillInbox(person)) {
        String name = "%02d-%s.eml".formatted(++number, sample.code());
        Files.write(copies.resolve(name), sample.message());
      }
    }
  }

  private <T extends AutoCloseable> T started(T part) {
    parts.push(part);
    return part;
  }

  private String welcome(MailWorld world, Path keys) {
    StringBuilder text =
        new StringBuilder("\nSignet is running: http://127.0.0.1:" + port + "/\n\n");
    String row = "  %-18s %-15s %s\n";
    text.append(row.formatted("account", "password", ".p12 file, and its passphrase"));
    for (Member member : world.members()) {
      Person person = member.person();
      text.append(
          row.formatted(
              person.address(),
              member.password(),
              keys.resolve(person.name() + ".p12") + "  " + person.passphrase()));
    }
    return text.append(
            """

            Name and password are the same for the mail server. Sign in as alice@example.org, import alice.p12 under
            Settings, and open the inbox: it has a mail of every colour. Mail to the others arrives; mail to
            anybody else goes nowhere. The same mails as files: %s

              certificates  %s/authority
              responder     %s
              settings      %s/signet.properties

            These people exist only here. Ctrl-C stops everything; ./run starts it again as it was.
            """
                .formatted(folder.resolve("mail"), folder, world.authority().responder(), folder))
        .toString();
  }

  private void stop() {
    boolean any = !parts.isEmpty();
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        System.err.println("at the end: " + e.getMessage());
      }
    }
    if (any) {
      say("stopped");
    }
  }

  private static void say(String text) {
    System.err.println("==> " + text);
  }
}
