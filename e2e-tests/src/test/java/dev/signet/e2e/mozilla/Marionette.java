package dev.signet.e2e.mozilla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Mozilla's remote protocol, as far as it takes to run scripts with a program's own rights, or in
 * its page, and to use what a page shows: one JSON array a message, its length in decimal digits
 * and a colon before it.
 */
public final class Marionette implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT = 60_000;

  /** Turns the end of the script, good or bad, into one value. */
  private static final String FRAME =
      "const done = arguments[arguments.length - 1];"
          + "(async () => {%s})().then(value => done({value}), error => done({error: String(error)}));";

  private final Socket socket;
  private final InputStream in;
  private int sent;

  private Marionette(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(TIMEOUT);
    in = socket.getInputStream();
    receive();
  }

  /** Connects to a program that is starting, for up to a minute. */
  static Marionette connect(int port) throws IOException {
    long end = System.nanoTime() + TIMEOUT * 1_000_000L;
    while (true) {
      try {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        Marionette connected = new Marionette(socket);
        // A question that the program asks is answered by no, and told as a refusal.
        ObjectNode session = JSON.createObjectNode();
        session.putObject("capabilities").put("unhandledPromptBehavior", "dismiss and notify");
        connected.command("WebDriver:NewSession", session);
        connected.in("chrome");
        return connected;
      } catch (IOException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /**
   * The value that the body of an async function returns.
   *
   * @throws ScriptFailure with the error that it throws, or the words of a question that it asks
   */
  public JsonNode run(String body, Object... arguments) throws ScriptFailure {
    ObjectNode parameters = JSON.createObjectNode().put("script", FRAME.replace("%s", body));
    parameters.set("args", JSON.valueToTree(arguments));
    parameters.put("newSandbox", true);
    try {
      JsonNode answer = exchange("WebDriver:ExecuteAsyncScript", parameters);
      if (answer.path(2).has("error")) {
        JsonNode words = answer.path(2).path("data").path("text");
        throw new ScriptFailure((words.isTextual() ? words : answer.path(2).get("error")).asText());
      }
      answer = answer.path(3).path("value");
      if (answer.has("error")) {
        throw new ScriptFailure(answer.get("error").asText());
      }
      return answer.path("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where scripts run from now on: `chrome`, the program itself, or `content`, its page. */
  public void in(String context) throws IOException {
    command("Marionette:SetContext", JSON.createObjectNode().put("value", context));
  }

  /** Leads the page to an address, and waits until it is loaded. */
  public void navigate(String address) throws IOException {
    command("WebDriver:Navigate", JSON.createObjectNode().put("url", address));
  }

  /** Clicks an element that a script in the page has returned, as a person would. */
  public void click(JsonNode element) throws IOException {
    command("WebDriver:ElementClick", JSON.createObjectNode().put("id", id(element)));
  }

  /** Types into an element that a script in the page has returned. */
  public void type(JsonNode element, String text) throws IOException {
    command(
        "WebDriver:ElementSendKeys",
        JSON.createObjectNode().put("id", id(element)).put("text", text));
  }

  /** A picture of the page, as PNG in base64. */
  public String picture() throws IOException {
    return exchange("WebDriver:TakeScreenshot", JSON.createObjectNode().put("full", false))
        .path(3)
        .path("value")
        .asText();
  }

  /** The one field of a reference to an element has a name without meaning. */
  private static String id(JsonNode element) {
    return element.elements().next().asText();
  }

  private void command(String name, ObjectNode parameters) throws IOException {
    JsonNode answer = exchange(name, parameters);
    if (!answer.path(2).isNull()) {
      throw new IOException(answer.path(2).toString());
    }
  }

  private JsonNode exchange(String name, ObjectNode parameters) throws IOException {
    ArrayNode message = JSON.createArrayNode().add(0).add(++sent).add(name).add(parameters);
    byte[] bytes = JSON.writeValueAsBytes(message);
    String length = bytes.length + ":";
    socket.getOutputStream().write(length.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return receive();
  }

  private JsonNode receive() throws IOException {
    int length = 0;
    for (int c = in.read(); c != ':'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the program has gone");
      }
      length = 10 * length + c - '0';
    }
    return JSON.readTree(in.readNBytes(length));
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
