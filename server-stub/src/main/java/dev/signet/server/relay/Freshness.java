package dev.signet.server.relay;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.message.MessageSupport;

/**
 * Until when an answer may be remembered: until its {@code nextUpdate} ({@link NextUpdate}), or
 * sooner where HTTP says so (RFC 5019, 6; RFC 9111, 5.2.2).
 */
final class Freshness {
  /** However late {@code nextUpdate} is. */
  static final Duration MOST = Duration.ofDays(7);

  private Freshness() {}

  /** Empty where it may not be remembered. */
  static Optional<Instant> until(byte[] body, HttpMessage fields, Instant now) {
    return NextUpdate.of(body)
        .map(next -> earlier(next, now.plus(MOST)))
        .flatMap(until -> byHttp(fields, now).map(http -> earlier(until, http)))
        .filter(now::isBefore);
  }

  /** The instant that HTTP allows; empty where it forbids. */
  private static Optional<Instant> byHttp(HttpMessage fields, Instant now) {
    Long maxAge = null;
    Iterator<HeaderElement> directives = MessageSupport.iterate(fields, HttpHeaders.CACHE_CONTROL);
    while (directives.hasNext()) {
      HeaderElement directive = directives.next();
      switch (directive.getName().toLowerCase(java.util.Locale.ROOT)) {
        case "no-store", "no-cache", "private" -> {
          return Optional.empty();
        }
        case "max-age" -> maxAge = seconds(directive.getValue());
        default -> {
          // Says nothing about how long.
        }
      }
    }
    if (maxAge != null) {
      long age = fields.containsHeader(HttpHeaders.AGE) ? age(fields) : 0;
      return Optional.of(now.plusSeconds(Math.max(0, maxAge - age)));
    }
    if (!fields.containsHeader(HttpHeaders.EXPIRES)) {
      return Optional.of(Instant.MAX);
    }
    // What cannot be read has expired (RFC 9111, 5.3).
    return Optional.ofNullable(
        DateUtils.parseStandardDate(fields.getFirstHeader(HttpHeaders.EXPIRES).getValue()));
  }

  private static long age(HttpMessage fields) {
    return seconds(fields.getFirstHeader(HttpHeaders.AGE).getValue());
  }

  /** Delta seconds (RFC 9111, 1.2.2); what cannot be read is none, and too many are a year. */
  private static long seconds(String text) {
    final long year = 31_536_000;
    if (text == null || !text.matches("\\d+")) {
      return 0;
    }
    return text.length() > 9 ? year : Math.min(year, Long.parseLong(text));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
