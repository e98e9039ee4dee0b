package dev.signet.wasm;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.EcdsaValue;
import dev.signet.engine.algorithm.SignatureScheme;
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
      return Answer.failed(nothing(ask));
    }
    if (ask instanceof Ask.Verify) {
      return Answer.of(new WasmBulk(value).read()[0] == 1);
    }
    if (ask instanceof Ask.Sign sign
        && sign.scheme().algorithm() == SignatureScheme.Algorithm.ECDSA) {
      return Answer.of(EcdsaValue.ofFixed(new WasmBulk(value).read()).der());
    }
    if (ask instanceof Ask.UnwrapKey unwrap) {
      byte[] key = secret(value);
      return key.length == unwrap.keyBytes() ? Answer.of(key) : Answer.failed(nothing(ask));
    }
    if (ask instanceof Ask.Agree) {
      return Answer.of(secret(value));
    }
    if (ask instanceof Ask.AgreeEphemerally) {
      return Answer.of(
          new Ask.Agreement(
              new WasmBulk(HostFunctions.item(value, 0)).read(),
              secret(HostFunctions.item(value, 1))));
    }
    if (ask instanceof Ask.DecryptContent
        || ask instanceof Ask.EncryptContent
        || ask instanceof Ask.OpenSealed
        || ask instanceof Ask.Seal) {
      return Answer.of(new WasmBulk(value));
    }
    return Answer.of(new WasmBulk(value).read());
  }

  /** Only what has to do with decryption may end without a value, and it never says why. */
  private static SmimeException nothing(Ask<?> ask) {
    if (ask instanceof Ask.DecryptContent || ask instanceof Ask.OpenSealed) {
      return SmimeException.malformed("the content cannot be decrypted");
    }
    if (ask instanceof Ask.UnwrapKey) {
      return SmimeException.malformed("the content key cannot be decrypted");
    }
    return new SmimeException(ErrorCode.INTERNAL_ERROR, "the host gave no answer");
  }

  /** Java has the only copy then. */
  private static byte[] secret(JSObject value) {
    byte[] secret = new WasmBulk(value).read();
    Window.wipe(value);
    return secret;
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
