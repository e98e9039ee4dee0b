package dev.signet.e2e.browser;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a call of the SDK ended.
 *
 * @param value the result in the contract's shapes, bytes as base64 and instants as milliseconds;
 *     null where the call was rejected
 * @param error `name`, `code`, `message`, `details` of the rejection, or null
 * @param millis how long the caller waited
 */
public record Reply(JsonNode value, JsonNode error, double millis) {
  /** The result of a call that must not have been rejected. */
  public JsonNode result() {
    if (error != null) {
      throw new SdkRefusal(error);
    }
    return value;
  }

  /** The code of a call that must have been rejected with the contract's own error. */
  public String code() {
    if (error == null) {
      throw new AssertionError("the call was not rejected, it gave " + shortened(value));
    }
    if (!"SmimeError".equals(error.path("name").asText()) || !error.path("isError").asBoolean()) {
      throw new AssertionError("not an SmimeError: " + error);
    }
    return error.path("code").asText();
  }

  private static String shortened(JsonNode value) {
    String text = String.valueOf(value);
    return text.substring(0, Math.min(400, text.length()));
  }
}
