package dev.signet.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;

/** A call of the SDK was rejected. */
public final class SdkRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient JsonNode error;

  SdkRefusal(JsonNode error) {
    super(error.path("code").asText() + ": " + error.path("message").asText());
    this.error = error;
  }

  /** A value of `SmimeErrorCode`; "null" for any other error. */
  public String code() {
    return error.path("code").asText();
  }

  /** `name`, `code`, `message`, `details`. */
  public JsonNode error() {
    return error;
  }
}
