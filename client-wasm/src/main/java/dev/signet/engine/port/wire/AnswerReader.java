package dev.signet.engine.port.wire;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads an answer out of a list of octet strings. */
public final class AnswerReader {
  private AnswerReader() {}

  /**
   * The answer; a failed one when the list is none.
   *
   * @param ask what was asked: it says what a value looks like
   */
  public static Answer read(Ask<?> ask, List<Bulk> list) {
    ItemReader items = new ItemReader(list, null);
    try {
      String end = items.text();
      if (end.equals(Names.FAILED)) {
        return Answer.failed(error(items));
      }
      if (!end.equals(Names.DONE)) {
        throw ItemReader.damaged();
      }
      return Answer.of(value(ask, items));
    } catch (SmimeException e) {
      return Answer.failed(e);
    }
  }

  private static Object value(Ask<?> ask, ItemReader items) {
    if (ask instanceof Ask.AgreeEphemerally) {
      Object[] fields = items.fields("oo");
      return new Ask.Agreement((byte[]) fields[0], (byte[]) fields[1]);
    }
    if (ask instanceof Ask.Encapsulate) {
      Object[] fields = items.fields("oo");
      return new Ask.Encapsulation((byte[]) fields[0], (byte[]) fields[1]);
    }
    if (ask instanceof Ask.Verify) {
      return truth(items);
    }
    return items.fields(bulk(ask) ? "b" : "o")[0];
  }

  private static boolean truth(ItemReader items) {
    String text = items.text();
    if (!items.atEnd() || !text.equals(Names.TRUE) && !text.equals(Names.FALSE)) {
      throw ItemReader.damaged();
    }
    return text.equals(Names.TRUE);
  }

  /** Whether the answer to this ask is content, which stays with the host. */
  public static boolean bulk(Ask<?> ask) {
    return ask instanceof Ask.DecryptContent
        || ask instanceof Ask.EncryptContent
        || ask instanceof Ask.OpenSealed
        || ask instanceof Ask.Seal
        || ask instanceof Ask.Inflate;
  }

  private static SmimeException error(ItemReader items) {
    String text = items.text();
    String message = items.text();
    Map<String, String> details = new LinkedHashMap<>();
    while (!items.atEnd()) {
      details.put(items.text(), items.text());
    }
    for (ErrorCode code : ErrorCode.values()) {
      if (code.text().equals(text)) {
        return new SmimeException(code, message, details);
      }
    }
    throw ItemReader.damaged();
  }
}
