package dev.signet.server.assets;

import java.util.EnumMap;
import java.util.Map;

/**
 * One file, in every coding that there is of it.
 *
 * @param mediaType its {@code Content-Type}
 * @param cacheControl its {@code Cache-Control}
 * @param representations by coding; identity is always there
 */
record Asset(String mediaType, String cacheControl, Map<Coding, Representation> representations) {

  Asset {
    if (!representations.containsKey(Coding.IDENTITY)) {
      throw new IllegalArgumentException("no uncompressed form");
    }
    representations = Map.copyOf(new EnumMap<>(representations));
  }

  /** Whether the answer depends on what codings the client takes. */
  boolean varies() {
    return representations.size() > 1;
  }

  /** The smallest form that the client takes. */
  Map.Entry<Coding, Representation> choose(AcceptEncoding accepted) {
    return representations.entrySet().stream()
        .filter(form -> accepted.allows(form.getKey()))
        .min((one, other) -> one.getValue().size() - other.getValue().size())
        .orElseGet(() -> Map.entry(Coding.IDENTITY, representations.get(Coding.IDENTITY)));
  }
}
