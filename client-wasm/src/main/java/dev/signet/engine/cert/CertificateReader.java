package dev.signet.engine.cert;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.port.Bulk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.util.encoders.Base64;
import org.bouncycastle.util.encoders.DecoderException;

/**
 * Reads certificates in the forms in which people hand them around: PEM (RFC 7468) with any text in
 * between, DER, and certs-only CMS (RFC 8551 section 3.8) in either.
 */
public final class CertificateReader {
  /** The CA bundle of a system has about 150. */
  private static final int MAX_CERTIFICATES = 2_000;

  private static final int MAX_OCTETS = 8 * 1024 * 1024;
  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  /** id-signedData (RFC 5652 section 5.1), as it stands in an encoding. */
  private static final byte[] SIGNED_DATA = {
    0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02
  };

  private final Set<MailCertificate> found = new LinkedHashSet<>();

  private CertificateReader() {}

  /**
   * All certificates, each once, in their order.
   *
   * @throws SmimeException {@code NOT_A_CERTIFICATE} when there is none or one is damaged; {@code
   *     TOO_LARGE}
   */
  public static List<MailCertificate> read(Bulk input) {
    if (input.length() > MAX_OCTETS) {
      throw tooLarge("octets", MAX_OCTETS);
    }
    CertificateReader reader = new CertificateReader();
    byte[] bytes = input.read();
    try {
      if (bytes.length > 0 && bytes[0] == 0x30) {
        reader.readEncodings(bytes);
      } else {
        reader.readPem(new String(bytes, ISO_8859_1));
      }
    } catch (SmimeException e) {
      throw e.code() == ErrorCode.MALFORMED_MESSAGE ? notACertificate() : e;
    }
    if (reader.found.isEmpty()) {
      throw notACertificate();
    }
    return new ArrayList<>(reader.found);
  }

  private void readPem(String text) {
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        throw notACertificate();
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      int end = text.indexOf(DASHES + "END " + label + DASHES, labelEnd);
      if (end < 0) {
        throw notACertificate();
      }
      if (certificates(label)) {
        readEncodings(base64(text.substring(labelEnd + DASHES.length(), end)));
      }
      at = text.indexOf(BEGIN, end);
    }
  }

  /** Other labels, such as a private key's, are passed over: they are no certificates. */
  private static boolean certificates(String label) {
    return label.equals("CERTIFICATE")
        || label.equals("X509 CERTIFICATE")
        || label.equals("PKCS7")
        || label.equals("CMS");
  }

  private static byte[] base64(String text) {
    try {
      return Base64.decode(text);
    } catch (DecoderException e) {
      throw notACertificate();
    }
  }

  /** One encoding after the other: certificates, or CMS with certificates. */
  private void readEncodings(byte[] bytes) {
    Bulk rest = new HeapBulk(bytes);
    while (rest.length() > 0) {
      if (lineEnds(rest)) {
        return;
      }
      BerElement element = BerElement.first(rest);
      List<BerElement> fields = element.children(0x30);
      if (!fields.isEmpty() && fields.get(0).tag() == 0x06) {
        readCms(fields);
      } else {
        add(element);
      }
      rest = rest.slice(element.endsAt(), rest.length());
    }
  }

  private static boolean lineEnds(Bulk rest) {
    return rest.length() <= 2 && new String(rest.read(), ISO_8859_1).isBlank();
  }

  private void readCms(List<BerElement> contentInfo) {
    byte[] type = contentInfo.get(0).encoded(64);
    if (contentInfo.size() != 2 || !Arrays.equals(type, SIGNED_DATA)) {
      throw notACertificate();
    }
    for (BerElement signedData : contentInfo.get(1).children()) {
      for (BerElement field : signedData.children(0x30)) {
        if (field.context(0)) {
          field.children().stream().filter(each -> each.tag() == 0x30).forEach(this::add);
        }
      }
    }
  }

  private void add(BerElement element) {
    if (found.size() == MAX_CERTIFICATES) {
      throw tooLarge("certificates", MAX_CERTIFICATES);
    }
    found.add(MailCertificate.of(element.encoded(MAX_OCTETS)));
  }

  private static SmimeException notACertificate() {
    return new SmimeException(ErrorCode.NOT_A_CERTIFICATE, "this holds no X.509 certificate");
  }

  private static SmimeException tooLarge(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "there are too many certificates",
        Map.of("what", what, "limit", Integer.toString(limit)));
  }
}
