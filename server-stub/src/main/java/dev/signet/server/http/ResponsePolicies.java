package dev.signet.server.http;

import static java.util.stream.Collectors.joining;

import dev.signet.server.settings.Origin;
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
  private static Policy page(String ancestors) {
    return new Policy(
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "worker-src 'self'",
            "frame-src 'self'",
            "form-action 'none'",
            "base-uri 'none'",
            "frame-ancestors " + (ancestors.isEmpty() ? "'none'" : ancestors)),
        "same-origin");
  }

  /**
   * The document in which the WebApp shows a mail's HTML: no connection, nothing remote, no script
   * but the site's own file; inline styles there only. Its sandbox, which holds however it is
   * framed, gives it an origin of its own that is no origin: it can read nothing of the site.
   */
  private static Policy mailFrame(String ancestors) {
    return new Policy(
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'unsafe-inline'",
            "img-src data:",
            "font-src data:",
            "connect-src 'none'",
            "form-action 'none'",
            "base-uri 'none'",
            ("frame-ancestors 'self' " + ancestors).strip(),
            "sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox"),
        "same-origin");
  }

  private static final Predicate<String> MAIL_FRAME_SCRIPT =
      Pattern.compile("/assets/mail-frame-[\\w-]+\\.js").asMatchPredicate();

  private final Policy page;
  private final Policy mailFrame;

  /** The mail frame's script: since its origin is none, to the browser it asks from elsewhere. */
  private final Policy mailFrameScript;

  /**
   * The policies of a site.
   *
   * @param frameAncestors origins whose pages may frame it. They stand in the mail frame's policy
   *     too, since every document above a frame is held against it (CSP Level 3, 6.4.2)
   */
  ResponsePolicies(List<Origin> frameAncestors) {
    String ancestors = frameAncestors.stream().map(Origin::toString).collect(joining(" "));
    page = page(ancestors);
    mailFrame = mailFrame(ancestors);
    mailFrameScript = new Policy(page.contentSecurity(), "cross-origin");
  }

  /** The policy of a decoded path. */
  Policy of(String path) {
    if (path.equals("/mail-frame.html")) {
      return mailFrame;
    }
    return MAIL_FRAME_SCRIPT.test(path) ? mailFrameScript : page;
  }
}
