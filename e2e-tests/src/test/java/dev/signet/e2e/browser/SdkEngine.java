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

  /** The same for a large result: the member's length and SHA-256 come in place of its bytes. */
  public Reply digest(String operation, String member, Object... arguments) {
    return page.ask(
        "return harness.digest(arguments[0], arguments[1], JSON.parse(arguments[2]), arguments[3])",
        id,
        operation,
        SdkPage.json(List.of(arguments)),
        member);
  }

  /** Starts an operation and does not wait; its end is read by {@link #outcome}. */
  public void start(String name, String operation, Object... arguments) {
    page.script(
        "window[arguments[0]] = harness.call(arguments[1], arguments[2], JSON.parse(arguments[3]));",
        name,
        id,
        operation,
        SdkPage.json(List.of(arguments)));
  }

  /** The end of an operation that {@link #start} began. */
  public Reply outcome(String name) {
    return page.ask("return window[arguments[0]]", name);
  }

  /** The bytes that an operation resolves with. */
  public byte[] bytes(String operation, Object... arguments) {
    return Base64.getDecoder().decode(call(operation, arguments).result().asText());
  }
}
