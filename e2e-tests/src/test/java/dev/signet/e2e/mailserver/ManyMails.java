package dev.signet.e2e.mailserver;

import dev.signet.e2e.mailserver.ImapConnection.Appended;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A full mailbox: short mails of many senders and subjects, each some minutes older than the next.
 */
final class ManyMails {
  private static final List<String> NAMES =
      List.of("Anna", "Bram", "Chloé", "Dirk", "Eva", "Farid", "Gülay", "Hugo", "Ines", "Jan");
  private static final List<String> SUBJECTS =
      List.of("Minutes", "Invoice", "Lunch", "Schedule", "Question", "Report", "Photographs");

  /** Cyrus holds back what one command appends until the command ends. */
  private static final int BATCH = 1000;

  private ManyMails() {}

  /** Puts them into the inbox; the newest has the highest number. */
  static void into(ImapConnection imap, int count) {
    Instant now = Instant.now();
    for (int done = 0; done < count; done += BATCH) {
      imap.append(
          "INBOX",
          IntStream.range(done, Math.min(count, done + BATCH))
              .mapToObj(i -> mail(i, now.minus(Duration.ofMinutes(7L * (count - i)))))
              .iterator());
    }
  }

  private static Appended mail(int number, Instant date) {
    String name = NAMES.get(number % NAMES.size());
    String subject = SUBJECTS.get(number % SUBJECTS.size()) + " " + number;
    String text =
        String.join(
            "\r\n",
            "From: =?utf-8?B?" + base64(name) + "?= <" + number % 97 + "@example.net>",
            "To: many@example.org",
            "Subject: " + subject,
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atZone(ZoneOffset.UTC)),
            "Message-ID: <" + number + "." + date.toEpochMilli() + "@example.net>",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "This is mail number " + number + ".",
            "");
    return Appended.at(
        date, number % 3 == 0 ? "" : "\\Seen", text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String base64(String name) {
    return java.util.Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
  }
}
