package dev.signet.wasm.browser;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A page in headless Chromium whose worker holds the built module. */
public final class WasmPage implements AutoCloseable {
  /** What the module is given; {@code src/test/web/host.js} has them. */
  public enum HostKind {
    WEB_CRYPTO("webCrypto"),
    MEMORY_ONLY("memoryOnly"),
    DECLINING("declining"),
    WITHOUT_RANDOMNESS("withoutRandomness"),
    BROKEN("broken"),
    GIVING_UP("givingUp");

    private final String name;

    HostKind(String name) {
      this.name = name;
    }
  }

  /**
   * How an operation ended.
   *
   * @param report JSON, or null
   * @param refusal null unless it was refused
   * @param milliseconds as the worker's clock has it
   */
  public record Result(String report, List<byte[]> parts, Refusal refusal, double milliseconds) {}

  /** What a rejected promise of the module carries. */
  public record Refusal(String code, String message, Map<String, String> details) {}

  /** Beyond this the worker fetches octets, which is faster than the driver's text. */
  private static final int LARGE = 100_000;

  private final StrictServer server;
  private final ChromeDriver driver;

  /** What the worker was given that runs now, as long as nothing else was done to it. */
  private HostKind running;

  /** Starts the server and the browser; no module is loaded yet. */
  public WasmPage() throws IOException {
    server = new StrictServer(Path.of(System.getProperty("signet.root"), "client-wasm"));
    ChromeOptions options = new ChromeOptions();
    options.setBinary(System.getProperty("signet.chromium", "/usr/bin/chromium"));
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync");
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(
                    new File(System.getProperty("signet.chromedriver", "/usr/bin/chromedriver")))
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
    driver.get(server.address().toString());
  }

  /** Loads the module into a new worker; the result is its version. */
  public String start(HostKind host) {
    Map<String, Object> result = load(host, "signet.wasm");
    if (result.get("refusal") != null) {
      throw new IllegalStateException("the module does not load: " + result.get("refusal"));
    }
    running = host;
    return (String) result.get("version");
  }

  /** Whether a worker runs that has such a host, and the modules as they were built. */
  boolean runs(HostKind host) {
    return running == host;
  }

  /** Loads something else in place of the module; the result is why that failed. */
  public Refusal startWith(String file) {
    return refusal(load(HostKind.WEB_CRYPTO, file).get("refusal"));
  }

  private Map<String, Object> load(HostKind host, String file) {
    running = null;
    return call("start(arguments[0], arguments[1])", host.name, file);
  }

  /**
   * Performs an operation of the module.
   *
   * @param arguments by name; octets as {@link #bytes}
   */
  public Result perform(String operation, Map<String, ?> arguments) {
    Map<String, Object> result = call("perform(arguments[0], arguments[1])", operation, arguments);
    if (result.get("refusal") != null) {
      return new Result(null, List.of(), refusal(result.get("refusal")), 0);
    }
    return new Result(
        (String) result.get("report"),
        parts(result),
        null,
        ((Number) result.get("milliseconds")).doubleValue());
  }

  @SuppressWarnings("unchecked")
  private static List<byte[]> parts(Map<String, Object> result) {
    return ((List<String>) result.get("parts")).stream().map(Base64.getDecoder()::decode).toList();
  }

  /**
   * Has a module answer an ask by itself, both as {@link dev.signet.engine.port.wire} has them. A
   * worker must have been started.
   *
   * @param module {@code signet-primitives.wasm} or {@code signet-rare.wasm}
   */
  public List<byte[]> answer(String module, List<byte[]> ask) {
    Map<String, Object> result =
        call("answer(arguments[0], arguments[1])", module, ask.stream().map(this::bytes).toList());
    if (result.get("refusal") != null) {
      throw new IllegalStateException("the module does not answer: " + result.get("refusal"));
    }
    return parts(result);
  }

  /** How often the worker has asked for the module with rarely used algorithms. */
  public int rareLoads() {
    return ((Number) call("rareLoads()").get("rareLoads")).intValue();
  }

  /**
   * How many octets the host went through since this was asked last, by the name of its function;
   * {@code copied} are those that were copied by any of the worker's code.
   */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new HashMap<>();
    call("counts()").forEach((name, octets) -> counts.put(name, ((Number) octets).longValue()));
    return counts;
  }

  /** Lets the module with rarely used algorithms come from elsewhere until the next start. */
  public void rareFrom(String file) {
    running = null;
    call("rareFrom(arguments[0])", file);
  }

  @SuppressWarnings("unchecked")
  private static Refusal refusal(Object value) {
    Map<String, Object> fields = (Map<String, Object>) value;
    return new Refusal(
        String.valueOf(fields.get("code")),
        String.valueOf(fields.get("message")),
        (Map<String, String>) fields.getOrDefault("details", Map.of()));
  }

  /** Octets as an argument, for one call. */
  public Map<String, String> bytes(byte[] octets) {
    return octets.length < LARGE
        ? Map.of("base64", Base64.getEncoder().encodeToString(octets))
        : Map.of("fetch", server.offer(octets));
  }

  /** Has the modules answer asks, many at once; {@code answers.js} says in which form. */
  byte[] answerAll(byte[] asks) {
    Map<String, Object> result = call("answerAll(arguments[0])", server.offer(asks));
    if (result.get("refusal") != null) {
      throw new IllegalStateException("no answers: " + result.get("refusal"));
    }
    return Base64.getDecoder().decode((String) result.get("answers"));
  }

  /** Breaches of the policy so far, by the page or its workers. */
  @SuppressWarnings("unchecked")
  public List<String> violations() {
    return (List<String>) driver.executeScript("return window.violations");
  }

  /** The files that the page has loaded. */
  public List<Path> served() {
    return List.copyOf(server.served());
  }

  @SuppressWarnings("unchecked")
  private Map<String, Object> call(String expression, Object... arguments) {
    return (Map<String, Object>)
        driver.executeAsyncScript(
            "const done = arguments[arguments.length - 1];"
                + ("window." + expression + ".then(done, (reason) => done({ refusal: {")
                + " code: 'page', message: String(reason) } }));",
            arguments);
  }

  @Override
  public void close() {
    driver.quit();
    server.close();
  }
}
