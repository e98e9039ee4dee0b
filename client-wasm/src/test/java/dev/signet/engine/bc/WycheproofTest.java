package dev.signet.engine.bc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyTransport;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.algorithm.SignatureScheme.Algorithm;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.format.MlDsaKeys;
import dev.signet.engine.port.Ask;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The primitives against vectors that others made, right and wrong ones. */
class WycheproofTest {
  private static final int MOST_ROUNDS = 10_000_000;

  private final HeapHost host = new HeapHost();
  private final BouncyCastleAnswers answers = new BouncyCastleAnswers(host);

  @ParameterizedTest
  @ValueSource(strings = {"1", "224", "256", "384", "512"})
  void derivesByPbkdf2(String hash) {
    each(
        "pbkdf2_hmacsha" + hash + "_test",
        (group, test) -> {
          // The one case of RFC 6070 with 16,777,216 rounds is beyond what the engine ever asks
          // for.
          if (test.get("iterationCount").asInt() <= MOST_ROUNDS) {
            assertArrayEquals(
                bytes(test, "dk"),
                answers.answer(
                    new Ask.Pbkdf2(
                        DigestAlgorithm.valueOf("SHA" + hash),
                        bytes(test, "password"),
                        bytes(test, "salt"),
                        test.get("iterationCount").asInt(),
                        test.get("dkLen").asInt())));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "224", "256", "384", "512"})
  void authenticatesByHmac(String hash) {
    each(
        "hmac_sha" + hash + "_test",
        (group, test) -> {
          byte[] tag =
              answers.answer(
                  new Ask.Hmac(
                      DigestAlgorithm.valueOf("SHA" + hash),
                      bytes(test, "key"),
                      host.hold(bytes(test, "msg"))));
          byte[] shortened = Arrays.copyOf(tag, group.get("tagSize").asInt() / 8);
          assertEquals(valid(test), Arrays.equals(bytes(test, "tag"), shortened));
        });
  }

  @ParameterizedTest
  @ValueSource(strings = "aes_cbc_pkcs5_test")
  void decryptsAndEncryptsInCbcMode(String file) {
    each(
        file,
        (group, test) -> {
          ContentCipher cipher =
              ContentCipher.valueOf("AES_" + group.get("keySize").asInt() + "_CBC");
          byte[] key = bytes(test, "key");
          byte[] iv = bytes(test, "iv");
          Ask.DecryptContent ask =
              new Ask.DecryptContent(cipher, key, iv, host.hold(bytes(test, "ct")));
          if (valid(test)) {
            assertArrayEquals(bytes(test, "msg"), answers.answer(ask).read());
            Ask.EncryptContent back =
                new Ask.EncryptContent(cipher, key, iv, host.hold(bytes(test, "msg")));
            assertArrayEquals(bytes(test, "ct"), answers.answer(back).read());
          } else {
            SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
            assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
            assertEquals("the content cannot be decrypted", error.getMessage());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa_pkcs1_2048_test", "rsa_pkcs1_3072_test", "rsa_pkcs1_4096_test"})
  void givesSomeKeyForEveryCiphertext(String file) {
    each(
        file,
        (group, test) -> {
          PrivateKey key = key(group);
          byte[] message = bytes(test, "msg");
          int length = Math.max(message.length, 16);
          Ask.UnwrapKey ask =
              new Ask.UnwrapKey(key, new KeyTransport.Pkcs1(), bytes(test, "ct"), length);
          byte[] unwrapped = answers.answer(ask);
          assertEquals(length, unwrapped.length);
          if (valid(test) && length == message.length) {
            assertArrayEquals(message, unwrapped);
          } else {
            assertFalse(Arrays.equals(message, unwrapped));
            assertArrayEquals(unwrapped, answers.answer(ask), "the substitute is always the same");
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa_oaep_2048_sha1_mgf1sha1_test",
        "rsa_oaep_2048_sha224_mgf1sha1_test",
        "rsa_oaep_2048_sha224_mgf1sha224_test",
        "rsa_oaep_2048_sha256_mgf1sha1_test",
        "rsa_oaep_2048_sha256_mgf1sha256_test",
        "rsa_oaep_2048_sha384_mgf1sha1_test",
        "rsa_oaep_2048_sha384_mgf1sha384_test",
        "rsa_oaep_2048_sha512_mgf1sha1_test",
        "rsa_oaep_2048_sha512_mgf1sha512_test",
        "rsa_oaep_2048_sha512_224_mgf1sha1_test",
        "rsa_oaep_2048_sha512_224_mgf1sha512_224_test",
        "rsa_oaep_3072_sha256_mgf1sha1_test",
        "rsa_oaep_3072_sha256_mgf1sha256_test",
        "rsa_oaep_3072_sha512_256_mgf1sha1_test",
        "rsa_oaep_3072_sha512_256_mgf1sha512_256_test",
        "rsa_oaep_3072_sha512_mgf1sha1_test",
        "rsa_oaep_3072_sha512_mgf1sha512_test",
        "rsa_oaep_4096_sha256_mgf1sha1_test",
        "rsa_oaep_4096_sha256_mgf1sha256_test",
        "rsa_oaep_4096_sha512_mgf1sha512_test",
        "rsa_oaep_misc_test"
      })
  void unwrapsByOaep(String file) {
    each(
        file,
        (group, test) -> {
          byte[] message = bytes(test, "msg");
          KeyTransport.Oaep oaep =
              new KeyTransport.Oaep(
                  digest(group.get("sha")), digest(group.get("mgfSha")), bytes(test, "label"));
          Ask.UnwrapKey ask =
              new Ask.UnwrapKey(key(group), oaep, bytes(test, "ct"), message.length);
          if (valid(test)) {
            assertArrayEquals(message, answers.answer(ask));
          } else if (!acceptable(test)) {
            SmimeException error = assertThrows(SmimeException.class, () -> answers.answer(ask));
            assertEquals(ErrorCode.MALFORMED_MESSAGE, error.code());
            assertEquals("the content key cannot be decrypted", error.getMessage());
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa_signature_2048_sha224_test",
        "rsa_signature_2048_sha256_test",
        "rsa_signature_2048_sha384_test",
        "rsa_signature_2048_sha512_test",
        "rsa_signature_2048_sha512_224_test",
        "rsa_signature_2048_sha512_256_test",
        "rsa_signature_3072_sha512_256_test",
        "rsa_signature_4096_sha512_256_test",
        "rsa_signature_3072_sha256_test",
        "rsa_signature_3072_sha384_test",
        "rsa_signature_3072_sha512_test",
        "rsa_signature_4096_sha256_test",
        "rsa_signature_4096_sha384_test",
        "rsa_signature_4096_sha512_test",
        "rsa_signature_8192_sha256_test",
        "rsa_signature_8192_sha384_test",
        "rsa_signature_8192_sha512_test"
      })
  void verifiesRsa(String file) {
    each(file, (group, test) -> verifies(Algorithm.RSA_PKCS1, group, test));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ecdsa_secp256r1_sha256_test",
        "ecdsa_secp256r1_sha512_test",
        "ecdsa_secp384r1_sha256_test",
        "ecdsa_secp384r1_sha384_test",
        "ecdsa_secp384r1_sha512_test",
        "ecdsa_secp521r1_sha512_test",
        "ecdsa_brainpoolP256r1_sha256_test",
        "ecdsa_brainpoolP384r1_sha384_test",
        "ecdsa_brainpoolP512r1_sha512_test"
      })
  void verifiesEcdsa(String file) {
    each(file, (group, test) -> verifies(Algorithm.ECDSA, group, test));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa_pss_2048_sha1_mgf1_20_test",
        "rsa_pss_2048_sha1_mgf1_20_params_test",
        "rsa_pss_2048_sha256_mgf1_0_test",
        "rsa_pss_2048_sha256_mgf1_0_params_test",
        "rsa_pss_2048_sha256_mgf1_32_test",
        "rsa_pss_2048_sha256_mgf1_32_params_test",
        "rsa_pss_2048_sha256_mgf1sha1_20_test",
        "rsa_pss_2048_sha384_mgf1_48_test",
        "rsa_pss_2048_sha512_224_mgf1_28_test",
        "rsa_pss_2048_sha512_256_mgf1_32_test",
        "rsa_pss_2048_sha512_mgf1sha256_32_params_test",
        "rsa_pss_2048_shake128_test",
        "rsa_pss_2048_shake256_test",
        "rsa_pss_3072_sha256_mgf1_32_test",
        "rsa_pss_3072_sha256_mgf1_32_params_test",
        "rsa_pss_3072_shake128_test",
        "rsa_pss_3072_shake256_test",
        "rsa_pss_4096_sha256_mgf1_32_test",
        "rsa_pss_4096_sha384_mgf1_48_test",
        "rsa_pss_4096_sha512_mgf1_32_test",
        "rsa_pss_4096_sha512_mgf1_32_params_test",
        "rsa_pss_4096_sha512_mgf1_64_test",
        "rsa_pss_4096_sha512_mgf1_64_params_test",
        "rsa_pss_4096_shake256_test",
        "rsa_pss_misc_test",
        "rsa_pss_misc_params_test"
      })
  void verifiesPss(String file) {
    each(
        file,
        (group, test) -> {
          DigestAlgorithm digest = digest(group.get("sha"));
          DigestAlgorithm mask = digest.extendable() ? digest : digest(group.get("mgfSha"));
          int salt = group.get("sLen").asInt();
          SignatureScheme scheme = new SignatureScheme(Algorithm.RSA_PSS, digest, mask, salt);
          byte[] key = Hex.decode(group.get("publicKeyDer").asText());
          AlgorithmIdentifier named = SubjectPublicKeyInfo.getInstance(key).getAlgorithm();
          SignatureScheme restriction = KeyUse.restriction(named);
          if (KeyUse.pssOnly(named)) {
            assertEquals(scheme, restriction);
          }
          assertEquals(
              valid(test),
              answers.answer(new Ask.Verify(key, scheme, bytes(test, "msg"), bytes(test, "sig"))));
        });
  }

  @Test
  void verifiesEd25519() {
    each(
        "ed25519_test",
        (group, test) ->
            assertEquals(
                valid(test),
                answers.answer(
                    new Ask.Verify(
                        Hex.decode(group.get("publicKeyDer").asText()),
                        new SignatureScheme(Algorithm.ED25519, DigestAlgorithm.SHA512),
                        bytes(test, "msg"),
                        bytes(test, "sig")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"44", "65", "87"})
  void verifiesMlDsa(String size) {
    Algorithm algorithm = Algorithm.valueOf("ML_DSA_" + size);
    each(
        "mldsa_" + size + "_verify_test",
        (group, test) -> {
          // CMS knows the empty context alone (RFC 9882 section 3.1).
          if (test.path("ctx").asText("").isEmpty()) {
            assertEquals(
                valid(test),
                answers.answer(
                    new Ask.Verify(
                        mlDsaKey(algorithm, bytes(group, "publicKey")),
                        new SignatureScheme(algorithm, DigestAlgorithm.SHA512),
                        bytes(test, "msg"),
                        bytes(test, "sig"))));
          }
        });
  }

  private static byte[] mlDsaKey(Algorithm algorithm, byte[] key) {
    try {
      AlgorithmIdentifier kind = new AlgorithmIdentifier(MlDsaKeys.of(algorithm).oid());
      return new SubjectPublicKeyInfo(kind, key).getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource({"44, seed", "44, noseed", "65, seed", "65, noseed", "87, seed", "87, noseed"})
  void signsByMlDsa(String size, String form) {
    Algorithm algorithm = Algorithm.valueOf("ML_DSA_" + size);
    each(
        "mldsa_" + size + "_sign_" + form + "_test",
        (group, test) -> {
          boolean seed = form.equals("seed");
          byte[] octets = bytes(group, seed ? "privateSeed" : "privateKey");
          ASN1Encodable choice =
              seed
                  ? new DERTaggedObject(false, 0, new DEROctetString(octets))
                  : new DEROctetString(octets);
          Supplier<PrivateKey> read =
              () -> PrivateKey.of(info(MlDsaKeys.of(algorithm).oid(), choice));
          String flags = test.get("flags").toString();
          if (flags.contains("PrivateKey")) {
            assertThrows(SmimeException.class, read::get, flags);
            return;
          }
          if (!test.path("ctx").asText("").isEmpty() || !test.has("msg")) {
            return;
          }
          SignatureScheme scheme = new SignatureScheme(algorithm, DigestAlgorithm.SHA512);
          byte[] message = bytes(test, "msg");
          byte[] value = answers.answer(new Ask.Sign(read.get(), scheme, message));
          // Hedged: another value each time, and right for the key that the vectors state.
          assertFalse(Arrays.equals(bytes(test, "sig"), value));
          if (group.hasNonNull("publicKey")) {
            byte[] key = mlDsaKey(algorithm, bytes(group, "publicKey"));
            assertTrue(answers.answer(new Ask.Verify(key, scheme, message, value)));
          }
        });
  }

  private static PrivateKeyInfo info(ASN1ObjectIdentifier oid, ASN1Encodable key) {
    try {
      return new PrivateKeyInfo(new AlgorithmIdentifier(oid), key);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void verifies(Algorithm algorithm, JsonNode group, JsonNode test) {
    Ask.Verify ask =
        new Ask.Verify(
            Hex.decode(group.get("publicKeyDer").asText()),
            new SignatureScheme(algorithm, digest(group.get("sha"))),
            bytes(test, "msg"),
            bytes(test, "sig"));
    // What may go either way (a DigestInfo without its NULL) is refused here.
    assertEquals(valid(test), answers.answer(ask));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rsa_pkcs1_1024_sig_gen_test",
        "rsa_pkcs1_1536_sig_gen_test",
        "rsa_pkcs1_2048_sig_gen_test",
        "rsa_pkcs1_3072_sig_gen_test",
        "rsa_pkcs1_4096_sig_gen_test"
      })
  void signsByRsa(String file) {
    each(
        file,
        (group, test) -> {
          if (offered(group.get("sha"))) {
            SignatureScheme scheme =
                new SignatureScheme(Algorithm.RSA_PKCS1, digest(group.get("sha")));
            assertArrayEquals(
                bytes(test, "sig"),
                answers.answer(new Ask.Sign(key(group), scheme, bytes(test, "msg"))));
          }
        });
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

  private static boolean acceptable(JsonNode test) {
    return test.get("result").asText().equals("acceptable");
  }

  private static byte[] bytes(JsonNode test, String name) {
    return Hex.decode(test.get(name).asText());
  }

  private static boolean offered(JsonNode sha) {
    return !sha.asText().contains("/");
  }

  private static DigestAlgorithm digest(JsonNode sha) {
    return DigestAlgorithm.valueOf(sha.asText().replace("-", "").replace("/", "_"));
  }

  private static PrivateKey key(JsonNode group) {
    byte[] pkcs8 = Hex.decode(group.get("privateKeyPkcs8").asText());
    PrivateKey key = PrivateKey.of(PrivateKeyInfo.getInstance(pkcs8));
    assertNotNull(key);
    return key;
  }
}
