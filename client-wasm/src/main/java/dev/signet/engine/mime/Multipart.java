package dev.signet.engine.mime;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The parts of a multipart body (RFC 2046 section 5.1) as ranges. */
public final class Multipart {
  private Multipart() {}

  /**
   * The parts between the delimiter lines, without the line end that belongs to the delimiter after
   * them. Preamble and epilogue are left out. A missing closing delimiter ends the last part at the
   * end of the body.
   *
   * @param maximum parts above which the body is refused
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there is no boundary or no part; {@code
   *     TOO_LARGE}
   */
  public static List<Bulk> parts(Bulk body, String boundary, int maximum) {
    if (boundary.isEmpty() || boundary.length() > 200) {
      throw SmimeException.malformed("the multipart has no boundary");
    }
    byte[] delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    List<Bulk> parts = new ArrayList<>();
    int partStart = -1;
    for (int at = body.indexOf(delimiter, 0);
        at >= 0;
        at = body.indexOf(delimiter, at + delimiter.length)) {
      Line line = Line.at(body, at, delimiter.length);
      if (line == null) {
        continue;
      }
      if (partStart >= 0) {
        parts.add(body.slice(partStart, Math.max(partStart, line.before)));
        if (parts.size() > maximum) {
          throw new SmimeException(
              ErrorCode.TOO_LARGE,
              "the multipart has too many parts",
              Map.of("limit", Integer.toString(maximum)));
        }
      }
      if (line.closing) {
        return parts;
      }
      partStart = line.after;
    }
    if (partStart < 0) {
      throw SmimeException.malformed("the multipart has no parts");
    }
    parts.add(body.slice(partStart, body.length()));
    return parts;
  }

  /**
   * A delimiter line.
   *
   * @param before where the part before it ends
   * @param after where the part after it begins
   */
  private record Line(int before, int after, boolean closing) {

    /** Null where the text at this place is part of another line, or of a longer boundary. */
    static Line at(Bulk body, int at, int length) {
      int before = at;
      if (at > 0) {
        byte[] end = body.read(Math.max(0, at - 2), at);
        if (end[end.length - 1] != '\n') {
          return null;
        }
        before = end.length == 2 && end[0] == '\r' ? at - 2 : at - 1;
      }
      int rest = at + length;
      byte[] tail = body.read(rest, Math.min(body.length(), rest + 200));
      boolean closing = tail.length >= 2 && tail[0] == '-' && tail[1] == '-';
      int i = closing ? 2 : 0;
      while (i < tail.length && (tail[i] == ' ' || tail[i] == '\t' || tail[i] == '\r')) {
        i++;
      }
      if (i == tail.length) {
        return new Line(before, Math.min(body.length(), rest + i), closing);
      }
      return tail[i] == '\n' ? new Line(before, rest + i + 1, closing) : null;
    }
  }
}
