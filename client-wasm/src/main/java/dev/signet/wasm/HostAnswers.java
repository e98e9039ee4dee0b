package dev.signet.wasm;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import org.teavm.jso.JSObject;

/** Turns what the host answers into what the ask wants. */
final class HostAnswers {
  private HostAnswers() {}

  static Answer read(Ask<?> ask, JSObject value) {
    if (ask instanceof Ask.Progress) {
      return Answer.of(null);
    }
    if (value == null && ask instanceof Ask.AskResponder) {
      return Answer.failed(
          new SmimeException(ErrorCode.ENGINE_UNAVAILABLE, "the responder gave no answer"));
    }
    if (value == null) {
      // Only decryption may end without a value, and it never says why.
      return Answer.failed(
          ask instanceof Ask.DecryptContent || ask instanceof Ask.OpenSealed
              ? SmimeException.malformed("the content cannot be decrypted")
              : new SmimeException(ErrorCode.INTERNAL_ERROR, "the host gave no answer"));
    }
    if (ask.rare()) {
      return EncodedAsks.read(ask, value);
    }
    if (ask instanceof Ask.DecryptContent
        || ask instanceof Ask.EncryptContent
        || ask instanceof Ask.OpenSealed
        || ask instanceof Ask.Seal) {
      return Answer.of(new WasmBulk(value));
    }
    return Answer.of(new WasmBulk(value).read());
  }

  /** The error that the host names; one that it must not name is an internal error. */
  static SmimeException error(String code) {
    if (ErrorCode.ABORTED.text().equals(code)) {
      return new SmimeException(ErrorCode.ABORTED, "the caller has given up");
    }
    if (ErrorCode.ENGINE_UNAVAILABLE.text().equals(code)) {
      return new SmimeException(
          ErrorCode.ENGINE_UNAVAILABLE, "a part of the engine could not be loaded");
    }
    return new SmimeException(ErrorCode.INTERNAL_ERROR, "the host failed");
  }
}
