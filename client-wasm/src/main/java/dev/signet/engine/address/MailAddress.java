package dev.signet.engine.address;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mail address, as it compares (RFC 8550 section 3, RFC 9598 section 5).
 *
 * <p>Two are equal where their domains are and their local parts: those in ASCII without case, any
 * other octet for octet.
 *
 * @param localPart in lower case where it is ASCII
 */
public record MailAddress(String localPart, DomainName domain) {
  /** Octets of a local part (RFC 5321 section 4.5.3.1.1). */
  private static final int MAX_LOCAL_PART = 64;

  private static final String ATOM_SPECIALS = "!#$%&'*+-/=?^_`{|}~";

  /**
   * Reads one address without display name, comment, quotation or white space.
   *
   * <p>A local part that would have to be quoted is no address here: nobody can have it on the
   * large services, and readers differ in how they show it. Neither is one with an encoded word,
   * which some readers decode although RFC 2047 section 5 forbids it there.
   *
   * @return empty where it is none
   */
  public static Optional<MailAddress> of(String text) {
    int at = text.indexOf('@');
    if (at < 1) {
      return Optional.empty();
    }
    String local = text.substring(0, at);
    if (!sound(local)) {
      return Optional.empty();
    }
    String compared = Ascii.only(local) ? Ascii.lowerCase(local) : local;
    return DomainName.of(text.substring(at + 1)).map(name -> new MailAddress(compared, name));
  }

  /**
   * The one of those that is the same, as it is written there; null where none is, or where this is
   * no address.
   *
   * @param address may be null
   */
  public static String find(String address, List<String> among) {
    Optional<MailAddress> wanted = address == null ? Optional.empty() : of(address);
    if (wanted.isPresent()) {
      for (String each : among) {
        if (wanted.equals(of(each))) {
          return each;
        }
      }
    }
    return null;
  }

  /** Whether an address is among both; in a set, for whoever writes them may write thousands. */
  public static boolean anyShared(List<String> some, List<String> others) {
    Set<MailAddress> known = all(some).collect(Collectors.toSet());
    return all(others).anyMatch(known::contains);
  }

  private static Stream<MailAddress> all(List<String> texts) {
    return texts.stream().flatMap(text -> of(text).stream());
  }

  /** Whether the local part has characters beyond ASCII (RFC 6531). */
  public boolean international() {
    return !Ascii.only(localPart);
  }

  /** A dot-atom (RFC 5322 section 3.2.3, RFC 6532 section 3.2) of bounded length. */
  private static boolean sound(String local) {
    if (local.length() > MAX_LOCAL_PART
        || local.getBytes(StandardCharsets.UTF_8).length > MAX_LOCAL_PART
        || local.startsWith(".")
        || local.endsWith(".")
        || local.contains("..")
        || local.contains("=?")) {
      return false;
    }
    return local.codePoints().allMatch(MailAddress::sound);
  }

  private static boolean sound(int c) {
    if (c < 0x80) {
      return c >= 'a' && c <= 'z'
          || c >= 'A' && c <= 'Z'
          || c >= '0' && c <= '9'
          || c == '.'
          || ATOM_SPECIALS.indexOf(c) >= 0;
    }
    // U+FFFD stands for octets that were no UTF-8.
    if (c == 0xfffd || (c & 0xfffe) == 0xfffe || c == 0xff20 || c == 0xfe6b) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
