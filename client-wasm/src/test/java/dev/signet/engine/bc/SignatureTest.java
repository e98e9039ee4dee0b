package dev.signet.engine.bc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.testing.Keys;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signatures that OpenSSL checks and makes. */
class SignatureTest {
  private static final byte[] MESSAGE = "what is signed".getBytes(UTF_8);

  @TempDir Path folder;
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(new HeapHost());

  private PrivateKey key(String algorithm) {
    String[] options =
        algorithm.startsWith("RSA")
            ? new String[] {"RSA", "rsa_keygen_bits:" + algorithm.substring(3)}
            : new String[] {"EC", "ec_paramgen_curve:" + algorithm};
    OpenSsl.run(
        folder, "genpkey", "-algorithm", options[0], "-pkeyopt", options[1], "-out", "key.pem");
    return Keys.read(
        PrivateKeyInfo.getInstance(
            OpenSsl.run(
                folder, "pkcs8", "-topk8", "-nocrypt", "-in", "key.pem", "-outform", "DER")));
  }

  private byte[] publicKey() {
    return OpenSsl.run(folder, "pkey", "-in", "key.pem", "-pubout", "-outform", "DER");
  }

  @ParameterizedTest
  @CsvSource({
    "RSA2048, SHA256",
    "RSA2048, SHA512",
    "RSA1024, SHA1",
    "P-256, SHA256",
    "P-256, SHA512",
    "P-384, SHA384",
    "P-521, SHA512",
    "brainpoolP256r1, SHA256",
    "brainpoolP384r1, SHA384",
    "brainpoolP512r1, SHA512"
  })
  void bothWays(String algorithm, DigestAlgorithm digest) throws IOException {
    PrivateKey key = key(algorithm);
    SignatureScheme scheme =
        new SignatureScheme(
            key.kind() == PrivateKey.Kind.RSA ? Algorithm.RSA_PKCS1 : Algorithm.ECDSA, digest);
    byte[] ours = answers.answer(new Ask.Sign(key, scheme, MESSAGE));
    Files.write(folder.resolve("message"), MESSAGE);
    Files.write(folder.resolve("signature"), ours);
    String hash = "-" + digest.name().toLowerCase(Locale.ROOT);
    OpenSsl.run(folder, "dgst", hash, "-prverify", "key.pem", "-signature", "signature", "message");
    byte[] theirs = OpenSsl.run(folder, "dgst", hash, "-sign", "key.pem", "message");
    byte[] publicKey = publicKey();
    for (byte[] signature : new byte[][] {ours, theirs}) {
      assertTrue(answers.answer(new Ask.Verify(publicKey, scheme, MESSAGE, signature)));
      assertFalse(answers.answer(new Ask.Verify(publicKey, scheme, new byte[0], signature)));
    }
  }

  @Test
  @DisplayName("a key of another kind, or none at all, makes no signature right")
  void otherKeys() {
    SignatureScheme rsa = new SignatureScheme(Algorithm.RSA_PKCS1, DigestAlgorithm.SHA256);
    SignatureScheme ecdsa = new SignatureScheme(Algorithm.ECDSA, DigestAlgorithm.SHA256);
    PrivateKey ec = key("P-256");
    byte[] point = publicKey();
    assertEquals(
        ErrorCode.KEY_UNUSABLE,
        assertThrows(SmimeException.class, () -> answers.answer(new Ask.Sign(ec, rsa, MESSAGE)))
            .code());
    assertFalse(answers.answer(new Ask.Verify(point, rsa, MESSAGE, new byte[256])));
    assertFalse(answers.answer(new Ask.Verify(new byte[0], rsa, MESSAGE, new byte[256])));
    assertFalse(answers.answer(new Ask.Verify(new byte[] {0x30, 0}, ecdsa, MESSAGE, MESSAGE)));
    point[point.length - 1] ^= 1;
    byte[] signature = answers.answer(new Ask.Sign(ec, ecdsa, MESSAGE));
    assertFalse(answers.answer(new Ask.Verify(point, ecdsa, MESSAGE, signature)));
  }

  @Test
  @DisplayName("an algorithm that is not there is named")
  void unsupported() {
    SignatureScheme ecdsa = new SignatureScheme(Algorithm.ECDSA, DigestAlgorithm.SHA256);
    OpenSsl.run(folder, "genpkey", "-algorithm", "ED25519", "-out", "key.pem");
    byte[] edwards = publicKey();
    OpenSsl.run(
        folder,
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "ec_paramgen_curve:secp256k1",
        "-out",
        "key.pem");
    byte[] koblitz = publicKey();
    for (String[] each : new String[][] {{"1.3.101.112"}, {"1.3.132.0.10"}}) {
      byte[] publicKey = each[0].equals("1.3.101.112") ? edwards : koblitz;
      SmimeException error =
          assertThrows(
              SmimeException.class,
              () -> answers.answer(new Ask.Verify(publicKey, ecdsa, MESSAGE, MESSAGE)));
      assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, error.code());
      assertEquals(each[0], error.details().get("oid"));
    }
  }
}
