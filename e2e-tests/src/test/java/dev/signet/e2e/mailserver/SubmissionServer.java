package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes by SMTP (RFC 5321) what Cyrus submits, keeps its octets, and delivers it by LMTP to those
 * recipients who have an account. Who would live elsewhere gets nothing: no mail leaves this
 * machine.
 */
public final class SubmissionServer implements AutoCloseable {
  /**
   * What went through.
   *
   * @param from of the envelope
   * @param recipients of the envelope
   * @param message every octet as it was submitted
   */
  public record Submitted(String from, List<String> recipients, byte[] message) {}

  private final ServerSocket door;
  private final Set<String> accounts = ConcurrentHashMap.newKeySet();
  private final List<Submitted> submitted = new CopyOnWriteArrayList<>();
  private volatile int lmtpPort;
  private volatile String refusal;

  private SubmissionServer(ServerSocket door) {
    this.door = door;
  }

  /** Opens a port; mail can be delivered once {@link #deliverTo} has been said. */
  public static SubmissionServer open() {
    try {
      SubmissionServer server =
          new SubmissionServer(new ServerSocket(0, 64, InetAddress.getByName(Loopback.HOST)));
      daemon("submission", server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where mail for local accounts goes. */
  public void deliverTo(int port) {
    lmtpPort = port;
  }

  /** This address has a mailbox here. */
  public void account(String address) {
    accounts.add(address.toLowerCase(Locale.ROOT));
  }

  /** The port that Cyrus is told. */
  public int port() {
    return door.getLocalPort();
  }

  /** Everything that was accepted so far, the oldest first. */
  public List<Submitted> submitted() {
    return List.copyOf(submitted);
  }

  /**
   * From now on every recipient is refused.
   *
   * @param reply such as {@code 550 5.7.1 No}, or null to accept again
   */
  public void refuse(String reply) {
    refusal = reply;
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket socket = door.accept();
        daemon("submission session", () -> serve(socket));
      } catch (IOException e) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket;
        LineConnection line = new LineConnection(socket)) {
      line.write("220 localhost ESMTP");
      Envelope envelope = new Envelope();
      while (true) {
        String command = line.read();
        String verb = command.toUpperCase(Locale.ROOT).replaceAll(" .*", "");
        switch (verb) {
          case "EHLO" ->
              line.write(
                  "250-localhost",
                  "250-8BITMIME",
                  "250-SMTPUTF8",
                  "250-ENHANCEDSTATUSCODES",
                  "250 SIZE 67108864");
          case "MAIL" -> {
            envelope = new Envelope();
            envelope.from = path(command);
            line.write("250 2.1.0 Ok");
          }
          case "RCPT" -> line.write(recipient(envelope, path(command)));
          case "DATA" -> {
            line.write("354 Go ahead");
            byte[] message = line.readMessage();
            line.write(deliver(envelope, message));
            envelope = new Envelope();
          }
          case "HELO", "RSET", "NOOP" -> {
            envelope = new Envelope();
            line.write("250 2.0.0 Ok");
          }
          case "QUIT" -> {
            line.write("221 2.0.0 Bye");
            return;
          }
          default -> line.write("502 5.5.1 Not here");
        }
      }
    } catch (EOFException e) {
      // Cyrus keeps a connection open until its process ends.
    } catch (IOException e) {
      if (!door.isClosed()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private String recipient(Envelope envelope, String address) {
    if (refusal != null) {
      return refusal;
    }
    String domain = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    boolean here = accounts.stream().anyMatch(account -> account.endsWith("@" + domain));
    if (here && !isAccount(address)) {
      return "550 5.1.1 Nobody here has that address";
    }
    envelope.recipients.add(address);
    return "250 2.1.5 Ok";
  }

  private String deliver(Envelope envelope, byte[] message) {
    List<String> local = envelope.recipients.stream().filter(this::isAccount).toList();
    try {
      if (!local.isEmpty()) {
        try (LmtpConnection lmtp = LmtpConnection.to(lmtpPort)) {
          lmtp.deliver(envelope.from, local, message);
        }
      }
      submitted.add(new Submitted(envelope.from, List.copyOf(envelope.recipients), message));
      return "250 2.0.0 Ok";
    } catch (IllegalStateException | UncheckedIOException e) {
      return "451 4.3.0 Not delivered";
    }
  }

  private boolean isAccount(String address) {
    return accounts.contains(address.toLowerCase(Locale.ROOT));
  }

  private static String path(String command) {
    int from = command.indexOf('<');
    int to = command.indexOf('>', from);
    return from < 0 || to < 0 ? "" : command.substring(from + 1, to);
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has been said of the message that comes next. */
  private static final class Envelope {
    private String from = "";
    private final List<String> recipients = new ArrayList<>();
  }
}
