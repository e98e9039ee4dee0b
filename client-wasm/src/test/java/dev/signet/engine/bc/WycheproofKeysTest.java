package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.BiConsumer;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.teletrust.TeleTrusTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gives a content key, against vectors that others made, right and wrong ones. */
@DisplayName("Against Wycheproof,")
class WycheproofKeysTest {
  private final HeapHost host = new HeapHost();
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(host);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecdh_secp256r1_test",
        "ecdh_secp384r1_test",
        "ecdh_secp521r1_test",
        "ecdh_secp256r1_ecpoint_test",
        "ecdh_secp384r1_ecpoint_test",
        "ecdh_secp521r1_ecpoint_test",
        "ecdh_secp256r1_pem_test",
        "ecdh_secp384r1_pem_test",
        "ecdh_secp521r1_pem_test",
        "ecdh_brainpoolP256r1_test",
        "ecdh_brainpoolP384r1_test",
        "ecdh_brainpoolP512r1_test"
      })
  @DisplayName("ECDH agrees with keys on the curve and refuses others")
  void ecdh(String file) {
    each(file, (group, test) -> agrees(test, ecKey(group, test), ecPublic(group, test)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x25519_test", "x25519_asn_test", "x25519_pem_test"})
  @DisplayName("X25519 agrees and refuses what gives zero")
  void x25519(String file) {
    each(
        file,
        (group, test) -> {
          boolean raw = file.equals("x25519_test");
          AlgorithmIdentifier x25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_X25519);
          byte[] publicKey =
              raw
                  ? encoded(new SubjectPublicKeyInfo(x25519, bytes(test, "public")))
                  : octets(test, "public");
          PrivateKey key;
          try {
            key =
                raw
                    ? PrivateKey.of(info(x25519, new DEROctetString(bytes(test, "private"))))
                    : PrivateKey.of(octets(test, "private"));
          } catch (SmimeException e) {
            assertFalse(valid(test));
            return;
          }
          agrees(test, key, publicKey);
        });
  }

  private void agrees(JsonNode test, PrivateKey key, byte[] publicKey) {
    Ask.Agree ask = new Ask.Agree(key, publicKey);
    byte[] shared = bytes(test, "shared");
    if (valid(test)) {
      assertArrayEquals(shared, answers.answer(ask));
      return;
    }
    byte[] result = null;
    try {
      result = answers.answer(ask);
    } catch (SmimeException e) {
      assertEquals(ErrorCode.MALFORMED_MESSAGE, e.code());
    }
    if (result != null) {
      assertEquals("acceptable", test.get("result").asText());
      assertArrayEquals(shared, result);
      assertFalse(Arrays.equals(new byte[shared.length], result), "low order");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "256", "384", "512"})
  @DisplayName("HKDF derives")
  void hkdf(String hash) {
    each(
        "hkdf_sha" + hash + "_test",
        (group, test) -> {
          Ask.DeriveKey ask =
              new Ask.DeriveKey(
                  new KeyDerivationFunction(
                      KeyDerivationFunction.Kind.HKDF, DigestAlgorithm.valueOf("SHA" + hash)),
                  bytes(test, "ikm"),
                  bytes(test, "salt"),
                  bytes(test, "info"),
                  test.get("size").asInt());
          if (valid(test)) {
            assertArrayEquals(bytes(test, "okm"), answers.answer(ask));
          } else {
            assertThrows(SmimeException.class, () -> answers.answer(ask));
          }
        });
  }

  @Test
  @DisplayName("AES key wrap goes both ways, and refuses what was changed")
  void aesWrap() {
    each(
        "aes_wrap_test",
        (group, test) -> {
          KeyWrap wrap = KeyWrap.valueOf("AES_" + group.get("keySize").asInt());
          byte[] key = bytes(test, "key");
          Ask.UnwrapWithKey ask = new Ask.UnwrapWithKey(wrap, key, bytes(test, "ct"));
          if (valid(test)) {
            assertArrayEquals(bytes(test, "msg"), answers.answer(ask));
            assertArrayEquals(
                bytes(test, "ct"),
                answers.answer(new Ask.WrapWithKey(wrap, key, bytes(test, "msg"))));
          } else {
            // What may go either way (a key of 64 bits) is refused here.
            SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
            assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("ML-KEM decapsulates, rejecting implicitly")
  void decapsulates(int size) {
    each(
        "mlkem_" + size + "_test",
        (group, test) -> {
          KemAlgorithm kem = kem(size);
          byte[] seed = bytes(test, "seed");
          if (seed.length != 64) {
            assertThrows(SmimeException.class, () -> seedKey(kem, seed));
            return;
          }
          Ask.Decapsulate ask = new Ask.Decapsulate(seedKey(kem, seed), kem, bytes(test, "c"));
          if (valid(test)) {
            assertArrayEquals(bytes(test, "K"), answers.answer(ask));
          } else {
            assertThrows(SmimeException.class, () -> answers.answer(ask));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("ML-KEM keys grow out of seeds")
  void growsKeys(int size) {
    each(
        "mlkem_" + size + "_keygen_seed_test",
        (group, test) -> {
          PrivateKey key = seedKey(kem(size), bytes(test, "seed"));
          MLKEMPrivateKeyParameters parameters = (MLKEMPrivateKeyParameters) key.parameters();
          assertArrayEquals(bytes(test, "dk"), parameters.getEncoded());
          assertTrue(key.belongsTo(publicKey(kem(size), bytes(test, "ek"))));
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("ML-KEM encapsulates to sound keys, and refuses others")
  void encapsulates(int size) {
    each(
        "mlkem_" + size + "_encaps_test",
        (group, test) -> {
          Host fixed = drawing(bytes(test, "m"));
          Ask.Encapsulate ask =
              new Ask.Encapsulate(encoded(publicKey(kem(size), bytes(test, "ek"))), kem(size));
          if (valid(test)) {
            Ask.Encapsulation made = new BouncyCastleAnswers(fixed).answer(ask);
            assertArrayEquals(bytes(test, "c"), made.ciphertext());
            assertArrayEquals(bytes(test, "K"), made.secret());
          } else {
            SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
            assertEquals(ErrorCode.RECIPIENT_UNUSABLE, error.code());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("expanded ML-KEM keys are checked before they decapsulate")
  void expandedKeys(int size) {
    each(
        "mlkem_" + size + "_semi_expanded_decaps_test",
        (group, test) -> {
          KemAlgorithm kem = kem(size);
          byte[] secret = null;
          try {
            PrivateKey key =
                PrivateKey.of(info(algorithm(kem), new DEROctetString(bytes(test, "dk"))));
            secret = answers.answer(new Ask.Decapsulate(key, kem, bytes(test, "c")));
          } catch (SmimeException e) {
            assertFalse(valid(test));
          }
          if (secret != null) {
            assertTrue(valid(test));
            assertArrayEquals(bytes(test, "K"), secret);
          }
        });
  }

  /** A host that only gives randomness, and always the same. */
  private static Host drawing(byte[] octets) {
    return (Host)
        Proxy.newProxyInstance(
            Host.class.getClassLoader(),
            new Class<?>[] {Host.class},
            (proxy, method, arguments) -> {
              assertEquals("random", method.getName());
              System.arraycopy(octets, 0, arguments[0], 0, octets.length);
              return null;
            });
  }

  private static PrivateKey seedKey(KemAlgorithm kem, byte[] seed) {
    return PrivateKey.of(
        info(algorithm(kem), new DERTaggedObject(false, 0, new DEROctetString(seed))));
  }

  private static KemAlgorithm kem(int size) {
    return KemAlgorithm.valueOf("ML_KEM_" + size);
  }

  private static AlgorithmIdentifier algorithm(KemAlgorithm kem) {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(kem.oid()));
  }

  private static SubjectPublicKeyInfo publicKey(KemAlgorithm kem, byte[] octets) {
    return new SubjectPublicKeyInfo(algorithm(kem), octets);
  }

  private static byte[] ecPublic(JsonNode group, JsonNode test) {
    return group.get("encoding").asText().equals("ecpoint")
        ? encoded(
            new SubjectPublicKeyInfo(
                new AlgorithmIdentifier(
                    X9ObjectIdentifiers.id_ecPublicKey, curve(group.get("curve").asText())),
                bytes(test, "public")))
        : octets(test, "public");
  }

  private static PrivateKey ecKey(JsonNode group, JsonNode test) {
    if (group.get("encoding").asText().equals("pem")) {
      return PrivateKey.of(octets(test, "private"));
    }
    // In some vectors the private key is on another curve than the group's public keys.
    String curve = group.get("curve").asText();
    BigInteger number = new BigInteger(1, bytes(test, "private"));
    int bits = Integer.parseInt(curve.replaceAll("[a-zA-Z]+(\\d+)r1", "$1"));
    return PrivateKey.of(
        info(
            new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, curve(curve)),
            new ECPrivateKey(bits, number)));
  }

  private static ASN1ObjectIdentifier curve(String name) {
    return switch (name) {
      case "secp256r1" -> SECObjectIdentifiers.secp256r1;
      case "secp384r1" -> SECObjectIdentifiers.secp384r1;
      case "secp521r1" -> SECObjectIdentifiers.secp521r1;
      case "brainpoolP256r1" -> TeleTrusTObjectIdentifiers.brainpoolP256r1;
      case "brainpoolP384r1" -> TeleTrusTObjectIdentifiers.brainpoolP384r1;
      default -> TeleTrusTObjectIdentifiers.brainpoolP512r1;
    };
  }

  private static PrivateKeyInfo info(AlgorithmIdentifier algorithm, ASN1Encodable key) {
    try {
      return new PrivateKeyInfo(algorithm, key);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] encoded(SubjectPublicKeyInfo info) {
    try {
      return info.getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void each(String file, BiConsumer<JsonNode, JsonNode> check) {
    int run = 0;
    for (JsonNode group : Vectors.wycheproof(file).get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        try {
          check.accept(group, test);
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              file + " " + test.get("tcId") + " " + test.get("comment") + ": " + e, e);
        }
        run++;
      }
    }
    assertTrue(run > 0, "no cases in " + file);
  }

  private static boolean valid(JsonNode test) {
    return test.get("result").asText().equals("valid");
  }

  private static byte[] bytes(JsonNode test, String name) {
    return Hex.decode(test.get(name).asText());
  }

  /** Hexadecimal or PEM. */
  private static byte[] octets(JsonNode test, String name) {
    String text = test.get(name).asText();
    return text.startsWith("-----")
        ? Base64.getMimeDecoder().decode(text.replaceAll("-----[^-]*-----", ""))
        : Hex.decode(text);
  }
}
