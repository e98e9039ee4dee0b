package dev.signet.wasm;

import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.wire.AnswerReader;
import dev.signet.engine.port.wire.AnswerWriter;
import dev.signet.engine.port.wire.AskWriter;
import java.util.List;
import java.util.function.Function;
import org.teavm.jso.JSObject;

/** Asks and answers as lists of the host's bytes ({@link dev.signet.engine.port.wire}). */
final class EncodedAsks {
  private EncodedAsks() {}

  /** Answers an ask of another module's, or of a test's. */
  static JSObject answer(JSObject ask, Function<byte[], PrivateKey> keys, Answers answers) {
    return WasmBulk.list(
        AnswerWriter.answer(
            WasmBulk.list(ask), keys, answers, octets -> new WasmBulk(Window.bytes(octets))));
  }

  /**
   * Hands an ask to the module that answers it.
   *
   * @return false where nobody does
   */
  static boolean begin(int job, int index, Ask<?> ask) {
    // Bulk content is the caller's; what is copied for this ask alone is wiped after it.
    JSObject copies = HostFunctions.list();
    List<Bulk> items =
        AskWriter.write(
            ask,
            octets -> {
              JSObject copy = Window.bytes(octets);
              HostFunctions.append(copies, copy);
              return new WasmBulk(copy);
            });
    return HostFunctions.elsewhere(job, index, ask.rare(), WasmBulk.list(items), copies);
  }

  /** Reads the answer of another module. */
  static Answer read(Ask<?> ask, JSObject value) {
    Answer answer = AnswerReader.read(ask, WasmBulk.list(value));
    if (!AnswerReader.bulk(ask)) {
      // Java has a copy, and what is left with the host may be a shared secret.
      int size = HostFunctions.size(value);
      for (int i = 0; i < size; i++) {
        Window.wipe(HostFunctions.item(value, i));
      }
    }
    return answer;
  }
}
