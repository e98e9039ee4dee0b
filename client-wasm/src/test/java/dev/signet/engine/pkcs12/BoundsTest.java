package dev.signet.engine.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Work that a file asks for is refused before it is begun, with the figure. */
class BoundsTest {
  private static void refused(String what, String figure, byte[] p12) {
    long start = System.nanoTime();
    SmimeException error = Pkcs12.refused(ErrorCode.REFUSED_PARAMETERS, p12, "secret");
    assertEquals(what, error.details().get("what"));
    assertEquals(figure, error.details().get("figure"));
    assertTrue(System.nanoTime() - start < 20_000_000_000L);
  }

  private static void refusedEverywhere(String what, String figure, AlgorithmIdentifier kdf)
      throws IOException {
    refused(what, figure, MadeFiles.pbmac1(kdf));
    refused(what, figure, MadeFiles.keys(kdf, 1));
  }

  @Test
  @DisplayName("2^31 rounds")
  void rounds() throws IOException {
    refusedEverywhere("iterations", "2147483647", MadeFiles.pbkdf2(Integer.MAX_VALUE, 32));
  }

  @Test
  @DisplayName("a key of gigabytes")
  void keyLength() throws IOException {
    refusedEverywhere("key length", "2000000000", MadeFiles.pbkdf2(1000, 2_000_000_000));
  }

  @Test
  @DisplayName("scrypt with N = 2^28, with large blocks, with many of them")
  void scrypt() throws IOException {
    refusedEverywhere(
        "scrypt memory", Long.toString(128L * 8 << 28), MadeFiles.scrypt(1 << 28, 8, 1));
    refusedEverywhere(
        "scrypt memory", Long.toString(128L << 40), MadeFiles.scrypt(1024, 1 << 30, 1));
    refusedEverywhere(
        "scrypt blocks", Long.toString((1L << 30) * 8192), MadeFiles.scrypt(1024, 8, 1 << 30));
    Pkcs12.refused(
        ErrorCode.DAMAGED_PKCS12, MadeFiles.keys(MadeFiles.scrypt(1000, 8, 1), 1), "secret");
  }

  @Test
  @DisplayName("many keys, each within bounds")
  void together() throws IOException {
    refused(
        "iterations", "more than 20000000", MadeFiles.keys(MadeFiles.pbkdf2(1_000_000, 32), 21));
    refused(
        "iterations", "more than 20000000", MadeFiles.keys(MadeFiles.scrypt(1 << 16, 8, 1), 40));
  }

  @Test
  @DisplayName("a PBMAC1 key that is short")
  void shortKey() throws IOException {
    Pkcs12.refused(
        ErrorCode.DAMAGED_PKCS12, MadeFiles.pbmac1(MadeFiles.pbkdf2(1000, 19)), "secret");
  }
}
