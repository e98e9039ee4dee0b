package dev.signet.server.log;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.util.Arrays;
import java.util.List;
import org.slf4j.event.KeyValuePair;

/**
 * An event's message, its members as {@code name="value"} where the message does not have them
 * already, and its exception: all on one line. Whatever could break or disguise a line (control and
 * format characters, line separators, half surrogates) is written as an escape, and the backslash
 * twice.
 */
public final class PlainLine extends ThrowableHandlingConverter {
  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    escape(String.valueOf(event.getFormattedMessage()), false, line);
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    Object[] arguments = event.getArgumentArray();
    List<Object> said = arguments == null ? List.of() : Arrays.asList(arguments);
    for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
      if (!said.contains(pair.value)) {
        line.append(' ').append(pair.key).append("=\"");
        escape(String.valueOf(pair.value), true, line);
        line.append('"');
      }
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.append(' ');
      escape(ThrowableProxyUtil.asString(thrown), false, line);
    }
    return line.toString();
  }

  private static void escape(String text, boolean quoted, StringBuilder line) {
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\\' -> line.append("\\\\");
                case '"' -> line.append(quoted ? "\\\"" : "\"");
                default -> {
                  if (breaks(point)) {
                    line.append("\\u{").append(Integer.toHexString(point)).append('}');
                  } else {
                    line.appendCodePoint(point);
                  }
                }
              }
            });
  }

  private static boolean breaks(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
