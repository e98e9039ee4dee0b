package dev.signet.engine.verdict;

import dev.signet.engine.mime.Headers;
import dev.signet.engine.mime.MailDate;
import dev.signet.engine.mime.Mailboxes;
import java.util.List;

/**
 * Who a message says that it is from, and when.
 *
 * @param from the address of the one From field, which is one mailbox, as {@link Mailboxes} reads
 *     it; else null. What stands around the address, above all a display name, is claimed by
 *     whoever wrote the mail and is nowhere kept: nothing can show it as verified.
 * @param sender that of the one Sender field, or null
 * @param date milliseconds since 1970, or null
 */
public record Identity(String from, String sender, Long date) {

  /** Reads the header of the outermost entity: those fields are what a reader is shown. */
  public static Identity of(Headers headers) {
    List<Headers.Field> dates = headers.all("Date");
    return new Identity(
        single(headers, "From"),
        single(headers, "Sender"),
        dates.size() == 1 ? MailDate.parse(dates.get(0).value()).orElse(null) : null);
  }

  private static String single(Headers headers, String name) {
    List<Headers.Field> fields = headers.all(name);
    if (fields.size() != 1) {
      return null;
    }
    String body = fields.get(0).raw().substring(fields.get(0).raw().indexOf(':') + 1);
    if (controls(body)) {
      return null;
    }
    return Mailboxes.single(fields.get(0).utf8Value()).orElse(null);
  }

  /** Whether there are any but tabs and the line ends of folding: they hide what follows. */
  private static boolean controls(String body) {
    String unfolded = body.replace("\r\n", "").replace("\n", "");
    return unfolded.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f);
  }
}
