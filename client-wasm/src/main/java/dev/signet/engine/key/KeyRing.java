package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.util.encoders.Hex;

/** The keys unlocked now. */
public final class KeyRing {
  private static final int PREFIX_OCTETS = 8;

  private final Host host;
  private final List<UnlockedKey> keys = new ArrayList<>();
  private String prefix;
  private int count;

  public KeyRing(Host host) {
    this.host = host;
  }

  /**
   * A handle that no other key has, in this engine or in any other: a stale one never names another
   * key.
   */
  public String nextId() {
    if (prefix == null) {
      byte[] random = new byte[PREFIX_OCTETS];
      host.random(random);
      prefix = Hex.toHexString(random);
    }
    return prefix + "-" + ++count;
  }

  /** Adds keys; one that is held already under the same certificate takes the place of the old. */
  public void add(List<UnlockedKey> added) {
    for (UnlockedKey key : added) {
      keys.removeIf(held -> held.certificate().equals(key.certificate()));
      keys.add(key);
    }
  }

  public List<UnlockedKey> list() {
    return List.copyOf(keys);
  }

  /**
   * @throws SmimeException {@code KEY_LOCKED} with the handle
   */
  public UnlockedKey find(String id) {
    return keys.stream()
        .filter(key -> key.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new SmimeException(
                    ErrorCode.KEY_LOCKED, "the key is not unlocked", Map.of("key", id)));
  }

  public void clear() {
    keys.clear();
  }
}
