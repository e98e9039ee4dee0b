package dev.signet.wasm;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;
import org.teavm.jso.JSObject;

/** The page's worker as the engine's host. */
final class WasmHost implements Host {
  @Override
  public Bulk hold(byte[] bytes) {
    return new WasmBulk(Window.bytes(bytes));
  }

  @Override
  public Bulk concat(List<Bulk> parts) {
    return new WasmBulk(HostFunctions.concat(WasmBulk.list(parts)));
  }

  @Override
  public Bulk decodeBase64(Bulk text) {
    JSObject decoded = HostFunctions.decodeBase64(WasmBulk.bytesOf(text));
    if (decoded == null) {
      throw SmimeException.malformed("base64 is damaged");
    }
    return new WasmBulk(decoded);
  }

  @Override
  public void release(Bulk range) {
    HostFunctions.release(WasmBulk.bytesOf(range));
  }

  @Override
  public Bulk encodeBase64(Bulk bytes) {
    return new WasmBulk(HostFunctions.encodeBase64(WasmBulk.bytesOf(bytes)));
  }

  @Override
  public Bulk canonicalLineEnds(Bulk text) {
    JSObject changed = HostFunctions.canonicalLineEnds(WasmBulk.bytesOf(text));
    return changed == null ? text : new WasmBulk(changed);
  }

  @Override
  public void random(byte[] target) {
    HostRandom.fill(target);
  }
}
