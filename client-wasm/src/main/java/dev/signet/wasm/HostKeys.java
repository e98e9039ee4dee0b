package dev.signet.wasm;

import dev.signet.engine.key.PrivateKey;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers for private keys, under which the host keeps those that it has imported. A number is
 * given once, so that no key is ever taken for one that was forgotten.
 */
final class HostKeys {
  private final List<PrivateKey> keys = new ArrayList<>();
  private int forgotten;

  int number(PrivateKey key) {
    for (int i = 0; i < keys.size(); i++) {
      if (keys.get(i) == key) {
        return forgotten + i;
      }
    }
    keys.add(key);
    return forgotten + keys.size() - 1;
  }

  void forget() {
    forgotten += keys.size();
    keys.clear();
  }
}
