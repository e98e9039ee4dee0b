package dev.signet.engine.mime;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The parts of a multipart body (RFC 2046 section 5.1) as ranges. */
public final class Multipart {
  private static final int MAX_BOUNDARY = 200;

  /**
   * Lines that begin like the delimiter and are none. A boundary that is the beginning of another
   * makes a few; a body made of them would cost a look at each.
   */
  private static final int MAX_LOOKALIKES = 10_000;

  /** White space after a boundary that is looked through for the line's end. */
  private static final int MAX_PADDING = 200;

  /** No position: -1 stands for a line that begins the body. */
  private static final int NONE = Integer.MIN_VALUE;

  private Multipart() {}

  /**
   * The parts between the delimiter lines, without the line end that belongs to the delimiter after
   * them. Preamble and epilogue are left out. A missing closing delimiter ends the last part at the
   * end of the body.
   *
   * @param boundary as the parameter says; spaces at its end count as padding of the line (RFC 2046
   *     section 5.1.1 forbids them, and gateways cut them off)
   * @param maximum parts above which the body is refused
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there is no boundary or no part; {@code
   *     TOO_LARGE}
   */
  public static List<Bulk> parts(Bulk body, String boundary, int maximum) {
    String trimmed = withoutPadding(boundary);
    if (trimmed.isEmpty() || trimmed.length() > MAX_BOUNDARY) {
      throw SmimeException.malformed("the multipart has no boundary");
    }
    byte[] delimiter = ("\n--" + trimmed).getBytes(StandardCharsets.ISO_8859_1);
    List<Bulk> parts = new ArrayList<>();
    int partStart = -1;
    int lookalikes = 0;
    int at = first(body, delimiter);
    while (at != NONE) {
      Line line = Line.at(body, at, delimiter.length);
      if (line == null) {
        if (++lookalikes > MAX_LOOKALIKES) {
          throw tooLarge("more than " + MAX_LOOKALIKES + " lines look like its boundary");
        }
        at = next(body, delimiter, at + 1);
        continue;
      }
      if (partStart >= 0) {
        parts.add(body.slice(partStart, Math.max(partStart, line.before)));
        if (parts.size() > maximum) {
          throw tooLarge("it has more than " + maximum + " parts");
        }
      }
      if (line.closing) {
        return parts;
      }
      partStart = line.after;
      // The line end of this delimiter may be that of the next one: a part can be empty.
      at = next(body, delimiter, Math.max(at + 1, line.after - 1));
    }
    if (partStart < 0) {
      throw SmimeException.malformed("the multipart has no parts");
    }
    parts.add(body.slice(partStart, body.length()));
    return parts;
  }

  private static String withoutPadding(String boundary) {
    int end = boundary.length();
    while (end > 0 && (boundary.charAt(end - 1) == ' ' || boundary.charAt(end - 1) == '\t')) {
      end--;
    }
    return boundary.substring(0, end);
  }

  /** Where the line end before the first delimiter is: -1 when the body begins with it. */
  private static int first(Bulk body, byte[] delimiter) {
    int length = delimiter.length - 1;
    if (body.length() >= length
        && Arrays.equals(body.read(0, length), 0, length, delimiter, 1, delimiter.length)) {
      return -1;
    }
    return next(body, delimiter, 0);
  }

  private static int next(Bulk body, byte[] delimiter, int from) {
    int found = from > body.length() ? -1 : body.indexOf(delimiter, Math.max(0, from));
    return found < 0 ? NONE : found;
  }

  private static SmimeException tooLarge(String what) {
    return new SmimeException(
        ErrorCode.TOO_LARGE, "the multipart passes a bound: " + what, Map.of("bound", what));
  }

  /**
   * A delimiter line.
   *
   * @param before where the part before it ends
   * @param after where the part after it begins
   */
  private record Line(int before, int after, boolean closing) {

    /**
     * Null where the text at this place is the beginning of a longer line.
     *
     * @param lineFeed where the line feed before the line is
     */
    static Line at(Bulk body, int lineFeed, int length) {
      int before = Math.max(0, lineFeed);
      if (lineFeed > 0 && body.read(lineFeed - 1, lineFeed)[0] == '\r') {
        before--;
      }
      int rest = lineFeed + length;
      byte[] tail = body.read(rest, Math.min(body.length(), rest + MAX_PADDING));
      boolean closing = tail.length >= 2 && tail[0] == '-' && tail[1] == '-';
      int i = closing ? 2 : 0;
      while (i < tail.length && (tail[i] == ' ' || tail[i] == '\t' || tail[i] == '\r')) {
        i++;
      }
      if (i == tail.length) {
        return i == MAX_PADDING ? null : new Line(before, rest + i, closing);
      }
      return tail[i] == '\n' ? new Line(before, rest + i + 1, closing) : null;
    }
  }
}
