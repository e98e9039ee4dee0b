package dev.signet.engine.pkcs12;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.testing.Leaf;
import dev.signet.testing.TestCa;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every bad file ends in an error of the closed set, soon, and the next file opens. */
class HostileFilesTest {
  private static final Set<ErrorCode> ENDS =
      EnumSet.of(
          ErrorCode.NOT_PKCS12,
          ErrorCode.DAMAGED_PKCS12,
          ErrorCode.WRONG_PASSPHRASE,
          ErrorCode.UNAUTHENTICATED_PKCS12,
          ErrorCode.UNPROTECTED_KEY,
          ErrorCode.NO_PRIVATE_KEY,
          ErrorCode.NO_CERTIFICATE,
          ErrorCode.REFUSED_PARAMETERS,
          ErrorCode.UNSUPPORTED_ALGORITHM,
          ErrorCode.TOO_LARGE);

  @TempDir static Path folder;
  private static final List<byte[]> FILES = new ArrayList<>();

  @BeforeAll
  static void makeFiles() {
    TestCa ca = TestCa.root(folder, "Root");
    FILES.add(
        ca.issue("modern", Leaf.ec("a@example.org"))
            .p12("secret", "-iter", "3", "-macalg", "sha256"));
    FILES.add(ca.issue("old", Leaf.ec("b@example.org")).p12("secret", "-iter", "3", "-legacy"));
  }

  private static void ends(byte[] p12, String what) {
    try {
      assertEquals(1, Pkcs12.open(p12, "secret").size(), what);
    } catch (SmimeException e) {
      assertTrue(ENDS.contains(e.code()), () -> what + " ends in " + e.code());
    }
    try {
      Pkcs12.open(p12, "secret", Pkcs12.INSECURE);
      Pkcs12.inspect(p12);
    } catch (SmimeException e) {
      assertTrue(ENDS.contains(e.code()), () -> what + " ends in " + e.code());
    }
  }

  @Test
  @DisplayName("cut off anywhere")
  void truncated() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          for (byte[] p12 : FILES) {
            for (int length = 0; length < p12.length; length++) {
              byte[] cut = Arrays.copyOf(p12, length);
              ErrorCode expected =
                  length < 30 && Pkcs12.inspectCode(cut) == ErrorCode.NOT_PKCS12
                      ? ErrorCode.NOT_PKCS12
                      : ErrorCode.DAMAGED_PKCS12;
              Pkcs12.refused(expected, cut, "secret");
            }
            assertEquals(1, Pkcs12.open(p12, "secret").size());
          }
        });
  }

  @Test
  @DisplayName("one bit changed anywhere")
  void flipped() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(120),
        () -> {
          for (byte[] p12 : FILES) {
            for (int bit = 0; bit < 8 * p12.length; bit += bit < 1600 ? 1 : 9) {
              byte[] changed = p12.clone();
              changed[bit / 8] ^= (byte) (1 << bit % 8);
              ends(changed, "bit " + bit);
            }
            assertEquals(1, Pkcs12.open(p12, "secret").size());
          }
        });
  }

  @Test
  @DisplayName("one bit changed in what the MAC covers, although the passphrase is right")
  void authenticated() {
    byte[] p12 = FILES.get(0).clone();
    p12[p12.length / 2] ^= 1;
    Pkcs12.refused(ErrorCode.WRONG_PASSPHRASE, p12, "secret");
  }

  @Test
  @DisplayName("something else altogether")
  void otherThings() {
    for (byte[] input :
        List.of(
            new byte[0],
            new byte[] {0x30},
            new byte[] {0x30, (byte) 0x84, 0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff},
            new byte[100_000],
            "-----BEGIN CERTIFICATE-----".getBytes(UTF_8))) {
      Pkcs12.refused(ErrorCode.NOT_PKCS12, input, "secret");
      assertThrows(SmimeException.class, () -> Pkcs12.inspect(input));
    }
    Pkcs12.refused(ErrorCode.TOO_LARGE, new byte[9 << 20], "secret");
  }

  @Test
  @DisplayName("nested deeper than a parser's stack")
  void nested() throws IOException {
    ByteArrayOutputStream deep = new ByteArrayOutputStream();
    for (int i = 0; i < 100_000; i++) {
      deep.write(new byte[] {0x30, (byte) 0x80});
    }
    byte[] p12 = pfx(deep.toByteArray(), null);
    Pkcs12.refused(ErrorCode.TOO_LARGE, p12, "secret");
    assertThrows(SmimeException.class, () -> Pkcs12.inspect(p12));
  }

  @Test
  @DisplayName("more bags than anybody has")
  void manyBags() throws IOException {
    ASN1Encodable bag =
        new DERSequence(PKCSObjectIdentifiers.secretBag, new DERTaggedObject(0, DERNull.INSTANCE));
    ASN1Encodable[] bags = new ASN1Encodable[5000];
    Arrays.fill(bags, bag);
    byte[] contents = new DERSequence(bags).getEncoded();
    byte[] safe =
        new DERSequence(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(contents)))
            .getEncoded("DER");
    Pkcs12.refused(ErrorCode.TOO_LARGE, pfx(safe, null), "secret");
  }

  @Test
  @DisplayName("rounds and salt beyond measure, before any work")
  void refusedParameters() throws IOException {
    Pfx pfx = Pfx.getInstance(FILES.get(0));
    MacData mac = pfx.getMacData();
    byte[] safe = ASN1OctetString.getInstance(pfx.getAuthSafe().getContent()).getOctets();
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          SmimeException rounds =
              Pkcs12.refused(
                  ErrorCode.REFUSED_PARAMETERS,
                  pfx(safe, new MacData(mac.getMac(), mac.getSalt(), 10_000_001)),
                  "secret");
          assertEquals("10000001", rounds.details().get("figure"));
          assertEquals("10000000", rounds.details().get("limit"));
          SmimeException salt =
              Pkcs12.refused(
                  ErrorCode.REFUSED_PARAMETERS,
                  pfx(safe, new MacData(mac.getMac(), new byte[100_000], 1)),
                  "secret");
          assertEquals("salt", salt.details().get("what"));
          Pkcs12.refused(
              ErrorCode.DAMAGED_PKCS12,
              pfx(safe, new MacData(mac.getMac(), mac.getSalt(), 0)),
              "secret");
          Pkcs12.refused(
              ErrorCode.DAMAGED_PKCS12,
              pfx(safe, new MacData(mac.getMac(), mac.getSalt(), -1)),
              "secret");
        });
    byte[] huge = pfx(safe, new MacData(mac.getMac(), mac.getSalt(), Integer.MAX_VALUE));
    assertEquals(Integer.MAX_VALUE, Pkcs12.inspect(huge).mac().iterations());
  }

  @Test
  @DisplayName("signed with a public key in place of a MAC")
  void publicKeyIntegrity() throws IOException {
    byte[] signed =
        new DERSequence(
                new ASN1Encodable[] {
                  new ASN1Integer(3),
                  new ContentInfo(PKCSObjectIdentifiers.signedData, new DERSequence())
                })
            .getEncoded("DER");
    SmimeException error = Pkcs12.refused(ErrorCode.UNSUPPORTED_ALGORITHM, signed, "secret");
    assertEquals("1.2.840.113549.1.7.2", error.details().get("oid"));
  }

  private static byte[] pfx(byte[] safe, MacData mac) throws IOException {
    return new Pfx(new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safe)), mac)
        .getEncoded("DER");
  }
}
