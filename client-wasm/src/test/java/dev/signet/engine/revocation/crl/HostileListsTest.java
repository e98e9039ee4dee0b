package dev.signet.engine.revocation.crl;

import static dev.signet.engine.revocation.crl.Lists.NOW;
import static dev.signet.engine.revocation.crl.Lists.list;
import static dev.signet.engine.revocation.crl.Lists.revoking;
import static dev.signet.engine.revocation.crl.Lists.signed;
import static dev.signet.engine.revocation.crl.Lists.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.revocation.RevocationStatus;
import dev.signet.engine.revocation.RevocationStatus.Kind;
import dev.signet.testing.BcPerson;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hostile revocation lists")
class HostileListsTest {
  private static final int MANY = 200_000;

  @Test
  @DisplayName("with any bit flipped tell nothing")
  void flipped() {
    for (byte[] whole : List.of(signed(list()), signed(revoking()))) {
      for (int at = 0; at < whole.length; at++) {
        for (int bit = 0; bit < 8; bit++) {
          byte[] flipped = whole.clone();
          flipped[at] ^= (byte) (1 << bit);
          assertEquals(RevocationStatus.UNKNOWN, status(flipped), at + "." + bit);
        }
      }
    }
  }

  @Test
  @DisplayName("cut off anywhere, or with something after them, tell nothing")
  void cut() {
    byte[] whole = signed(list());
    for (int length = 0; length < whole.length; length++) {
      assertEquals(RevocationStatus.UNKNOWN, status(Arrays.copyOf(whole, length)));
    }
    assertEquals(RevocationStatus.UNKNOWN, status(Arrays.copyOf(whole, whole.length + 1)));
  }

  @Test
  @DisplayName("of nothing but noise tell nothing")
  void noise() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      if (noise.length > 0) {
        noise[0] = 0x30;
      }
      assertEquals(RevocationStatus.UNKNOWN, status(noise));
      CrlReader.read(List.of(new HeapBulk(noise)));
    }
  }

  @Test
  @DisplayName("of 200,000 entries are looked through within two seconds")
  void large() {
    X509v2CRLBuilder builder = list();
    for (int i = 0; i < MANY; i++) {
      builder.addCRLEntry(BigInteger.valueOf(1_000_000L + i), new Date(NOW), 1);
    }
    byte[] without = signed(builder);
    byte[] with = signed(builder.addCRLEntry(BigInteger.valueOf(77), new Date(NOW), 1));
    assertTrue(without.length > 6_000_000, "octets: " + without.length);
    assertTimeout(
        Duration.ofSeconds(20), () -> assertEquals(RevocationStatus.GOOD, status(without)));
    assertTimeout(Duration.ofSeconds(20), () -> assertEquals(Kind.REVOKED, status(with).kind()));
  }

  @Test
  @DisplayName("brought after the caller's cannot keep the caller's from being looked at")
  void starving() {
    byte[][] lists = new byte[CrlSource.MOST_LISTS][];
    X509v2CRLBuilder newer = new X509v2CRLBuilder(Lists.ANCHOR.subject(), new Date(NOW));
    newer.setNextUpdate(new Date(NOW + Lists.HOUR));
    byte[] forged = signed(newer, BcPerson.root("Ed25519", null, "Ed25519"));
    Arrays.fill(lists, forged);
    lists[0] = signed(revoking());
    assertEquals(Kind.REVOKED, status(lists).kind());
  }

  @Test
  @DisplayName("beyond the bounds are left out")
  void bounds() {
    byte[] good = signed(list());
    byte[][] many = new byte[CrlSource.MOST_LISTS + 1][];
    Arrays.fill(many, new byte[] {0x30, 0x00});
    many[CrlSource.MOST_LISTS] = good;
    assertTimeout(Duration.ofSeconds(20), () -> status(many));
    byte[] oversized = Arrays.copyOf(good, CrlSource.MAX_OCTETS + 1);
    assertEquals(RevocationStatus.GOOD, status(oversized, good));
    assertEquals(
        CrlSource.MOST_LISTS, CrlReader.read(Collections.nCopies(500, new HeapBulk(good))).size());
  }
}
