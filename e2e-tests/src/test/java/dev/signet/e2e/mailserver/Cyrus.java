package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import dev.signet.testing.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real Cyrus IMAP with JMAP, in a folder of its own and at ports of the loopback address;
 * Debian's own service stays as it is. Root runs it as the user {@code cyrus}, anybody else as
 * himself. Accounts are mail addresses, so that a name and a password are the same here and at
 * Signet.
 */
public final class Cyrus implements AutoCloseable {
  private static final Path PROGRAMS = Path.of("/usr/lib/cyrus/bin");

  /** Where a file is safe at once: Cyrus waits for the disk many times for each mail. */
  private static final Path MEMORY = Path.of("/dev/shm");

  private static final long ROOM_FOR_MANY_MAILS = 1L << 30;
  private static final String ROLES = "Drafts|Sent|Trash|Junk|Archive";

  private static final String IMAPD =
      """
      cyrus_user: %2$s
      configdirectory: %1$s/conf
      proc_path: %1$s/proc
      mboxname_lockpath: %1$s/lock
      defaultpartition: default
      partition-default: %1$s/spool
      sievedir: %1$s/sieve
      idlesocket: %1$s/idle
      servername: localhost
      virtdomains: userid
      altnamespace: yes
      unixhierarchysep: yes
      conversations: yes
      conversations_db: twoskip
      search_engine: xapian
      search_index_headers: yes
      defaultsearchtier: first
      firstsearchpartition-default: %1$s/search
      sync_log: yes
      sync_log_channels: squatter
      httpmodules: jmap
      jmap_max_size_upload: 65536
      jmap_mail_max_size_attachments_per_email: 51200
      allowplaintext: yes
      sasl_pwcheck_method: auxprop
      sasl_auxprop_plugin: sasldb
      sasl_sasldb_path: %1$s/sasldb2
      sasl_mech_list: PLAIN
      autocreate_quota: 0
      autocreate_inbox_folders: %3$s
      autocreate_subscribe_folders: %3$s
      xlist-drafts: Drafts
      xlist-sent: Sent
      xlist-trash: Trash
      xlist-junk: Junk
      xlist-archive: Archive
      smtp_backend: host
      smtp_host: 127.0.0.1:%4$d/noauth
      """;

  private static final String SERVICES =
      """
      START {
        recover cmd="%2$s/ctl_cyrusdb -r -C %1$s/imapd.conf"
      }
      SERVICES {
        http cmd="httpd -C %1$s/imapd.conf" listen="127.0.0.1:%3$d" prefork=1
        imap cmd="imapd -C %1$s/imapd.conf" listen="127.0.0.1:%4$d" prefork=0
        lmtp cmd="lmtpd -a -C %1$s/imapd.conf" listen="127.0.0.1:%5$d" prefork=0
      }
      DAEMON {
        index cmd="%2$s/squatter -R -C %1$s/imapd.conf"
      }
      EVENTS {
        checkpoint cmd="%2$s/ctl_cyrusdb -c -C %1$s/imapd.conf" period=60
      }
      """;

  private final Path folder;
  private final boolean root = "root".equals(System.getProperty("user.name"));
  private boolean forOneRun;
  private Process master;
  private int httpPort;
  private int imapPort;
  private int lmtpPort;

  private Cyrus(Path folder) {
    this.folder = folder;
  }

  /**
   * In a folder that its user can reach, new or left by an earlier run; nothing runs yet.
   *
   * @throws IllegalStateException where the packages are not installed
   */
  public static Cyrus in(Path folder) {
    for (String program : List.of("master", "httpd", "imapd", "lmtpd")) {
      if (!Files.isExecutable(PROGRAMS.resolve(program))) {
        throw new IllegalStateException(
            PROGRAMS.resolve(program)
                + " is missing: install cyrus-imapd, cyrus-caldav, cyrus-admin, sasl2-bin,"
                + " libsasl2-modules");
      }
    }
    return new Cyrus(folder);
  }

