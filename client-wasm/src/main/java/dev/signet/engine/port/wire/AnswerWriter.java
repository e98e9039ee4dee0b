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
    ItemWriter items = new ItemWriter(hold).text(Names.DONE);
    if (value instanceof byte[] octets) {
      items.octets(octets);
    } else if (value instanceof Bulk bulk) {
      items.bulk(bulk);
    } else if (value instanceof Boolean right) {
      items.text(right ? Names.TRUE : Names.FALSE);
    } else if (value instanceof Ask.Agreement agreement) {
      items.octets(agreement.ephemeralKey()).octets(agreement.secret());
    } else if (value instanceof Ask.Encapsulation encapsulation) {
      items.octets(encapsulation.ciphertext()).octets(encapsulation.secret());
    } else {
      return failed(ItemReader.damaged(), hold);
    }
    return items.items();
  }

  private static List<Bulk> failed(SmimeException error, Function<byte[], Bulk> hold) {
    ItemWriter items = new ItemWriter(hold).text(Names.FAILED);
    items.text(error.code().text()).text(error.getMessage());
    for (Map.Entry<String, String> detail : error.details().entrySet()) {
      items.text(detail.getKey()).text(detail.getValue());
    }
    return items.items();
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
