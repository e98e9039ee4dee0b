package dev.signet.engine.cert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.testing.Vectors;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Inputs that have broken other parsers: each is a certificate whose facts can be told, or none.
 */
class FuzzSeedsTest {
  private static final int BLOCK = 512;

  @Test
  @DisplayName("every seed is read or refused")
  void seeds() throws IOException {
    int read = 0;
    int refused = 0;
    try (DataInputStream tar =
        new DataInputStream(
            new GZIPInputStream(
                Files.newInputStream(Vectors.folder("fuzz-seeds").resolve("x509.tar.gz"))))) {
      while (true) {
        byte[] header = new byte[BLOCK];
        tar.readFully(header);
        if (header[0] == 0) {
          break;
        }
        byte[] content = new byte[size(header)];
        tar.readFully(content);
        tar.skipNBytes((BLOCK - content.length % BLOCK) % BLOCK);
        try {
          tell(MailCertificate.of(content));
          read++;
        } catch (SmimeException e) {
          assertEquals(ErrorCode.NOT_A_CERTIFICATE, e.code());
          refused++;
        }
      }
    }
    assertTrue(read > 0 && refused > 0, read + " read, " + refused + " refused");
  }

  private static int size(byte[] header) {
    String octal = new String(header, 124, 11, StandardCharsets.US_ASCII).strip();
    return Integer.parseInt(octal, 8);
  }

  private static void tell(MailCertificate certificate) {
    CertificateFacts facts = new CertificateFacts(certificate);
    assertNotNull(facts.keyAlgorithm());
    facts.keyBits();
    facts.keyUsage();
    facts.extendedKeyUsage();
    assertEquals(64, facts.sha256().length());
    assertNotNull(certificate.subject().toString());
    assertNotNull(certificate.issuer().toString());
    assertNotNull(certificate.serialNumber());
    certificate.emailAddresses();
    assertTrue(CertificateChains.upwards(certificate, List.of(certificate)).size() == 1);
  }
}
