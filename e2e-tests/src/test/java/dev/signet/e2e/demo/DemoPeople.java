package dev.signet.e2e.demo;

import dev.signet.e2e.mailserver.Cyrus;
import dev.signet.e2e.mailserver.MailAuthority;
import dev.signet.e2e.mailserver.MailWorld;
import dev.signet.e2e.mailserver.MailWorld.Member;
import dev.signet.e2e.world.Person;
import dev.signet.testing.Identity;
import dev.signet.testing.Leaf;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * Alice, Bob and Carol of a demo world: made once, with what they sign in with and the passphrases
 * of their {@code .p12} files, and taken up again by every later run.
 */
final class DemoPeople {
  private static final List<String> NAMES = List.of("alice", "bob", "carol");

  private static final String COMPLETE = "complete";

  private final SecureRandom random = new SecureRandom();
  private final Path folder;
  private final Properties kept = new Properties();

  private DemoPeople(Path folder) {
    this.folder = folder;
  }

  /** The people in a folder; makes them where it is new. */
  static DemoPeople in(Path folder) throws IOException {
    DemoPeople people = new DemoPeople(folder);
    if (people.exist()) {
      try (Reader reader = Files.newBufferedReader(people.file())) {
        people.kept.load(reader);
      }
    }
    return people;
  }

  private boolean exist() {
    return Files.exists(file());
  }

  private Path file() {
    return folder.resolve("world.properties");
  }

  /** Where the {@code .p12} files lie. */
  Path keys() {
    return folder.resolve("keys");
  }

  /**
   * Whether all of it is there: the mail lies in a folder elsewhere, which may have been cleaned.
   */
  boolean complete() {
    return kept.containsKey(COMPLETE) && Files.isDirectory(mailFolder());
  }

  /** Cyrus's folder: outside of the project, which its user may not enter. */
  Path mailFolder() {
    return Path.of(kept.getProperty("mail"));
  }

  /** Forgets everything, so that the next {@link #make} begins anew. */
  void forget() throws IOException {
    List<String> command = new ArrayList<>(List.of("rm", "-rf", folder.toString()));
    if (exist() && mailFolder().getFileName().toString().startsWith("signet-demo-")) {
      command.add(mailFolder().toString());
    }
    try {
      if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
        throw new IOException("could not remove " + folder);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    kept.clear();
  }

  /** The world of people who are made now. */
  MailWorld make() throws IOException {
    Files.createDirectories(keys());
    Path authorityFolder = Files.createDirectories(folder.resolve("authority"));
    kept.setProperty(
        "mail", Files.createTempDirectory(Path.of("/var/tmp"), "signet-demo-").toString());
    // Whoever is interrupted from here on begins anew, and finds what is to be removed.
    store();
    MailAuthority authority = MailAuthority.make(authorityFolder);
    kept.setProperty("responder", Integer.toString(authority.responderPort()));
    for (String name : NAMES) {
      String address = address(name);
      Leaf leaf = name.equals("carol") ? Leaf.ec(address) : Leaf.rsa(address);
      kept.setProperty(name + ".password", words());
      kept.setProperty(name + ".passphrase", words());
      authority.issuing().issue(name, leaf);
    }
    MailWorld world = world(authority);
    for (Member member : world.members()) {
      Files.write(keys().resolve(member.person().name() + ".p12"), member.person().p12());
    }
    return world;
  }

  /** All of it is there from now on. */
  void keep() throws IOException {
    kept.setProperty(COMPLETE, "yes");
    store();
  }

  private void store() throws IOException {
    try (Writer writer = Files.newBufferedWriter(file())) {
      kept.store(writer, null);
    }
  }

  /** The world of people who were made before. */
  MailWorld open() {
    int port = Integer.parseInt(kept.getProperty("responder"));
    return world(MailAuthority.open(folder.resolve("authority"), port));
  }

  private MailWorld world(MailAuthority authority) {
    List<Member> members = new ArrayList<>();
    for (String name : NAMES) {
      Identity identity = authority.issuing().issued(name);
      String passphrase = kept.getProperty(name + ".passphrase");
      members.add(
          new Member(
              new Person(name, address(name), identity, passphrase),
              kept.getProperty(name + ".password")));
    }
    return new MailWorld(authority, Cyrus.in(mailFolder()), members);
  }

  private static String address(String name) {
    return name + "@example.org";
  }

  /** Something that can be typed. */
  private String words() {
    byte[] drawn = new byte[6];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn).replaceAll("(....)(?=.)", "$1-");
  }
}
