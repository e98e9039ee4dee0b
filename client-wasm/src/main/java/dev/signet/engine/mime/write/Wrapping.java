package dev.signet.engine.mime.write;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.mime.Headers;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a message together around its CMS (RFC 8551 sections 3.2 to 3.6). */
public final class Wrapping {
  private static final int BASE64_LINE_OCTETS = 57;
  private static final int BASE64_LINE_LENGTH = 78;

  private final Host host;
  private final MessageParts parts;

  public Wrapping(Host host, MessageParts parts) {
    this.host = host;
    this.parts = parts;
  }

  /**
   * {@code multipart/signed} (RFC 8551 section 3.5.3).
   *
   * @param entity exactly what was signed
   * @param signature DER of the ContentInfo
   * @throws SmimeException {@code TOO_LARGE}, {@code NO_RANDOMNESS}
   */
  public Bulk multipartSigned(Bulk entity, DigestAlgorithm digest, Bulk signature) {
    String boundary = Boundary.absentFrom(entity, host);
    FieldWriter header = outside();
    header.field(
        "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\";\r\n micalg="
            + digest.micalg()
            + "; boundary=\""
            + boundary
            + "\"");
    FieldWriter signaturePart = new FieldWriter();
    signaturePart
        .field("Content-Type: application/pkcs7-signature; name=\"smime.p7s\"")
        .field("Content-Transfer-Encoding: base64")
        .field("Content-Disposition: attachment; filename=\"smime.p7s\"")
        .field("Content-Description: S/MIME Cryptographic Signature");
    return join(
        List.of(
            host.hold(header.header()),
            text(
                "This is a cryptographically signed message in MIME format.\r\n\r\n--"
                    + boundary
                    + "\r\n"),
            entity,
            text("\r\n--" + boundary + "\r\n"),
            host.hold(signaturePart.header()),
            base64(signature),
            text("\r\n--" + boundary + "--\r\n")));
  }

  /**
   * {@code application/pkcs7-mime} (RFC 8551 section 3.2).
   *
   * @param smimeType such as {@code signed-data}
   * @param cms DER of the ContentInfo
   * @throws SmimeException {@code TOO_LARGE}
   */
  public Bulk pkcs7Mime(String smimeType, Bulk cms) {
    FieldWriter header = outside();
    header
        .field(
            "Content-Type: application/pkcs7-mime; smime-type="
                + smimeType
                + ";\r\n name=\"smime.p7m\"")
        .field("Content-Transfer-Encoding: base64")
        .field("Content-Disposition: attachment; filename=\"smime.p7m\"");
    return join(List.of(host.hold(header.header()), base64(cms)));
  }

  private FieldWriter outside() {
    FieldWriter out = new FieldWriter();
    boolean versioned = false;
    for (Headers.Field field : parts.outside()) {
      out.field(field);
      versioned |= field.named("MIME-Version");
    }
    return versioned ? out : out.field("MIME-Version: 1.0");
  }

  private Bulk base64(Bulk cms) {
    long lines = (cms.length() + BASE64_LINE_OCTETS - 1L) / BASE64_LINE_OCTETS;
    requireHeld(lines * BASE64_LINE_LENGTH);
    return host.encodeBase64(cms);
  }

  private Bulk join(List<Bulk> pieces) {
    long total = 0;
    for (Bulk piece : pieces) {
      total += piece.length();
    }
    requireHeld(total);
    return host.concat(new ArrayList<>(pieces));
  }

  private static void requireHeld(long octets) {
    if (octets > Integer.MAX_VALUE) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "the message is too large",
          Map.of("limit", Integer.toString(Integer.MAX_VALUE)));
    }
  }

  private Bulk text(String ascii) {
    return host.hold(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
