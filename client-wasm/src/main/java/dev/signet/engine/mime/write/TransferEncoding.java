package dev.signet.engine.mime.write;

import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.mime.Headers;
import java.util.List;
import java.util.Locale;

/**
 * The transfer encoding of an entity (RFC 2045 section 6), read and written.
 *
 * @param name in lower case; {@code 7bit} where the field is missing
 */
record TransferEncoding(String name) {
  private static final String FIELD = "Content-Transfer-Encoding";

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} when there are several
   */
  static TransferEncoding of(Entity entity) {
    List<Headers.Field> fields = entity.headers().all(FIELD);
    if (fields.size() > 1) {
      throw SmimeException.malformed("there are several transfer encodings");
    }
    if (fields.isEmpty()) {
      return new TransferEncoding("7bit");
    }
    String value = fields.get(0).value().toLowerCase(Locale.ROOT);
    int comment = value.indexOf('(');
    return new TransferEncoding(comment < 0 ? value : value.substring(0, comment).trim());
  }

  /** Whether the body stands there as it is. */
  boolean identity() {
    return name.equals("7bit") || name.equals("8bit") || binary();
  }

  /** Whether the body's octets are not lines, so that their line ends must not be changed. */
  boolean binary() {
    return name.equals("binary");
  }

  /**
   * The header of an entity whose body is written anew.
   *
   * @param encoding in place of the one that it names; null: as it is
   * @param contentType a field for an entity that has none, or null
   * @throws SmimeException {@code MALFORMED_MESSAGE} when the header fields do not have the form
   */
  static byte[] header(Entity entity, EntityForm form, String encoding, String contentType) {
    if (entity.headers().damaged()) {
      throw SmimeException.malformed("a part's header is damaged");
    }
    FieldWriter out = new FieldWriter();
    String field = encoding == null ? null : FIELD + ": " + encoding;
    boolean written = false;
    for (Headers.Field each : entity.headers().fields()) {
      if (field != null && each.named(FIELD)) {
        out.field(field);
        written = true;
      } else {
        out.field(each);
      }
    }
    if (contentType != null) {
      out.field(contentType);
    }
    // An entity without the field is seven-bit already.
    if (field != null && !written && !encoding.equals("7bit")) {
      out.field(field);
    }
    byte[] header = out.header();
    if (form == EntityForm.SEVEN_BIT && LineScan.of(new HeapBulk(header)).needsEncoding()) {
      throw SmimeException.malformed("a part's header fields are not in 7-bit form");
    }
    return header;
  }
}
