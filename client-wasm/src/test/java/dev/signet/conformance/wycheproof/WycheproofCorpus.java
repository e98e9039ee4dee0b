package dev.signet.conformance.wycheproof;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.testing.Vectors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Primitives against vectors that others made, right and wrong ones. */
public final class WycheproofCorpus implements Corpus {
  /** Rows of the table: how the names of their files begin, and what they are called. */
  private static final String[][] GROUPS = {
    {"rsa_pkcs1_1024_sig", "RSA PKCS#1 v1.5 signing"},
    {"rsa_pkcs1_1536_sig", "RSA PKCS#1 v1.5 signing"},
    {"rsa_pkcs1_2048_sig", "RSA PKCS#1 v1.5 signing"},
    {"rsa_pkcs1_3072_sig", "RSA PKCS#1 v1.5 signing"},
    {"rsa_pkcs1_4096_sig", "RSA PKCS#1 v1.5 signing"},
    {"rsa_pkcs1_", "RSA PKCS#1 v1.5 decryption"},
    {"rsa_oaep_", "RSA-OAEP decryption"},
    {"rsa_three_primes_", "RSA-OAEP with keys of three primes"},
    {"rsa_signature_", "RSA PKCS#1 v1.5 verification"},
    {"rsa_pss_", "RSA-PSS verification"},
    {"ecdsa_secp", "ECDSA verification, NIST curves"},
    {"ecdsa_brainpool", "ECDSA verification, Brainpool curves"},
    {"ed25519", "Ed25519 verification"},
    {"ed448", "Ed448 verification"},
    {"ecdh_secp", "ECDH, NIST curves"},
    {"ecdh_brainpool", "ECDH, Brainpool curves"},
    {"x25519", "X25519"},
    {"x448", "X448"},
    {"aes_cbc", "AES-CBC"},
    {"aes_gcm", "AES-GCM"},
    {"aes_ccm", "AES-CCM"},
    {"chacha20", "ChaCha20-Poly1305"},
    {"aes_wrap", "AES key wrap"},
    {"aes_cmac", "AES-CMAC"},
    {"hmac_", "HMAC"},
    {"hkdf_", "HKDF"},
    {"pbkdf2_", "PBKDF2"},
    {"pbes2_", "PBES2"},
    {"mlkem_512_encaps", "ML-KEM encapsulation"},
    {"mlkem_768_encaps", "ML-KEM encapsulation"},
    {"mlkem_1024_encaps", "ML-KEM encapsulation"},
    {"mlkem_512_keygen", "ML-KEM keys from seeds"},
    {"mlkem_768_keygen", "ML-KEM keys from seeds"},
    {"mlkem_1024_keygen", "ML-KEM keys from seeds"},
    {"mlkem_", "ML-KEM decapsulation"},
    {"mldsa_44_verify", "ML-DSA verification"},
    {"mldsa_65_verify", "ML-DSA verification"},
    {"mldsa_87_verify", "ML-DSA verification"},
    {"mldsa_", "ML-DSA signing"},
  };

  private record Row(int order, CaseFile file) {}

  @Override
  public List<CaseFile> files() {
    try (Stream<Path> all = Files.list(Vectors.folder("wycheproof"))) {
      return all.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".json.gz"))
          .map(name -> row(name.substring(0, name.indexOf('.'))))
          .sorted(Comparator.comparingInt(Row::order).thenComparing(row -> row.file().name()))
          .map(Row::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String name) {
    for (int i = 0; i < GROUPS.length; i++) {
      if (name.startsWith(GROUPS[i][0])) {
        int first = i;
        while (first > 0 && GROUPS[first - 1][1].equals(GROUPS[i][1])) {
          first--;
        }
        return new Row(first, new CaseFile("wycheproof", GROUPS[i][1], name, () -> cases(name)));
      }
    }
    throw new IllegalStateException("no row of the table has " + name);
  }

  private static List<Case> cases(String name) {
    List<Case> cases = new ArrayList<>();
    JsonNode file = Vectors.wycheproof(name);
    for (JsonNode group : file.get("testGroups")) {
      for (JsonNode test : group.get("tests")) {
        cases.add(of(new Vector(name, file, group, test)));
      }
    }
    int stated = file.get("numberOfTests").asInt();
    if (cases.size() != stated) {
      throw new IllegalStateException(name + " says that it has " + stated + " cases");
    }
    return cases;
  }

  private static Case of(Vector vector) {
    return switch (vector.kind()) {
      case "RsassaPkcs1Generate" -> RsaVectors.sign(vector);
      case "RsaesPkcs1Decrypt" -> RsaVectors.decryptPkcs1(vector);
      case "RsaesOaepDecrypt" -> RsaVectors.decryptOaep(vector);
      case "RsassaPkcs1Verify" -> SignatureVectors.rsa(vector);
      case "RsassaPssVerify", "RsassaPssWithParametersVerify" -> SignatureVectors.pss(vector);
      case "EcdsaVerify" -> SignatureVectors.ecdsa(vector);
      case "EddsaVerify" -> SignatureVectors.eddsa(vector);
      case "MlDsaVerify" -> SignatureVectors.mlDsa(vector);
      case "MlDsaSign" -> MlDsaSigning.of(vector);
      case "EcdhTest" -> AgreementVectors.ecdh(vector);
      case "EcdhEcpointTest" -> AgreementVectors.ecdhWithPoint(vector);
      case "EcdhPemTest", "XdhPemComp" -> AgreementVectors.pem(vector);
      case "XdhComp" -> AgreementVectors.xdh(vector);
      case "XdhAsnComp" -> AgreementVectors.der(vector);
      case "IndCpaTest" -> CipherVectors.cbc(vector);
      case "AeadTest" -> CipherVectors.sealed(vector);
      case "KeywrapTest" -> CipherVectors.keyWrap(vector);
      case "PbeTest" -> CipherVectors.pbes2(vector);
      case "MacTest" -> DerivationVectors.mac(vector);
      case "HkdfTest" -> DerivationVectors.hkdf(vector);
      case "PbkdfTest" -> DerivationVectors.pbkdf2(vector);
      case "MLKEMTest" -> MlKemVectors.decapsulateBySeed(vector);
      case "MLKEMDecapsValidationTest" -> MlKemVectors.decapsulate(vector);
      case "MLKEMEncapsTest" -> MlKemVectors.encapsulate(vector);
      case "MLKEMKeyGen" -> MlKemVectors.keyGeneration(vector);
      default -> throw new IllegalStateException("a kind of test without a mapping: " + vector);
    };
  }
}