  /**
   * A new folder for one run, which goes with it. It lies outside of the project: Cyrus's user may
   * not enter that.
   */
  public static Cyrus inNewFolder() {
    try {
      Cyrus cyrus =
          in(
              inMemory()
                  ? Files.createTempDirectory(MEMORY, "signet-cyrus-")
                  : Files.createTempDirectory("signet-cyrus-"));
      cyrus.forOneRun = true;
      return cyrus;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean inMemory() throws IOException {
    return Files.isWritable(MEMORY)
        && Files.getFileStore(MEMORY).getUsableSpace() > ROOM_FOR_MANY_MAILS;
  }

  /**
   * Adds an account, or gives it another password. Its mailboxes come with {@link #makeMailboxes}.
   *
   * @param address name and domain
   */
  public Cyrus account(String address, String password) {
    makeFolders();
    String[] parts = address.split("@", 2);
    run(
        password.getBytes(StandardCharsets.UTF_8),
        "/usr/sbin/saslpasswd2",
        "-p",
        "-c",
        "-f",
        folder.resolve("sasldb2").toString(),
        "-u",
        parts[1],
        parts[0]);
    return this;
  }

  /**
   * Starts it.
   *
   * @param smtpPort where what is submitted shall be sent
   */
  public Cyrus start(int smtpPort) {
    makeFolders();
    try {
      // It cannot pick ports by itself; another process may take one in between.
      for (int attempt = 0; attempt < 5; attempt++) {
        httpPort = Loopback.freePort();
        imapPort = Loopback.freePort();
        lmtpPort = Loopback.freePort();
        configure(smtpPort);
        launch();
        if (Loopback.awaitOpen(master, httpPort) && Loopback.awaitOpen(master, lmtpPort)) {
          return this;
        }
        stop();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throw new IllegalStateException("Cyrus did not start, see " + folder + "/master.out");
  }

  /** Makes an account's mailboxes, as its first sign-in by IMAP does. */
  public Cyrus makeMailboxes(String address, String password) {
    try (ImapConnection imap = imap(address, password)) {
      imap.command("SELECT INBOX");
    }
    return this;
  }

  /** A connection by IMAP, signed in. */
  public ImapConnection imap(String address, String password) {
    return ImapConnection.signedIn(imapPort, address, password);
  }

  /** Puts a message into inboxes, as mail from outside comes. */
  public void deliver(String from, List<String> recipients, byte[] message) {
    try (LmtpConnection lmtp = LmtpConnection.to(lmtpPort)) {
      lmtp.deliver(from, recipients, message);
    }
  }

  /** The port of JMAP. */
  public int httpPort() {
    return httpPort;
  }

  /** The port of LMTP, where nobody has to sign in. */
  public int lmtpPort() {
    return lmtpPort;
  }

  /** Where everything of it lies. */
  public Path folder() {
    return folder;
  }

  private void makeFolders() {
    try {
      Files.createDirectories(folder);
      for (String name : List.of("conf", "proc", "lock", "spool", "search", "sieve")) {
        Files.createDirectories(folder.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void configure(int smtpPort) throws IOException {
    String user = root ? "cyrus" : System.getProperty("user.name");
    Files.writeString(folder.resolve("imapd.conf"), IMAPD.formatted(folder, user, ROLES, smtpPort));
    Files.writeString(
        folder.resolve("cyrus.conf"),
        SERVICES.formatted(folder, PROGRAMS, httpPort, imapPort, lmtpPort));
    if (root) {
      run(new byte[0], "chown", "-R", "cyrus:mail", folder.toString());
    }
  }

  private void launch() throws IOException {
    // When it ends it ends its whole process group, in which others would be.
    List<String> command = new ArrayList<>(List.of("setsid"));
    if (root) {
      // It takes the place of this process, so that ending the process ends Cyrus.
      command.addAll(
          List.of("setpriv", "--reuid", "cyrus", "--regid", "mail", "--init-groups", "--"));
    }
    command.add(PROGRAMS.resolve("master").toString());
    command.addAll(List.of("-C", folder.resolve("imapd.conf").toString()));
    command.addAll(List.of("-M", folder.resolve("cyrus.conf").toString()));
    command.addAll(List.of("-p", folder.resolve("master.pid").toString()));
    Process started =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("master.out").toFile())
            .start();
    if (master == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }
    master = started;
  }

  private void run(byte[] input, String... command) {
    CommandLine.run(Path.of("/"), input, List.of(command));
  }

  /** Ends it; the mail stays in its folder, if that is not for one run. */
  @Override
  public void close() {
    stop();
    if (forOneRun && Files.exists(folder)) {
      run(new byte[0], "rm", "-rf", folder.toString());
    }
  }

  private void stop() {
    if (master == null) {
      return;
    }
    master.destroy();
    try {
      if (!master.waitFor(10, TimeUnit.SECONDS)) {
        master.destroyForcibly();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
