package dev.signet.engine.verdict;

import dev.signet.engine.mime.Headers;
import dev.signet.engine.mime.MailDate;
import dev.signet.engine.mime.Mailboxes;
import java.util.List;
import java.util.Optional;

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

  /**
   * Reads the header of the outermost entity: those fields are what a reader is shown.
   *
   * <p>A header that is damaged anywhere says nothing of either: readers differ in where the lines
   * of such a one end, and so in which fields it has.
   */
  public static Identity of(Headers headers) {
    return headers.damaged()
        ? new Identity(null, null, null)
        : new Identity(
            address(headers, "From"),
            address(headers, "Sender"),
            single(headers, "Date").flatMap(field -> MailDate.parse(field.value())).orElse(null));
  }

  private static String address(Headers headers, String name) {
    return single(headers, name)
        .filter(field -> !controls(field.raw().substring(field.raw().indexOf(':') + 1)))
        .flatMap(field -> Mailboxes.single(field.utf8Value()))
        .orElse(null);
  }

  /** The one field of that name which every reader finds. */
  private static Optional<Headers.Field> single(Headers headers, String name) {
    List<Headers.Field> fields = headers.all(name);
    return fields.size() == 1 && !headers.behindBlank(name)
        ? Optional.of(fields.get(0))
        : Optional.empty();
  }

  /** Whether there are any but tabs and the line ends of folding: they hide what follows. */
  private static boolean controls(String body) {
    String unfolded = body.replace("\r\n", "").replace("\n", "");
    return unfolded.chars().anyMatch(c -> c < 0x20 && c != '\t' || c == 0x7f);
  }
}
