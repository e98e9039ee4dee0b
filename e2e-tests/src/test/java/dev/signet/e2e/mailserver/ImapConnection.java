package dev.signet.e2e.mailserver;

import dev.signet.e2e.world.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** As much of IMAP4rev1 (RFC 3501) as putting mail into mailboxes takes. */
public final class ImapConnection implements AutoCloseable {
  private static final DateTimeFormatter ARRIVAL =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT);

  /**
   * A message with what IMAP keeps beside it.
   *
   * @param attributes flags in brackets, and the time at which it came
   */
  public record Appended(String attributes, byte[] message) {
    /**
     * One that came at this time.
     *
     * @param flags such as {@code \\Seen}, or none
     */
    public static Appended at(Instant arrival, String flags, byte[] message) {
      String date = ARRIVAL.format(arrival.atZone(ZoneOffset.UTC));
      return new Appended("(" + flags + ") \"" + date + "\"", message);
    }
  }

  private final LineConnection line;
  private int commands;

  private ImapConnection(LineConnection line) {
    this.line = line;
  }

  static ImapConnection signedIn(int port, String user, String password) {
    try {
      ImapConnection imap = new ImapConnection(new LineConnection(Loopback.connect(port)));
      imap.line.read();
      imap.command("LOGIN \"" + user + "\" \"" + password + "\"");
      return imap;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Sends a command and waits for its end.
   *
   * @return the untagged answers
   * @throws IllegalStateException where it is not answered OK
   */
  public List<String> command(String text) {
    try {
      String tag = "a" + ++commands;
      line.write(tag + " " + text);
      return answers(tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Appends many in one command (RFC 3502), without waiting between them (RFC 7888). */
  public void append(String mailbox, Iterator<Appended> messages) {
    try {
      String tag = "a" + ++commands;
      line.begin((tag + " APPEND \"" + mailbox + "\"").getBytes(StandardCharsets.US_ASCII));
      while (messages.hasNext()) {
        Appended each = messages.next();
        String head = " " + each.attributes + " {" + each.message.length + "+}\r\n";
        line.begin(head.getBytes(StandardCharsets.US_ASCII));
        line.begin(each.message);
      }
      line.write("");
      answers(tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> answers(String tag) throws IOException {
    List<String> untagged = new ArrayList<>();
    for (String answer = line.read(); ; answer = line.read()) {
      if (answer.startsWith(tag + " OK")) {
        return untagged;
      }
      if (answer.startsWith(tag + " ")) {
        throw new IllegalStateException("IMAP: " + answer);
      }
      untagged.add(answer);
    }
  }

  @Override
  public void close() {
    line.close();
  }
}
