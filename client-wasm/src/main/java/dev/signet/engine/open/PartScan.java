package dev.signet.engine.open;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.ContentType;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Multipart;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.report.InnerParts;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Looks through the parts of content for what the engine could open but does not, because it is not
 * the whole; and refuses content that is nested without measure, before somebody else walks it.
 */
final class PartScan {
  /** A forwarded message takes two levels; nobody forwards a forward so often. */
  private static final int MAX_DEPTH = 50;

  private static final int MAX_PARTS = 10_000;

  /** Each level is searched for its boundary: so many times the content is searched at most. */
  private static final long MAX_PASSES = 16;

  private static final int SMALL = 4 * 1024 * 1024;

  /** An element that waits to be looked at. */
  private record Waiting(Bulk bytes, int depth) {}

  private final Host host;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private long searchable;
  private int parts;
  private int signed;
  private int encrypted;
  private boolean smimeInTnef;

  private PartScan(Host host) {
    this.host = host;
  }

  /**
   * What was found.
   *
   * @param smimeInTnef whether there is a {@code winmail.dat} that a gateway made of a signed or
   *     encrypted message
   */
  record Found(InnerParts parts, boolean smimeInTnef) {}

  /**
   * @throws SmimeException {@code TOO_LARGE} when there are more than 10,000 parts, or parts nested
   *     more than 50 deep
   */
  static Found of(Entity content, Host host) {
    PartScan scan = new PartScan(host);
    scan.searchable = Math.max(SMALL, content.bytes().length()) * MAX_PASSES;
    scan.smimeInTnef = Tnef.holdsSmime(content, host);
    scan.descend(content, 0);
    while (!scan.waiting.isEmpty()) {
      Waiting next = scan.waiting.removeLast();
      scan.look(Entity.parse(next.bytes), next.depth);
    }
    return new Found(new InnerParts(scan.signed, scan.encrypted), scan.smimeInTnef);
  }

  private void look(Entity part, int depth) {
    switch (kind(part)) {
      case DETACHED -> signed++;
      case CMS -> countCms(part);
      case NONE -> {
        smimeInTnef |= Tnef.holdsSmime(part, host);
        descend(part, depth);
      }
    }
  }

  private void countCms(Entity part) {
    switch (CmsKind.of(part, host)) {
      case SIGNED -> signed++;
      case ENCRYPTED -> encrypted++;
      case OTHER -> {}
    }
  }

  /** What breaks its own form is no S/MIME part; what is around it can be read all the same. */
  private static Wrapping.Kind kind(Entity part) {
    try {
      return Wrapping.of(part).kind();
    } catch (SmimeException e) {
      return Wrapping.Kind.NONE;
    }
  }

  private void descend(Entity entity, int depth) {
    if (entity.headers().all("Content-Type").size() != 1) {
      return;
    }
    ContentType type = entity.contentType();
    if (type.multipart()) {
      for (Bulk part : partsOf(entity, type)) {
        add(part, depth + 1);
      }
    } else if (type.embeddedMessage() && readable(entity)) {
      add(entity.body(), depth + 1);
    }
  }

  /** An embedded message may not be encoded (RFC 2046 section 5.2.1); one that is stays closed. */
  private static boolean readable(Entity entity) {
    return entity.headers().all("Content-Transfer-Encoding").size() < 2 && entity.identityEncoded();
  }

  private Iterable<Bulk> partsOf(Entity entity, ContentType type) {
    searchable -= entity.body().length();
    if (searchable < 0) {
      throw tooLarge("its parts are nested too deep for their size");
    }
    try {
      return Multipart.parts(entity.body(), type.parameter("boundary"), MAX_PARTS);
    } catch (SmimeException e) {
      if (e.code() == ErrorCode.TOO_LARGE) {
        throw e;
      }
      return List.of();
    }
  }

  private void add(Bulk part, int depth) {
    if (depth > MAX_DEPTH) {
      throw tooLarge("its parts are nested more than " + MAX_DEPTH + " deep");
    }
    if (++parts > MAX_PARTS) {
      throw tooLarge("it has more than " + MAX_PARTS + " parts");
    }
    waiting.add(new Waiting(part, depth));
  }

  private static SmimeException tooLarge(String what) {
    return new SmimeException(
        ErrorCode.TOO_LARGE, "the message passes a bound: " + what, Map.of("bound", what));
  }
}
