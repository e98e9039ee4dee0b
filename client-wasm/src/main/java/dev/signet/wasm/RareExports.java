package dev.signet.wasm;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answers;
import org.teavm.interop.Export;
import org.teavm.jso.JSObject;

/**
 * What the module with rarely used algorithms exports, a module of its own: the loader brings it in
 * when an operation first asks for one of them ({@link HostFunctions#elsewhere}).
 */
final class RareExports {
  private static final Answers ANSWERS = new RareAnswers(new WasmHost());

  private RareExports() {}

  /** Answers an ask, both as {@link dev.signet.engine.port.wire} has them. Never throws. */
  @Export(name = "answer")
  static JSObject answer(JSObject ask) {
    return EncodedAsks.answer(ask, PrivateKey::of, ANSWERS);
  }
}
