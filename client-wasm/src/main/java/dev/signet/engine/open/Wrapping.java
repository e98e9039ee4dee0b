package dev.signet.engine.open;

import dev.signet.engine.SmimeException;
import dev.signet.engine.mime.ContentType;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Multipart;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.Locale;

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

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} when a {@code multipart/signed} breaks its
   *     form
   */
  static Wrapping of(Entity entity) {
    ContentType type = entity.contentType();
    if (type.multipartSigned()) {
      return detached(entity, type);
    }
    if (type.pkcs7Mime()) {
      return new Wrapping(Kind.CMS, null, null);
    }
    boolean named =
        type.type().equals("application/octet-stream")
            && entity.fileName().toLowerCase(Locale.ROOT).endsWith(".p7m");
    return new Wrapping(named ? Kind.CMS : Kind.NONE, null, null);
  }

  private static Wrapping detached(Entity entity, ContentType type) {
    String protocol = type.parameter("protocol").toLowerCase(Locale.ROOT);
    if (!protocol.isEmpty() && !new ContentType(protocol, type.parameters()).pkcs7Signature()) {
      // Signed by other means, such as OpenPGP: for this engine it is content.
      return new Wrapping(Kind.NONE, null, null);
    }
    List<Bulk> parts = Multipart.parts(entity.body(), type.parameter("boundary"), 2);
    if (parts.size() != 2) {
      throw SmimeException.malformed("a signed message must have two parts");
    }
    if (!Entity.parse(parts.get(1)).contentType().pkcs7Signature()) {
      if (protocol.isEmpty()) {
        return new Wrapping(Kind.NONE, null, null);
      }
      throw SmimeException.malformed("the second part is no signature");
    }
    return new Wrapping(Kind.DETACHED, parts.get(0), parts.get(1));
  }
}
