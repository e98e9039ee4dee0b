package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.ContentType;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Multipart;
import dev.signet.engine.port.Bulk;
import java.util.List;

/**
 * How S/MIME wraps an entity, by its content type (RFC 8551 section 3).
 *
 * @param signedPart the bytes that a detached signature is over, else null
 * @param signaturePart the entity that holds the detached signature, else null
 */
record Wrapping(Kind kind, Bulk signedPart, Bulk signaturePart) {
  enum Kind {
    /** Plain content. */
    NONE,
    /** {@code multipart/signed}. */
    DETACHED,
    /** A body that is a CMS message. */
    CMS
  }

  private static final Wrapping PLAIN = new Wrapping(Kind.NONE, null, null);

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} when a {@code multipart/signed} breaks its
   *     form
   */
  static Wrapping of(Entity entity) {
    ContentType type = entity.contentType();
    if (type.multipartSigned()) {
      return detached(entity, type);
    }
    // What kind of CMS message it is, the CMS itself says: smime-type is missing or wrong at times.
    return type.pkcs7Mime() || type.untyped() && entity.named(".p7m")
        ? new Wrapping(Kind.CMS, null, null)
        : PLAIN;
  }

  private static Wrapping detached(Entity entity, ContentType type) {
    if (type.ambiguous().contains("boundary") || type.ambiguous().contains("protocol")) {
      throw SmimeException.malformed("the content type says its boundary or protocol twice");
    }
    String protocol = type.parameter("protocol");
    if (!protocol.isEmpty() && !type.smimeProtocol()) {
      // Signed by other means, such as OpenPGP: for this engine it is content.
      return PLAIN;
    }
    List<Bulk> parts = Multipart.parts(entity.body(), type.parameter("boundary"), 2);
    if (parts.size() != 2) {
      throw SmimeException.malformed("a signed message must have two parts");
    }
    if (!signature(Entity.parse(parts.get(1)))) {
      if (protocol.isEmpty()) {
        return PLAIN;
      }
      throw SmimeException.malformed("the second part is no signature");
    }
    return new Wrapping(Kind.DETACHED, parts.get(0), parts.get(1));
  }

  private static boolean signature(Entity part) {
    ContentType type = part.contentType();
    return type.pkcs7Signature()
        || type.pkcs7Mime()
        || type.untyped() && (part.named(".p7s") || part.named(".p7m"));
  }
}
