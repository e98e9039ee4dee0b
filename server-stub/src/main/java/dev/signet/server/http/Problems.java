package dev.signet.server.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Writes problems (RFC 9457) and the few that recur. */
public final class Problems {
  private static final AttachmentKey<Problem> SENT = AttachmentKey.create(Problem.class);

  private Problems() {}

  /** The problem that the exchange was answered with, if it was. */
  public static Optional<Problem> sent(HttpServerExchange exchange) {
    return Optional.ofNullable(exchange.getAttachment(SENT));
  }

  /** Ends the exchange with the problem, unless an answer is already on its way. */
  static void send(HttpServerExchange exchange, Problem problem) {
    if (exchange.isResponseStarted()) {
      exchange.endExchange();
      return;
    }
    exchange.putAttachment(SENT, problem);
    Map<String, Object> members = new LinkedHashMap<>();
    // "about:blank" says that the title is the status's own phrase (RFC 9457, 4.2.1).
    members.put("type", "about:blank");
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.detail());
    if (problem.reason() != null) {
      members.put("reason", problem.reason());
    }
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    Json.send(exchange, problem.status(), "application/problem+json", members);
  }

  /** 404; the same words whether a thing does not exist or belongs to somebody else. */
  public static ProblemException notFound() {
    return new Problem(404, "There is nothing here.").exception();
  }
}
