package dev.signet.server.http;

import java.util.List;
import java.util.function.Predicate;

/**
 * Which policy an answer carries, by path. Every answer carries one, a worker's script as well: a
 * page's policy does not bind a worker whose own response comes without.
 */
final class ResponsePolicies {

  /**
   * What browsers may do with an answer.
   *
   * @param contentSecurity Content Security Policy Level 3
   * @param resource {@code Cross-Origin-Resource-Policy} (Fetch, 3.7)
   */
  record Policy(String contentSecurity, String resource) {}

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
              "form-action 'self'",
              "base-uri 'none'",
              "frame-ancestors 'none'"),
          "same-origin");

  /**
   * The document in which the WebApp shows a mail's HTML: no script, no connection, nothing remote;
   * inline styles there only. Its sandbox holds however it is framed. {@code allow-same-origin}
   * lets the WebApp, which frames it, put the sanitised content in; without {@code allow-scripts}
   * nothing of the mail can use it.
   */
  static final Policy MAIL_FRAME =
      new Policy(
          String.join(
              "; ",
              "default-src 'none'",
              "script-src 'none'",
              "style-src 'unsafe-inline'",
              "img-src data: blob:",
              "font-src data:",
              "connect-src 'none'",
              "form-action 'none'",
              "base-uri 'none'",
              "frame-ancestors 'self'",
              "sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox"),
          "same-origin");

  private record Row(Predicate<String> path, Policy policy) {}

  private static final List<Row> TABLE = List.of(new Row("/mail-frame.html"::equals, MAIL_FRAME));

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
