package dev.signet.wasm;

import dev.signet.engine.key.PrivateKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The private keys that stood in asks of late, so that their numbers are read and checked once:
 * that takes as long as computing with them.
 */
final class KnownKeys {
  /** More than anybody has unlocked at once; beyond it the one that came first is read again. */
  private static final int MOST = 16;

  private final List<PrivateKey> keys = new ArrayList<>();

  /**
   * The key.
   *
   * @throws dev.signet.engine.SmimeException as {@link PrivateKey#of(byte[])}
   */
  PrivateKey of(byte[] pkcs8) {
    for (PrivateKey each : keys) {
      if (Arrays.equals(each.pkcs8(), pkcs8)) {
        Arrays.fill(pkcs8, (byte) 0);
        return each;
      }
    }
    PrivateKey key = PrivateKey.of(pkcs8);
    if (key.pkcs8() != pkcs8) {
      Arrays.fill(pkcs8, (byte) 0);
    }
    if (keys.size() == MOST) {
      Arrays.fill(keys.remove(0).pkcs8(), (byte) 0);
    }
    keys.add(key);
    return key;
  }

  void forget() {
    keys.forEach(key -> Arrays.fill(key.pkcs8(), (byte) 0));
    keys.clear();
  }
}
