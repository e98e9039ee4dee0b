package dev.signet.wasm;

import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.port.Answers;
import org.teavm.interop.Export;
import org.teavm.jso.JSObject;

/**
 * What the module with Bouncy Castle's primitives exports, a module of its own: the loader brings
 * it in when an operation first asks for something that the host does not have ({@link
 * HostFunctions#elsewhere}).
 */
final class PrimitivesExports {
  private static final Answers ANSWERS = new BouncyCastleAnswers(new WasmHost());
  private static final KnownKeys KEYS = new KnownKeys();

  private PrimitivesExports() {}

  /** Answers an ask, both as {@link dev.signet.engine.port.wire} has them. Never throws. */
  @Export(name = "answer")
  static JSObject answer(JSObject ask) {
    return EncodedAsks.answer(ask, KEYS::of, ANSWERS);
  }

  /** Forgets the private keys that stood in asks. */
  @Export(name = "forgetKeys")
  static void forgetKeys() {
    KEYS.forget();
  }
}
