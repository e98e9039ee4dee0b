package dev.signet.engine.port.wire;

import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Writes an answer as a list of octet strings. */
public final class AnswerWriter {
  private AnswerWriter() {}

  /**
   * The list.
   *
   * @param hold hands octets of Java's heap to the host; what it is given may be a secret
   */
  public static List<Bulk> write(Answer answer, Function<byte[], Bulk> hold) {
    Object value;
    try {
      value = answer.value();
    } catch (SmimeException e) {
      return failed(e, hold);
    }
    ItemWriter items = new ItemWriter(hold);
    if (value instanceof Ask.Agreement agreement) {
      return items.write(Names.DONE, agreement.ephemeralKey(), agreement.secret());
    }
    if (value instanceof Ask.Encapsulation encapsulation) {
      return items.write(Names.DONE, encapsulation.ciphertext(), encapsulation.secret());
    }
    // Octets, bulk content, or a truth value.
    return items.write(Names.DONE, value);
  }

  private static List<Bulk> failed(SmimeException error, Function<byte[], Bulk> hold) {
    ItemWriter items = new ItemWriter(hold);
    List<Bulk> list = items.write(Names.FAILED, error.code().text(), error.getMessage());
    for (Map.Entry<String, String> detail : error.details().entrySet()) {
      items.write(detail.getKey(), detail.getValue());
    }
    return list;
  }

  /**
   * Reads an ask, has it answered and writes the answer; the whole other side of a border. Never
   * throws: what goes wrong is an answer as well.
   *
   * @param keys as for {@link AskReader#read}
   */
  public static List<Bulk> answer(
      List<Bulk> ask,
      Function<byte[], PrivateKey> keys,
      Answers answers,
      Function<byte[], Bulk> hold) {
    Answer answer;
    try {
      answer = answers.tryAnswer(AskReader.read(ask, keys));
    } catch (SmimeException e) {
      answer = Answer.failed(e);
    } catch (RuntimeException e) {
      answer = Answer.failed(ItemReader.damaged());
    }
    return write(answer, hold);
  }
}
