package dev.signet.e2e.browser;

import java.util.Base64;
import java.util.List;

/** An engine that lives in the SDK's page. */
public final class SdkEngine {
  private final SdkPage page;
  private final String id;

  SdkEngine(SdkPage page, String id) {
    this.page = page;
    this.id = id;
  }

  /** Calls an operation of the contract by its name. */
  public Reply call(String operation, Object... arguments) {
    return page.ask(
        "return harness.call(arguments[0], arguments[1], JSON.parse(arguments[2]))",
        id,
        operation,
        SdkPage.json(List.of(arguments)));
  }

  /** The bytes that an operation resolves with. */
  public byte[] bytes(String operation, Object... arguments) {
    return Base64.getDecoder().decode(call(operation, arguments).result().asText());
  }
}
