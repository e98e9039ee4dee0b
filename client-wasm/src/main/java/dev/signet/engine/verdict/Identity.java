package dev.signet.engine.verdict;

import dev.signet.engine.mime.Headers;
import dev.signet.engine.mime.MailDate;
import dev.signet.engine.mime.Mailboxes;
import java.util.List;

/**
 * Who a message says that it is from, and when.
 *
 * @param from the one From address, or null where there is not exactly one
 * @param sender the one Sender address, or null
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
    List<String> addresses = Mailboxes.parse(fields.get(0).utf8Value()).orElse(List.of());
    return addresses.size() == 1 ? addresses.get(0) : null;
  }
}
