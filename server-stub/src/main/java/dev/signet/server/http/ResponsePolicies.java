package dev.signet.server.http;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which policy an answer carries, by path. Every answer carries one, a worker's script as well: a
 * page's policy does not bind a worker whose own response comes without.
 */
final class ResponsePolicies {

  /**
   * What browsers may do with an answer.
   *
   * @param contentSecurity Content Security Policy Level 3
   * @param readers which documents may use it: {@code same-origin} or {@code cross-origin}, as
   *     {@code Cross-Origin-Resource-Policy} says (Fetch, 3.7)
   */
  record Policy(String contentSecurity, String readers) {
    boolean isForEveryone() {
      return readers.equals("cross-origin");
    }
  }

  /** The pages, the workers, and everything that is no document. */
  static final Policy PAGE =
      new Policy(
          String.join(
              "; ",
              "default-src 'none'",
              "script-src 'self' 'wasm-unsafe-eval'",
              "style-src 'self'",
              "img-src 'self' data: blob:",
              "font-src 'self'",
              "connect-src 'self'",
              "worker-src 'self'",
              "frame-src 'self' blob:",
              "form-action 'none'",
              "base-uri 'none'",
              "frame-ancestors 'none'"),
          "same-origin");

  /**
   * The document in which the WebApp shows a mail's HTML: no connection, nothing remote, no script
   * but the site's own file; inline styles there only. Its sandbox, which holds however it is
   * framed, gives it an origin of its own that is no origin: it can read nothing of the site.
   */
  static final Policy MAIL_FRAME =
      new Policy(
          String.join(
              "; ",
              "default-src 'none'",
              "script-src 'self'",
              "style-src 'unsafe-inline'",
              "img-src data: blob:",
              "font-src data:",
              "connect-src 'none'",
              "form-action 'none'",
              "base-uri 'none'",
              "frame-ancestors 'self'",
              "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"),
          "same-origin");

  /** That document's script: since its origin is none, to the browser it asks from elsewhere. */
  static final Policy MAIL_FRAME_SCRIPT = new Policy(PAGE.contentSecurity(), "cross-origin");

  private record Row(Predicate<String> path, Policy policy) {}

  private static final List<Row> TABLE =
      List.of(
          new Row("/mail-frame.html"::equals, MAIL_FRAME),
          new Row(
              Pattern.compile("/assets/mail-frame-[\\w-]+\\.js").asMatchPredicate(),
              MAIL_FRAME_SCRIPT));

  private ResponsePolicies() {}

  /** The policy of a decoded path. */
  static Policy of(String path) {
    return TABLE.stream()
        .filter(row -> row.path().test(path))
        .map(Row::policy)
        .findFirst()
        .orElse(PAGE);
  }
}
