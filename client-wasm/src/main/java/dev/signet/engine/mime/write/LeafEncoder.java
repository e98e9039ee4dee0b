package dev.signet.engine.mime.write;

import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;

/** Chooses and applies the transfer encoding of an entity that has no parts. */
final class LeafEncoder {
  /** Text of more octets is encoded as base64, which the host does without Java's heap. */
  private static final int LARGEST_QUOTED = 1024 * 1024;

  private final Host host;
  private final EntityForm form;

  LeafEncoder(Host host, EntityForm form) {
    this.host = host;
    this.form = form;
  }

  /**
   * @param type the content type, even where it goes without saying
   * @param unfit whether the whole entity, header fields included, cannot stay as it is
   */
  EntityEncoder.Encoded encode(Entity entity, String type, boolean unfit) {
    TransferEncoding encoding = TransferEncoding.of(entity);
    LineScan scan = LineScan.of(entity.body());
    boolean text = type.startsWith("text/");
    if (!anew(encoding, scan, text)) {
      if (unfit) {
        // Only the header can be what is unfit.
        return written(entity, encoding.name(), null, host.canonicalLineEnds(entity.body()));
      }
      return new EntityEncoder.Encoded(host.canonicalLineEnds(entity.bytes()), false);
    }
    Bulk content = content(entity, encoding, text);
    boolean lines = text && !encoding.name().equals("base64");
    boolean quoted = (lines || encoding.name().equals("quoted-printable")) && quotable(content);
    Bulk body =
        quoted
            ? host.hold(QuotedPrintableEncoder.encode(content.read()))
            : host.encodeBase64(content);
    boolean typed = entity.headers().first("Content-Type").isPresent();
    return written(
        entity,
        quoted ? "quoted-printable" : "base64",
        typed || !scan.eightBit() ? null : plainText(scan),
        body);
  }

  private EntityEncoder.Encoded written(
      Entity entity, String encoding, String contentType, Bulk body) {
    byte[] header = TransferEncoding.header(entity, form, encoding, contentType);
    return new EntityEncoder.Encoded(host.concat(List.of(host.hold(header), body)), true);
  }

  private boolean anew(TransferEncoding encoding, LineScan scan, boolean text) {
    if (encoding.binary() && scan.bareLf()) {
      return true;
    }
    return form == EntityForm.SEVEN_BIT
        && (scan.needsEncoding() || (text && encoding.identity() && scan.fragile()));
  }

  /** The octets that the body stands for; lines end in CRLF unless they are no lines. */
  private Bulk content(Entity entity, TransferEncoding encoding, boolean text) {
    if (encoding.binary()) {
      return text ? host.canonicalLineEnds(entity.body()) : entity.body();
    }
    return Entity.parse(host.canonicalLineEnds(entity.bytes())).decodedBody(host);
  }

  private static boolean quotable(Bulk content) {
    if (content.length() > LARGEST_QUOTED) {
      return false;
    }
    LineScan scan = LineScan.of(content);
    return !scan.nul() && scan.eightBitOctets() * 4 <= content.length();
  }

  /** The field that says what an entity without a content type holds. */
  static String plainText(LineScan body) {
    String charset = !body.eightBit() ? "us-ascii" : body.utf8() ? "utf-8" : "unknown-8bit";
    return "Content-Type: text/plain; charset=" + charset;
  }
}
