package dev.signet.engine.open;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.CertificateReader;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.mime.ContentType;
import dev.signet.engine.mime.Entity;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.util.List;
import java.util.Locale;

/**
 * Certificates in every form in which they come to somebody: as files, and as the body of a mail
 * (RFC 8551 section 3.8: certs-only messages; RFC 2585: application/pkix-cert).
 */
public final class CertificateMail {
  /** Where "-----BEGIN" and a header are looked for. */
  private static final int LOOK = 64 * 1024;

  private static final String[] ENDINGS = {".p7c", ".p7b", ".p7m", ".p7s", ".cer", ".crt", ".der"};

  private CertificateMail() {}

  /**
   * All certificates, each once, in their order.
   *
   * @throws SmimeException {@code NOT_A_CERTIFICATE}, {@code TOO_LARGE}
   */
  public static List<MailCertificate> read(Bulk input, Host host) {
    String start = new String(input.read(0, Math.min(LOOK, input.length())), ISO_8859_1);
    if (start.isEmpty() || start.charAt(0) == 0x30 || start.contains("-----BEGIN ")) {
      return CertificateReader.read(input);
    }
    Entity entity;
    try {
      entity = Entity.parse(input);
      if (holdsCertificates(entity)) {
        return CertificateReader.read(entity.decodedBody(host));
      }
    } catch (SmimeException e) {
      throw e.code() == ErrorCode.MALFORMED_MESSAGE
          ? new SmimeException(ErrorCode.NOT_A_CERTIFICATE, "this holds no X.509 certificate")
          : e;
    }
    return CertificateReader.read(input);
  }

  private static boolean holdsCertificates(Entity entity) {
    ContentType type = entity.contentType();
    if (type.pkcs7Mime() || type.pkcs7Signature()) {
      return true;
    }
    String name = type.type().toLowerCase(Locale.ROOT);
    if (name.equals("application/pkix-cert")
        || name.startsWith("application/x-x509-")
        || name.equals("application/x-pkcs7-certificates")) {
      return true;
    }
    if (type.untyped()) {
      for (String ending : ENDINGS) {
        if (entity.named(ending)) {
          return true;
        }
      }
    }
    return false;
  }
}
