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
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.bc.key.MlDsaKeys;
import dev.signet.engine.bc.key.MlKemKeys;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.testing.Keys;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.function.BiPredicate;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.edec.EdECObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@link dev.signet.conformance.wycheproof} cannot ask: which way the engine goes where
 * Wycheproof allows either, and answers that need a host whose randomness is known.
 */
@DisplayName("Of Wycheproof's cases,")
class WycheproofDetailsTest {
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(new HeapHost());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2048_sha224",
        "2048_sha256",
        "2048_sha384",
        "2048_sha512",
        "2048_sha512_224",
        "2048_sha512_256",
        "3072_sha256",
        "3072_sha384",
        "3072_sha512",
        "3072_sha512_256",
        "4096_sha256",
        "4096_sha384",
        "4096_sha512",
        "4096_sha512_256",
        "8192_sha256",
        "8192_sha384",
        "8192_sha512"
      })
  @DisplayName("an RSA signature over a DigestInfo without its NULL does not verify")
  void rsaWithoutNull(String file) {
    each(
        "rsa_signature_" + file + "_test",
        (group, test) -> {
          if (!acceptable(test)) {
            return false;
          }
          Ask.Verify ask =
              new Ask.Verify(
                  bytes(group, "publicKeyDer"),
                  new SignatureScheme(Algorithm.RSA_PKCS1, digest(group.get("sha"))),
                  bytes(test, "msg"),
                  bytes(test, "sig"));
          assertFalse(answers.answer(ask));
          return true;
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2048_sha1_mgf1_20",
        "2048_sha256_mgf1_0",
        "2048_sha256_mgf1_32",
        "2048_sha512_mgf1sha256_32",
        "3072_sha256_mgf1_32",
        "4096_sha512_mgf1_32",
        "4096_sha512_mgf1_64",
        "misc"
      })
  @DisplayName("a key that is restricted to one form of RSA-PSS says which")
  void pssRestriction(String file) {
    each(
        "rsa_pss_" + file + "_params_test",
        (group, test) -> {
          AlgorithmIdentifier named =
              SubjectPublicKeyInfo.getInstance(bytes(group, "publicKeyDer")).getAlgorithm();
          if (!KeyUse.pssOnly(named)) {
            return false;
          }
          SignatureScheme scheme =
              new SignatureScheme(
                  Algorithm.RSA_PSS,
                  digest(group.get("sha")),
                  digest(group.get("mgfSha")),
                  group.get("sLen").asInt());
          assertEquals(scheme, KeyUse.restriction(named));
          return true;
        });
  }

  @Test
  @DisplayName("a wrapped key of 64 bits is refused")
  void shortWrappedKey() {
    each(
        "aes_wrap_test",
        (group, test) -> {
          if (!acceptable(test)) {
            return false;
          }
          KeyWrap wrap = KeyWrap.valueOf("AES_" + group.get("keySize").asInt());
          Ask.UnwrapWithKey ask =
              new Ask.UnwrapWithKey(wrap, bytes(test, "key"), bytes(test, "ct"));
          SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
          assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
          return true;
        });
  }

  @Test
  @DisplayName("agreement by X25519 on zero is refused")
  void zeroSecret() {
    AlgorithmIdentifier x25519 = new AlgorithmIdentifier(EdECObjectIdentifiers.id_X25519);
    each(
        "x25519_test",
        (group, test) -> {
          byte[] zero = new byte[32];
          if (!Arrays.equals(zero, bytes(test, "shared"))) {
            return false;
          }
          PrivateKey key = Keys.read(info(x25519, bytes(test, "private")));
          byte[] publicKey = encoded(new SubjectPublicKeyInfo(x25519, bytes(test, "public")));
          SmimeException error =
              assertThrows(
                  SmimeException.class, () -> answers.answer(new Ask.Agree(key, publicKey)));
          assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
          return true;
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"44", "65", "87"})
  @DisplayName("an ML-DSA signature comes out as another one, because it is hedged")
  void hedged(String size) {
    Algorithm algorithm = Algorithm.valueOf("ML_DSA_" + size);
    SignatureScheme scheme = new SignatureScheme(algorithm, DigestAlgorithm.SHA512);
    AlgorithmIdentifier kind = new AlgorithmIdentifier(MlDsaKeys.of(algorithm).oid());
    each(
        "mldsa_" + size + "_sign_seed_test",
        (group, test) -> {
          if (!test.get("result").asText().equals("valid") || test.has("ctx") || !test.has("msg")) {
            return false;
          }
          PrivateKey key = Keys.read(seed(kind, bytes(group, "privateSeed")));
          byte[] message = bytes(test, "msg");
          byte[] signature = answers.answer(new Ask.Sign(key, scheme, message));
          assertFalse(Arrays.equals(bytes(test, "sig"), signature));
          byte[] publicKey = encoded(new SubjectPublicKeyInfo(kind, bytes(group, "publicKey")));
          assertTrue(answers.answer(new Ask.Verify(publicKey, scheme, message, signature)));
          return true;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("ML-KEM keys grow out of their seeds octet by octet")
  void growsKeys(int size) {
    each(
        "mlkem_" + size + "_keygen_seed_test",
        (group, test) -> {
          PrivateKey key = Keys.read(seed(mlKem(size), bytes(test, "seed")));
          MLKEMPrivateKeyParameters parameters = MlKemKeys.of(key);
          assertArrayEquals(bytes(test, "dk"), parameters.getEncoded());
          assertTrue(key.belongsTo(new SubjectPublicKeyInfo(mlKem(size), bytes(test, "ek"))));
          return true;
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {512, 768, 1024})
  @DisplayName("ML-KEM encapsulates as published where its randomness is the published one")
  void encapsulates(int size) {
    each(
        "mlkem_" + size + "_encaps_test",
        (group, test) -> {
          if (!test.get("result").asText().equals("valid")) {
            return false;
          }
          byte[] publicKey = encoded(new SubjectPublicKeyInfo(mlKem(size), bytes(test, "ek")));
          Ask.Encapsulation made =
              new BouncyCastleAnswers(drawing(bytes(test, "m")))
                  .answer(new Ask.Encapsulate(publicKey, KemAlgorithm.valueOf("ML_KEM_" + size)));
          assertArrayEquals(bytes(test, "c"), made.ciphertext());
          assertArrayEquals(bytes(test, "K"), made.secret());
          return true;
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

  private static AlgorithmIdentifier mlKem(int size) {
    return new AlgorithmIdentifier(
        new ASN1ObjectIdentifier(KemAlgorithm.valueOf("ML_KEM_" + size).oid()));
  }

  private static PrivateKeyInfo seed(AlgorithmIdentifier algorithm, byte[] seed) {
    try {
      return new PrivateKeyInfo(algorithm, new DERTaggedObject(false, 0, new DEROctetString(seed)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrivateKeyInfo info(AlgorithmIdentifier algorithm, byte[] key) {
    try {
      return new PrivateKeyInfo(algorithm, new DEROctetString(key));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] encoded(SubjectPublicKeyInfo key) {
    try {
      return key.getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param check whether the case is of the kind that is looked at; there has to be one
   */
  private static void each(String file, BiPredicate<JsonNode, JsonNode> check) {
    int run = 0;
    for (JsonNode group : Vectors.wycheproof(file).get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        try {
          run += check.test(group, test) ? 1 : 0;
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(
              file + " " + test.get("tcId") + " " + test.get("comment") + ": " + e, e);
        }
      }
    }
    assertTrue(run > 0, "no such case in " + file);
  }

  private static boolean acceptable(JsonNode test) {
    return test.get("result").asText().equals("acceptable");
  }

  private static byte[] bytes(JsonNode node, String name) {
    return Hex.decode(node.get(name).asText());
  }

  private static DigestAlgorithm digest(JsonNode sha) {
    return DigestAlgorithm.valueOf(sha.asText().replace("-", "").replace("/", "_"));
  }
}
