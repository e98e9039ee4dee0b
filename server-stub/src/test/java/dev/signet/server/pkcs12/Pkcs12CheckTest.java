package dev.signet.server.pkcs12;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pkcs12CheckTest {

  @Nested
  class Takes {
    @Test
    void whatOpensslMakes() {
      assertNull(verdict(Pkcs12Files.modern()));
    }

    @Test
    void whatOldOpensslMade() {
      assertNull(verdict(Pkcs12Files.openssl("-passout", "pass:old", "-legacy")));
    }

    @Test
    void whatNssMakes() {
      assertNull(verdict(Pkcs12Files.nss()));
    }

    @Test
    void readableCertificatesBesideAnEncryptedKey() {
      assertNull(verdict(Pkcs12Files.openssl("-passout", "pass:x", "-certpbe", "NONE")));
    }

    @Test
    void aMacOfAnotherDigest() {
      assertNull(verdict(Pkcs12Files.openssl("-passout", "pass:x", "-macalg", "sha512")));
    }

    @Test
    void theRoundsThatAreInUse() {
      byte[] file = Pkcs12Files.openssl("-passout", "pass:x", "-iter", "600000");
      assertTimeoutPreemptively(Duration.ofSeconds(30), () -> assertNull(verdict(file)));
    }

    @Test
    void encryptedCertificatesAlone_sinceTheSafeCouldHoldAKey() {
      assertNull(verdict(Pkcs12Files.openssl("-passout", "pass:x", "-nokeys")));
    }

    @Test
    void pbmac1() {
      assertNull(verdict(MadePkcs12.pbmac1("a passphrase", 10_000)));
    }
  }

  @Nested
  class Refuses {
    @Test
    void aKeyInClear() {
      byte[] file = Pkcs12Files.openssl("-passout", "pass:x", "-keypbe", "NONE");
      assertEquals(Reason.CLEAR_KEY, verdict(file));
    }

    @Test
    void aKeyInClearWithEverythingElse() {
      byte[] file =
          Pkcs12Files.openssl("-passout", "pass:x", "-keypbe", "NONE", "-certpbe", "NONE");
      assertEquals(Reason.CLEAR_KEY, verdict(file));
    }

    @Test
    void aKeyInClearInANestedSafe() {
      assertEquals(Reason.CLEAR_KEY, verdict(MadePkcs12.nestedClearKey()));
    }

    @Test
    void costlyOnesBeyondThoseThatMayWait_andNoOthers() {
      byte[] costly = MadePkcs12.macRounds(2_000_000);
      List<CompletableFuture<Reason>> verdicts =
          Stream.generate(
                  () ->
                      CompletableFuture.supplyAsync(
                          () -> verdict(costly), task -> new Thread(task).start()))
              .limit(30)
              .toList();
      assertNull(verdict(MadePkcs12.macRounds(2_048)));
      List<Reason> all = verdicts.stream().map(CompletableFuture::join).toList();
      assertTrue(all.contains(Reason.BUSY), all.toString());
      assertTrue(all.contains(null), all.toString());
      assertNull(verdict(costly), "afterwards");
    }

    @Test
    void aKeyInClearThatCallsItselfEncrypted() {
      assertEquals(Reason.CLEAR_KEY, verdict(MadePkcs12.clearKeyCalledEncrypted()));
    }

    @Test
    void aSafeInClearThatCallsItselfEncrypted() {
      assertEquals(Reason.CLEAR_KEY, verdict(MadePkcs12.clearSafeCalledEncrypted()));
    }

    @Test
    void anEncryptionThatIsNone() {
      assertEquals(Reason.UNSUPPORTED, verdict(MadePkcs12.unknownEncryption()));
    }

    @Test
    void aFileWithoutMac() {
      byte[] file = Pkcs12Files.openssl("-passout", "pass:x", "-nomac");
      assertEquals(Reason.NO_MAC, verdict(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-legacy", "-macalg sha384"})
    void theEmptyPassphrase(String how) {
      String arguments = ("-passout pass: " + how).strip();
      byte[] file = Pkcs12Files.openssl(arguments.split(" ", -1));
      assertEquals(Reason.EMPTY_PASSPHRASE, verdict(file));
    }

    @Test
    void theEmptyPassphraseWithoutItsTerminator() {
      assertEquals(Reason.EMPTY_PASSPHRASE, verdict(MadePkcs12.emptyPassphraseAsNoBytes()));
    }

    @Test
    void theEmptyPassphraseUnderPbmac1() {
      assertEquals(Reason.EMPTY_PASSPHRASE, verdict(MadePkcs12.pbmac1("", 10_000)));
    }

    @Test
    void certificatesAlone() {
      byte[] file = Pkcs12Files.openssl("-passout", "pass:x", "-nokeys", "-certpbe", "NONE");
      assertEquals(Reason.NO_KEY, verdict(file));
    }

    @Test
    void oneByteMore() {
      byte[] file = Pkcs12Files.modern();
      assertEquals(Reason.TRAILING_BYTES, verdict(Arrays.copyOf(file, file.length + 1)));
    }

    @Test
    void moreRoundsThanAreWorthIt_beforeAnyWork() {
      byte[] file = MadePkcs12.macRounds(Integer.MAX_VALUE);
      assertTimeoutPreemptively(
          Duration.ofSeconds(20), () -> assertEquals(Reason.TOO_COSTLY, verdict(file)));
    }

    @Test
    void somethingElse() {
      for (String text : new String[] {"", "0", "-----BEGIN CERTIFICATE-----", "hello, world"}) {
        assertEquals(Reason.NOT_PKCS12, verdict(text.getBytes(StandardCharsets.US_ASCII)), text);
      }
    }
  }

  @Nested
  class Survives {
    @Test
    void truncationAtEveryByte() {
      byte[] file = Pkcs12Files.modern();
      for (int length = 0; length < file.length; length++) {
        assertEquals(Reason.NOT_PKCS12, verdict(Arrays.copyOf(file, length)));
      }
    }

    @Test
    void everyFlippedBitOfItsStructure() {
      byte[] file = Pkcs12Files.openssl("-passout", "pass:x", "-iter", "1");
      for (int bit = 0; bit < file.length * 8; bit++) {
        // What lies between is ciphertext: flips there change nothing that can be seen from here.
        if (bit / 8 < 300 || bit / 8 > file.length - 200) {
          byte[] flipped = file.clone();
          flipped[bit / 8] ^= (byte) (1 << bit % 8);
          assertDoesNotThrow(() -> verdict(flipped));
        }
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {0x30, 0x24, 0xa0})
    void nestingWithoutEnd(int tag) {
      byte[] file = new byte[200_000];
      for (int i = 0; i < file.length; i += 2) {
        file[i] = (byte) tag;
        file[i + 1] = (byte) 0x80;
      }
      assertEquals(Reason.NOT_PKCS12, verdict(file));
    }

    @Test
    void elementsWithoutEnd() {
      byte[] file = new byte[200_000];
      file[0] = 0x30;
      file[1] = (byte) 0x80;
      for (int i = 2; i < file.length; i += 2) {
        file[i] = 0x05;
      }
      assertEquals(Reason.NOT_PKCS12, verdict(file));
    }
  }

  @Test
  void saysWhyInASentence() {
    Pkcs12Refusal refusal =
        assertThrows(
            Pkcs12Refusal.class,
            () -> Pkcs12Check.check(Pkcs12Files.openssl("-passout", "pass:x", "-nomac")));
    assertTrue(refusal.getMessage().contains("no MAC"), refusal.getMessage());
  }

  /** Null: taken. */
  static Reason verdict(byte[] file) {
    try {
      Pkcs12Check.check(file);
      return null;
    } catch (Pkcs12Refusal e) {
      return e.reason();
    }
  }
}
