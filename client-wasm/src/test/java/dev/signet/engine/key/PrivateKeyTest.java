package dev.signet.engine.key;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.heap.HeapHost;
import dev.signet.testing.Identity;
import dev.signet.testing.Keys;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.cryptopro.CryptoProObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Private keys: which are taken, whose they are, and how long they are held. */
class PrivateKeyTest {
  @TempDir static Path folder;
  private static TestCa ca;
  private static Identity alice;
  private static Identity carol;

  @BeforeAll
  static void makeIdentities() {
    ca = TestCa.root(folder, "Root");
    alice = ca.issue("alice", Leaf.rsa("alice@example.org"));
    carol = ca.issue("carol", Leaf.ec("carol@example.org"));
  }

  private static PrivateKey key(Identity person) {
    return Keys.read(PrivateKeyInfo.getInstance(person.pkcs8()));
  }

  private static MailCertificate certificate(Identity person) {
    return MailCertificate.of(person.certificateDer());
  }

  @Test
  @DisplayName("a key belongs to its own certificate only")
  void belongs() {
    Identity other = ca.issue("other", Leaf.rsa("alice@example.org"));
    Identity otherCurve = ca.issue("curve", Leaf.ec("carol@example.org").withKey("P-384"));
    List<Identity> people = List.of(alice, carol, other, otherCurve);
    for (Identity one : people) {
      for (Identity two : people) {
        assertEquals(one == two, key(one).belongsTo(certificate(two).publicKey()));
      }
    }
  }

  @Test
  @DisplayName("an RSA key whose parts do not fit together is refused")
  void inconsistent() throws IOException {
    RSAPrivateKey good =
        RSAPrivateKey.getInstance(PrivateKeyInfo.getInstance(alice.pkcs8()).parsePrivateKey());
    BigInteger[] parts = {
      good.getModulus(), good.getPublicExponent(), good.getPrivateExponent(), good.getPrime1(),
      good.getPrime2(), good.getExponent1(), good.getExponent2(), good.getCoefficient()
    };
    assertSame(PrivateKey.Kind.RSA, Keys.read(info(parts)).kind());
    for (int i = 0; i < parts.length; i++) {
      if (i == 2) {
        continue; // Not used: the CRT parts are what computes.
      }
      for (BigInteger wrong :
          new BigInteger[] {
            BigInteger.ZERO, BigInteger.ONE, parts[i].negate(), parts[i].add(BigInteger.TWO)
          }) {
        BigInteger[] changed = parts.clone();
        changed[i] = wrong;
        SmimeException error = assertThrows(SmimeException.class, () -> Keys.read(info(changed)));
        assertEquals(ErrorCode.DAMAGED_PKCS12, error.code());
        assertFalse(error.getMessage().matches(".*[0-9]{3}.*"));
      }
    }
  }

  private static PrivateKeyInfo info(BigInteger[] parts) throws IOException {
    return new PrivateKeyInfo(
        new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
        new RSAPrivateKey(
            parts[0], parts[1], parts[2], parts[3], parts[4], parts[5], parts[6], parts[7]));
  }

  @Test
  @DisplayName("an RSA key beyond measure is refused with the figure")
  void tooLong() throws IOException {
    BigInteger[] parts = new BigInteger[8];
    Arrays.fill(parts, BigInteger.ONE.shiftLeft(20_000));
    SmimeException error = assertThrows(SmimeException.class, () -> Keys.read(info(parts)));
    assertEquals(ErrorCode.REFUSED_PARAMETERS, error.code());
    assertEquals("20001", error.details().get("bits"));
  }

  @Test
  @DisplayName("other kinds and curves are named by their OID")
  void unsupported() throws IOException {
    Identity koblitz = ca.issue("koblitz", Leaf.ec("k@example.org").withKey("secp256k1"));
    PrivateKeyInfo gost =
        new PrivateKeyInfo(
            new AlgorithmIdentifier(CryptoProObjectIdentifiers.gostR3410_2001), new ASN1Integer(1));
    assertEquals(
        "1.2.643.2.2.19",
        assertThrows(SmimeException.class, () -> Keys.read(gost)).details().get("oid"));
    assertEquals(
        "1.3.132.0.10",
        assertThrows(SmimeException.class, () -> key(koblitz)).details().get("oid"));
    PrivateKeyInfo info =
        new PrivateKeyInfo(
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption), new ASN1Integer(1));
    assertEquals(
        ErrorCode.DAMAGED_PKCS12, assertThrows(SmimeException.class, () -> Keys.read(info)).code());
  }

  @Test
  @DisplayName("the ring gives handles that say nothing, keeps them, and forgets for good")
  void ring() {
    KeyRing ring = new KeyRing(new HeapHost());
    UnlockedKey rsa = ring.add(key(alice), certificate(alice), List.of(certificate(alice)));
    UnlockedKey ec = ring.add(key(carol), certificate(carol), List.of(certificate(carol)));
    assertNotEquals(rsa.id(), ec.id());
    assertTrue(rsa.canSign() && rsa.canDecrypt());
    assertTrue(ec.canSign() && ec.canDecrypt());
    assertSame(rsa, ring.add(key(alice), certificate(alice), List.of(certificate(alice))));
    assertEquals(List.of(rsa, ec), ring.list());
    assertSame(ec, ring.find(ec.id()));
    ring.clear();
    assertEquals(List.of(), ring.list());
    assertEquals(
        ErrorCode.KEY_LOCKED, assertThrows(SmimeException.class, () -> ring.find(rsa.id())).code());
    assertArrayEquals(new byte[rsa.privateKey().pkcs8().length], rsa.privateKey().pkcs8());

    UnlockedKey again = ring.add(key(alice), certificate(alice), List.of(certificate(alice)));
    assertNotEquals(rsa.id(), again.id());
    KeyRing other = new KeyRing(new HeapHost());
    other.add(key(carol), certificate(carol), List.of(certificate(carol)));
    assertThrows(SmimeException.class, () -> other.find(rsa.id()));
  }

  @Test
  @DisplayName("what a key may do stands in its certificate")
  void usage() {
    KeyRing ring = new KeyRing(new HeapHost());
    for (String[] each :
        new String[][] {
          {"signs", "critical,digitalSignature", "true", "false"},
          {"commits", "critical,nonRepudiation", "true", "false"},
          {"decrypts", "critical,keyEncipherment", "false", "true"},
          {"agrees", "critical,keyAgreement", "false", "false"},
          {"anything", null, "true", "true"}
        }) {
      Identity person = ca.issue(each[0], Leaf.rsa("x@example.org").withKeyUsage(each[1]));
      UnlockedKey key = ring.add(key(person), certificate(person), List.of());
      assertEquals(Boolean.parseBoolean(each[2]), key.canSign(), each[0]);
      assertEquals(Boolean.parseBoolean(each[3]), key.canDecrypt(), each[0]);
    }
  }
}
