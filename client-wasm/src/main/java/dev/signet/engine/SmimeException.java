package dev.signet.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The only exception that leaves the engine. {@link #code()} says what went wrong, {@link
 * #details()} carries facts (an OID, an address, a fingerprint, a figure), never a secret.
 */
public final class SmimeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final transient Map<String, String> details;

  public SmimeException(ErrorCode code, String message) {
    this(code, message, Map.of());
  }

  public SmimeException(ErrorCode code, String message, Map<String, String> details) {
    // No cause and no stack: a cause's text could carry input, and nothing may depend on either.
    super(message, null, false, false);
    this.code = code;
    this.details = new LinkedHashMap<>(details);
  }

  /** An algorithm that the engine does not have. */
  public static SmimeException unsupported(String oid) {
    return new SmimeException(
        ErrorCode.UNSUPPORTED_ALGORITHM, "unsupported algorithm " + oid, Map.of("oid", oid));
  }

  /** A message that breaks its own format. {@code what} names the rule, never the content. */
  public static SmimeException malformed(String what) {
    return new SmimeException(ErrorCode.MALFORMED_MESSAGE, what);
  }

  public ErrorCode code() {
    return code;
  }

  /** Facts by name, in the order in which they were given. */
  public Map<String, String> details() {
    return details;
  }
}
