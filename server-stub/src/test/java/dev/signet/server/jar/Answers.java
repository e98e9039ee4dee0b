package dev.signet.server.jar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.server.fixture.Client;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What holds for every answer, and for every answer that says no. */
final class Answers {
  private static final Map<String, String> SECURITY =
      Map.of(
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Embedder-Policy", "require-corp",
          "Referrer-Policy", "no-referrer",
          "X-Content-Type-Options", "nosniff");

  private Answers() {}

  /** A field that has to be there. */
  static String field(HttpResponse<?> answer, String name) {
    return answer
        .headers()
        .firstValue(name)
        .orElseThrow(() -> new AssertionError(answer + " has no " + name));
  }

  /** The status is that one and the answer is as every answer has to be. */
  static HttpResponse<byte[]> assertStatus(int status, HttpResponse<byte[]> answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    assertEquals(status, answer.statusCode(), () -> answer + ": " + body);
    SECURITY.forEach((name, value) -> assertEquals(value, field(answer, name), name));
    assertPolicy(field(answer, "Content-Security-Policy"));
    assertTrue(field(answer, "Permissions-Policy").contains("camera=()"));
    assertTrue(field(answer, "Cross-Origin-Resource-Policy").matches("same-origin|cross-origin"));
    assertFalse(answer.headers().firstValue("Server").isPresent());
    if (status >= 400 && !answer.request().method().equals("HEAD")) {
      assertEquals("application/problem+json", field(answer, "Content-Type"));
      assertProblem(status, Client.json(answer));
      assertEquals("no-store", field(answer, "Cache-Control"));
    }
    return answer;
  }

  /** The same for an answer as it came over the socket. */
  static void assertRaw(String statuses, String answer) {
    assertTrue(answer.matches("(?s)HTTP/1\\.1 (" + statuses + ") .*"), () -> "answer: " + answer);
    String head = answer.substring(0, Math.max(0, answer.indexOf("\r\n\r\n")));
    assertTrue(head.contains("\r\nContent-Security-Policy: default-src 'none'"), head);
    SECURITY.forEach((name, value) -> assertTrue(head.contains(name + ": " + value), head));
    assertTrue(head.contains("\r\nContent-Type: application/problem+json"), head);
    int status = Integer.parseInt(answer.substring(9, 12));
    try {
      String body = answer.substring(head.length() + 4);
      assertProblem(status, new ObjectMapper().readTree(body));
    } catch (java.io.IOException e) {
      throw new AssertionError(answer, e);
    }
  }

  private static void assertPolicy(String policy) {
    assertTrue(policy.startsWith("default-src 'none';"), policy);
    assertFalse(policy.contains("'unsafe-eval'"), policy);
    assertFalse(policy.matches(".*script-src[^;]*unsafe-inline.*"), policy);
  }

  private static void assertProblem(int status, JsonNode problem) {
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("title").asText().isBlank());
    assertFalse(problem.get("detail").asText().isBlank());
    String text = problem.toString();
    assertFalse(text.matches("(?s).*(Exception|\\.java|at dev\\.signet|SQL|/tmp/).*"), text);
  }
}
