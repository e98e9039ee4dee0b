package dev.signet.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The sentences that the SDK renders, from its own files. */
public final class Texts {
  public static final Texts ENGLISH = new Texts("en");
  public static final Texts GERMAN = new Texts("de");

  private final Map<String, String> sentences = new TreeMap<>();

  private Texts(String language) {
    Path file = Path.of("..", "web", "sdk", "src", "texts", language + ".json");
    try {
      new ObjectMapper()
          .readTree(file.toFile())
          .properties()
          .forEach(entry -> sentences.put(entry.getKey(), entry.getValue().asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Map<String, String> sentences() {
    return sentences;
  }

  /** The sentence of a key; fails where there is none. */
  public String of(String key) {
    String sentence = sentences.get(key);
    if (sentence == null) {
      throw new AssertionError("no sentence " + key);
    }
    return sentence;
  }

  /** What a status says in English: as the SDK gave it, or of the engine's own texts. */
  public static String of(JsonNode status) {
    if (status.has("message")) {
      return status.get("message").asText();
    }
    StringBuilder message = new StringBuilder();
    for (JsonNode text : status.get("texts")) {
      JsonNode detail = text.get("detail");
      message
          .append(message.isEmpty() ? "" : " ")
          .append(
              ENGLISH
                  .of(text.get("key").asText())
                  .replace("{address}", text.get("address").asText(""))
                  .replace("{detail}", detail.isNull() ? "" : " (" + detail.asText() + ")"));
    }
    return message.toString();
  }
}
