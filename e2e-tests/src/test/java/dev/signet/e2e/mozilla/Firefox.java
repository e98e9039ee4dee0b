package dev.signet.e2e.mozilla;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;

/** Firefox with a profile of its own; elements are found by their `data-testid`. */
public final class Firefox implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> SETTINGS =
      List.of(
          "browser.shell.checkDefaultBrowser=false",
          "browser.aboutwelcome.enabled=false",
          "browser.startup.page=0",
          "signon.rememberSignons=true",
          // Off in a browser that is driven, unless it is asked for.
          "signon.autofillForms=true");

  /** The first element with this hook that is shown; or that is there at all. */
  private static final String FIND =
      """
      const find = (id, hidden = false, root = document) => {
        for (const element of root.querySelectorAll('*')) {
          const is = element.dataset?.testid === id && (hidden || element.checkVisibility());
          const found = is ? element : element.shadowRoot && find(id, hidden, element.shadowRoot);
          if (found) return found;
        }
        return null;
      };
      """;

  /** What the browser asks about a password, beside its address field. */
  private static final String QUESTION =
      "return window.PopupNotifications.getNotification('password')?.message?.toString() ?? '';";

  private final MozillaProfile profile;
  private final Process process;
  private final Marionette marionette;

  private Firefox(MozillaProfile profile, Process process, Marionette marionette) {
    this.profile = profile;
    this.process = process;
    this.marionette = marionette;
  }

  /** Starts it; below the folder lies its profile. */
  public static Firefox start(Path folder) {
    MozillaProfile profile = MozillaProfile.in(folder.resolve("profile"), SETTINGS);
    Process process = profile.start("firefox-esr");
    return new Firefox(profile, process, profile.connect());
  }

  /** Loads a page. */
  public void load(String address) {
    in("content");
    doing(() -> marionette.navigate(address));
  }

  /** Whether the page shows it now. */
  public boolean shows(String id) {
    return !content("return find(arguments[0]);", id).isNull();
  }

  /** Waits until the page shows it. */
  public JsonNode await(String id) {
    return until(id, () -> content("return find(arguments[0]);", id));
  }

  /** Clicks it, as soon as it is shown. */
  public void click(String id) {
    JsonNode element = await(id);
    doing(() -> marionette.click(element));
  }

  /** Types into it, as soon as it is shown. */
  public void type(String id, String text) {
    JsonNode element = await(id);
    doing(() -> marionette.type(element, text));
  }

  /** Chooses a file in a field that need not be shown. */
  public void choose(String id, Path file) {
    JsonNode element = until(id, () -> content("return find(arguments[0], true);", id));
    doing(() -> marionette.type(element, file.toAbsolutePath().toString()));
  }

  /** What the field holds; empty where it is not shown. */
  public String value(String id) {
    return content("return find(arguments[0])?.value ?? '';", id).asText();
  }

  /** An attribute of it; empty where it is not shown, or has none. */
  public String attribute(String id, String name) {
    return content("return find(arguments[0])?.getAttribute(arguments[1]) ?? '';", id, name)
        .asText();
  }

  /** The browser's question whether to keep a password; empty where it asks nothing. */
  public String question() {
    return chrome(QUESTION).asText();
  }

  /** Answers that question by yes. */
  public void keep() {
    chrome(
        """
        const question = window.PopupNotifications.getNotification('password');
        question.mainAction.callback({});
        question.remove();
        """);
  }

  /** The user names under which it has kept passwords, for any site. */
  public List<String> accounts() {
    JsonNode names =
        chrome("return (await Services.logins.getAllLogins()).map((login) => login.username);");
    return StreamSupport.stream(names.spliterator(), false).map(JsonNode::asText).sorted().toList();
  }

  /** Waits until the condition answers something else than null or an empty text. */
  public JsonNode until(String what, Supplier<JsonNode> condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      JsonNode value = condition.get();
      if (!value.isNull() && !(value.isTextual() && value.asText().isEmpty())) {
        return value;
      }
      if (System.nanoTime() > end) {
        throw new AssertionError("not within a minute: " + what + ", see " + picture());
      }
      pause();
    }
  }

  private Path picture() {
    try {
      in("content");
      Path file = profile.folder().resolveSibling("firefox.png");
      return Files.write(file, Base64.getDecoder().decode(marionette.picture()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private JsonNode content(String script, Object... arguments) {
    in("content");
    return run(FIND + script, arguments);
  }

  private JsonNode chrome(String script) {
    in("chrome");
    return run(script);
  }

  private JsonNode run(String script, Object... arguments) {
    try {
      return marionette.run(script, arguments);
    } catch (ScriptFailure e) {
      throw new AssertionError(e);
    }
  }

  private void in(String context) {
    doing(() -> marionette.in(context));
  }

  private interface Doing {
    void now() throws IOException;
  }

  private static void doing(Doing what) {
    try {
      what.now();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    marionette.close();
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
