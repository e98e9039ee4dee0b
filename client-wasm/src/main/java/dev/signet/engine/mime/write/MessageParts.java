package dev.signet.engine.mime.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Headers;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.List;

/**
 * A message taken apart for wrapping (RFC 8551 section 3.1): the header fields of the mail stay
 * outside, the entity (its {@code Content-} fields and its body) moves inside. {@code Bcc} fields
 * are gone afterwards.
 */
public final class MessageParts {
  private final Host host;
  private final List<Headers.Field> outside;
  private final Bulk entity;

  private MessageParts(Host host, List<Headers.Field> outside, Bulk entity) {
    this.host = host;
    this.outside = outside;
    this.entity = entity;
  }

  /**
   * Takes a complete RFC 5322 message, or a bare MIME entity.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} when it does not begin with header fields and
   *     an empty line (a message that ends with its last header field has an empty body); {@code
   *     TOO_LARGE} when the header passes its bound
   */
  public static MessageParts of(Host host, Bulk message) {
    Entity parsed = Entity.parse(message);
    boolean headless = parsed.headers().fields().isEmpty();
    if (headless && parsed.body().length() == message.length()) {
      throw SmimeException.malformed("the message has no header");
    }
    if (parsed.headers().damaged()) {
      throw SmimeException.malformed("the message's header is damaged");
    }
    if (message.read(message.length() - 1, message.length())[0] != '\n'
        && parsed.headerBlock().length() == message.length()) {
      throw SmimeException.malformed("the message ends within its header");
    }
    List<Headers.Field> outside = new ArrayList<>();
    FieldWriter inside = new FieldWriter();
    boolean versioned = false;
    for (Headers.Field field : parsed.headers().fields()) {
      if (field.content()) {
        inside.field(field);
      } else if (blind(field)) {
        continue;
      } else if (!field.named("MIME-Version")) {
        outside.add(field);
      } else if (!versioned) {
        outside.add(field);
        versioned = true;
      }
    }
    // A second content type would be read by some and not by others.
    parsed.contentType();
    if (parsed.headers().first("Content-Type").isEmpty()) {
      declareText(parsed, inside);
    }
    Bulk entity = host.concat(List.of(host.hold(inside.header()), parsed.body()));
    return new MessageParts(host, outside, entity);
  }

  /**
   * Whether the field names blind recipients. It is left out of everything that is made, which is
   * the first of the ways of RFC 5322 section 3.6.3; an empty one would still say that there are
   * some. Whom a message goes to is told to the server apart from it.
   */
  private static boolean blind(Headers.Field field) {
    return field.named("Bcc") || field.named("Resent-Bcc");
  }

  /** Says what a reader outside of mail could not know: which charset plain text is in. */
  private static void declareText(Entity parsed, FieldWriter inside) {
    LineScan scan = LineScan.of(parsed.body());
    inside.field(LeafEncoder.plainText(scan));
    if (scan.eightBit() && parsed.headers().first("Content-Transfer-Encoding").isEmpty()) {
      inside.field("Content-Transfer-Encoding: 8bit");
    }
  }

  /**
   * The entity to be signed or encrypted.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE} when it cannot be given that form; {@code
   *     TOO_LARGE} when it is nested too deeply
   */
  public Bulk entity(EntityForm form) {
    return EntityEncoder.encode(host, entity, form);
  }

  /** The header fields that stay outside, in their order and with their folding. */
  List<Headers.Field> outside() {
    return outside;
  }
}
