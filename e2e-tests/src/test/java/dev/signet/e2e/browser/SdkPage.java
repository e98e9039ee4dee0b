package dev.signet.e2e.browser;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.StaticSite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * A page with nothing but the SDK, under the strictest policy that the contract promises to work
 * with. Arguments are made of maps, lists, strings, numbers and what {@link #bytes}, {@link #file},
 * {@link #at} and {@link #key} give.
 */
public final class SdkPage {
  /** The policy of the page, and of every other answer of its host. */
  public static final String POLICY =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

  /** Content comes as base64, and a small mail may hold a large one. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(200_000_000).build())
              .build());

  private final ChromeDriver driver;

  private SdkPage(ChromeDriver driver) {
    this.driver = driver;
  }

  /** The static host of the page. */
  public static StaticSite site() {
    return StaticSite.open(POLICY)
        .folder("sdk", Project.sdk())
        .file("index.html", resource("index.html"))
        .file("page.js", resource("page.js"))
        .file("favicon.ico", new byte[0]);
  }

  /** Opens the page in the current tab. */
  public static SdkPage open(ChromeDriver driver, int port) {
    driver.get("http://127.0.0.1:" + port + "/index.html");
    new Shadow(driver)
        .until(
            "the SDK's page is ready",
            page -> page.executeScript("return document.documentElement.dataset.ready === 'yes'"));
    return new SdkPage(driver);
  }

  /** Bytes, for an argument. */
  public static Map<String, Object> bytes(byte[] bytes) {
    return Map.of("$bytes", Base64.getEncoder().encodeToString(bytes));
  }

  /** Bytes that the page fetches from its own host. */
  public static Map<String, Object> file(String path) {
    return Map.of("$file", path);
  }

  /** An instant, for an argument. */
  public static Map<String, Object> at(long millis) {
    return Map.of("$at", millis);
  }

  /** A key that is unlocked, by its handle. */
  public static Map<String, Object> key(String id) {
    return Map.of("$key", id);
  }

  /** In the options of an operation: it is given up as soon as it reports progress. */
  public static final String GIVE_UP = "$giveUp";

  /** Starts an engine. */
  public SdkEngine create(Map<String, Object> options) {
    Reply reply = ask("return harness.create(JSON.parse(arguments[0]))", json(options));
    return new SdkEngine(this, reply.result().get("id").asText());
  }

  /** Runs a script of the test's own in the page; what it returns must not be a promise. */
  public Object script(String script, Object... arguments) {
    return driver.executeScript(script, arguments);
  }

  Reply ask(String script, Object... arguments) {
    String wrapped =
        "const done = arguments[arguments.length - 1];"
            + "((...args) => (function () { "
            + script
            + " }).apply(null, args))(...arguments).then(done);";
    try {
      JsonNode reply = JSON.readTree((String) driver.executeAsyncScript(wrapped, arguments));
      return new Reply(reply.get("result"), reply.get("error"), reply.get("millis").asDouble());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = SdkPage.class.getResourceAsStream("/sdk-page/" + name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
