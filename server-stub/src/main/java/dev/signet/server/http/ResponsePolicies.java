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
   * @param embedder what a document may take in from other origins, as {@code
   *     Cross-Origin-Embedder-Policy} says (HTML, 7.1.4)
   */
  record Policy(String contentSecurity, String readers, String embedder) {
    Policy(String contentSecurity, String readers) {
      this(contentSecurity, readers, "require-corp");
    }

    boolean isForEveryone() {
      return readers.equals("cross-origin");
    }
  }

  /** The pages, the workers, and everything that is no document. */
  private static Policy page(String ancestors, String mail) {
    return new Policy(
        String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            ("connect-src 'self' " + mail).strip(),
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
   * framed, gives it an origin of its own that is no origin: it can read nothing of the site, and
   * it can open nothing.
   */
  private static String mailFrame(String ancestors, String pictures) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'unsafe-inline'",
        "img-src " + pictures,
        "font-src data:",
        "connect-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
        ("frame-ancestors 'self' " + ancestors).strip(),
        "sandbox allow-scripts");
  }

  private static final Predicate<String> MAIL_FRAME_SCRIPT =
      Pattern.compile("/assets/mail-frame-[\\w-]+\\.js").asMatchPredicate();

  private final Policy page;
  private final Policy mailFrame;

  /**
   * The same document for a reader who has asked for pictures: it loads them by https, from hosts
   * that know nothing of it, hence without cookies, and nothing else.
   */
  private final Policy mailFrameWithPictures;

  /** The mail frame's script: since its origin is none, to the browser it asks from elsewhere. */
  private final Policy mailFrameScript;

  /**
   * The policies of a site.
   *
   * @param frameAncestors origins whose pages may frame it. They stand in the mail frame's policy
   *     too, since every document above a frame is held against it (CSP Level 3, 6.4.2)
   * @param mail origins where users have their mail, which the pages may connect to
   */
  ResponsePolicies(List<Origin> frameAncestors, List<Origin> mail) {
    String ancestors = joined(frameAncestors);
    page = page(ancestors, joined(mail));
    mailFrame = new Policy(mailFrame(ancestors, "data:"), "same-origin");
    mailFrameWithPictures =
        new Policy(mailFrame(ancestors, "https: data:"), "same-origin", "credentialless");
    mailFrameScript = new Policy(page.contentSecurity(), "cross-origin");
  }

  private static String joined(List<Origin> origins) {
    return origins.stream().map(Origin::toString).collect(joining(" "));
  }

  /** The policy of a decoded path. */
  Policy of(String path) {
    if (path.equals("/mail-frame.html")) {
      return mailFrame;
    }
    if (path.equals("/mail-frame-pictures.html")) {
      return mailFrameWithPictures;
    }
    return MAIL_FRAME_SCRIPT.test(path) ? mailFrameScript : page;
  }
}
