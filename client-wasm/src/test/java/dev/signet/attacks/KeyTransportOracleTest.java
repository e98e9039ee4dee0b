package dev.signet.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.signet.cases.Mail;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.StatusCode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Bleichenbacher's attack: whoever can tell a wrong padding from a wrong key decrypts by asking
 * often enough.
 */
@DisplayName("What is reported of a key that does not open the content")
class KeyTransportOracleTest {
  private final AttackedEngine engine = new AttackedEngine(Sample.reader());
  private final Mail mail = Mail.fromAlice();
  private final SecureRandom random = new SecureRandom();

  /** An encoded message under the reader's key, without any padding but what stands in it. */
  private byte[] raw(RSAPublicKey key, byte[] encoded) {
    int size = (key.getModulus().bitLength() + 7) / 8;
    byte[] value =
        new BigInteger(1, encoded).modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    byte[] padded = new byte[size];
    int length = Math.min(size, value.length);
    System.arraycopy(value, value.length - length, padded, size - length, length);
    return padded;
  }

  /** 00 02 padding 00 key, or what is put in the place of the first octets. */
  private byte[] encoded(int size, int first, int second, int keyOctets, boolean separator) {
    byte[] encoded = new byte[size];
    random.nextBytes(encoded);
    for (int i = 2; i < size; i++) {
      encoded[i] |= 1;
    }
    encoded[0] = (byte) first;
    encoded[1] = (byte) second;
    if (separator) {
      encoded[size - keyOctets - 1] = 0;
    }
    return encoded;
  }

  @Test
  @DisplayName("is the same to the octet, whatever is wrong with it")
  void same() throws IOException {
    MailCertificate certificate = MailCertificate.of(Sample.reader().certificateDer());
    RSAPublicKey key = RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey());
    byte[] cms = Sample.cms(mail.encrypted(Mail.ENTITY, Sample.reader()));
    List<byte[]> wrong = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      wrong.add(encoded(128, 0, 2, 32, true));
      wrong.add(encoded(128, 0, 2, 16, true));
      wrong.add(encoded(128, 0, 2, 33, true));
      wrong.add(encoded(128, 0, 2, 0, true));
      wrong.add(encoded(128, 0, 2, 120, true));
      wrong.add(encoded(128, 0, 2, 0, false));
      wrong.add(encoded(128, 0, 1, 32, true));
      wrong.add(encoded(128, 0, 0, 32, true));
      wrong.add(new byte[128]);
    }
    Set<String> reports = new HashSet<>();
    for (byte[] each : wrong) {
      byte[] forged = Forged.enveloped(cms, raw(key, each), null);
      reports.add(report(mail.of(Sample.holding(forged))));
    }
    // A key of another length, a number that is no residue, and no key at all.
    reports.add(report(mail.of(Sample.holding(Forged.enveloped(cms, filled(128), null)))));
    // The right key and a ciphertext whose end is wrong.
    byte[] damaged = Forged.ciphertext(cms);
    damaged[damaged.length - 1] ^= 1;
    reports.add(report(mail.of(Sample.holding(Forged.changed(cms, damaged)))));
    assertEquals(1, reports.size(), reports.toString());
  }

  private static byte[] filled(int size) {
    byte[] filled = new byte[size];
    Arrays.fill(filled, (byte) 0xff);
    return filled;
  }

  private String report(byte[] message) {
    AttackedEngine.Opened opened = engine.verdict(StatusCode.DECRYPTION_FAILED, message);
    assertNull(opened.content());
    return opened.report();
  }
}
