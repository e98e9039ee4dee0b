package dev.signet.conformance.mail;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KemAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.algorithm.KeyDerivationFunction.Kind;
import dev.signet.engine.algorithm.KeyWrap;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.encoders.Hex;

/** The examples of RFC 9881, 9882, 9935 and 9936: ML-DSA and ML-KEM in keys, certificates, CMS. */
public final class LampsCorpus implements Corpus {
  private static final Published ML_DSA = new Published("pqc-lamps/lamps-mldsa-certs/examples");
  private static final Published ML_KEM = new Published("pqc-lamps/lamps-mlkem-certs/example");
  private static final Published SIGNED = new Published("pqc-lamps/lamps-cms-ml-dsa/examples");
  private static final Published ENCRYPTED = new Published("pqc-lamps/lamps-cms-kyber/example");
  private static final long AT = Instant.parse("2025-04-01T00:00:00Z").toEpochMilli();
  private static final String RIGHT = "right";

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("pqc-lamps", "ML-DSA keys", "mldsa *.priv", () -> keys(ML_DSA)),
        new CaseFile("pqc-lamps", "ML-KEM keys", "mlkem *.priv", () -> keys(ML_KEM)),
        new CaseFile("pqc-lamps", "certificates", "*.crt", LampsCorpus::certificates),
        new CaseFile("pqc-lamps", "signed messages", "cms-ml-dsa", LampsCorpus::signed),
        new CaseFile("pqc-lamps", "KEM recipient, step by step", "cms-kyber", LampsCorpus::kem));
  }

  /** Such as {@code ML-DSA-44-both.priv}, and {@code bad-} ones whose parts do not fit. */
  private static List<Case> keys(Published folder) {
    List<Case> cases = new ArrayList<>();
    for (String name : folder.names(".priv")) {
      boolean bad = name.startsWith("bad-");
      String set = name.replace("bad-", "").replaceAll("(ML-(DSA|KEM)-\\d+).*", "$1");
      byte[] key = folder.der(name);
      byte[] certificate = folder.der(set + ".crt");
      cases.add(
          Case.using(
              name,
              bad ? "refused damaged-pkcs12" : "opens 1",
              platform -> Use.pair(platform, key, certificate)));
    }
    return cases;
  }

  private static List<Case> certificates() {
    List<Case> cases = new ArrayList<>();
    for (Published folder : List.of(ML_DSA, ML_KEM)) {
      for (String name : folder.names(".crt")) {
        byte[] bytes = folder.read(name);
        cases.add(Case.using(name, "reads 1", platform -> Use.certificates(platform, bytes)));
      }
    }
    return cases;
  }

  private static List<Case> signed() {
    List<Case> cases = new ArrayList<>();
    for (String name : SIGNED.names(".pem")) {
      cases.add(
          // Right and trusted; there is no From that could match.
          Case.using(name, "address-mismatch", platform -> verify(platform, name)));
    }
    return cases;
  }

  /** The signer's certificate is not in the message; it is the one of the other examples. */
  private static String verify(Platform platform, String name) {
    String signer = name.replaceAll("mldsa(\\d+)-.*", "ML-DSA-$1.crt");
    byte[] message = Published.message(withCertificate(SIGNED.der(name), ML_DSA.der(signer)));
    return Use.with(
        platform, List.of(ML_DSA.read(signer)), engine -> Use.open(engine, message, null, AT));
  }

  private static byte[] withCertificate(byte[] cms, byte[] certificate) {
    try {
      return CMSSignedData.replaceCertificatesAndCRLs(
              new CMSSignedData(cms),
              new CollectionStore<>(List.of(new X509CertificateHolder(certificate))),
              null,
              null)
          .getEncoded();
    } catch (CMSException e) {
      throw new IllegalArgumentException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** RFC 9936 appendix C: each step's published result out of the one before. */
  private static List<Case> kem() {
    byte[] key = ENCRYPTED.der("ML-KEM-512-seed.priv");
    KeyDerivationFunction hkdf = new KeyDerivationFunction(Kind.HKDF, DigestAlgorithm.SHA256);
    return List.of(
        Case.withKey(
            "shared_secret.txt",
            "decapsulation",
            Set.of(RIGHT),
            key,
            privateKey ->
                Step.ask(
                        new Ask.Decapsulate(
                            privateKey, KemAlgorithm.ML_KEM_512, hex("ciphertext.txt")))
                    .map(secret -> compared("shared_secret.txt", secret))),
        Case.asking(
            "kek.txt",
            "derivation",
            Set.of(RIGHT),
            () ->
                Step.ask(
                        new Ask.DeriveKey(
                            hkdf,
                            hex("shared_secret.txt"),
                            null,
                            hex("ori_info.txt"),
                            hex("kek.txt").length))
                    .map(derived -> compared("kek.txt", derived))),
        Case.asking(
            "cek.txt",
            "unwrapping",
            Set.of(RIGHT),
            () ->
                Step.ask(
                        new Ask.UnwrapWithKey(
                            KeyWrap.AES_128, hex("kek.txt"), hex("encrypted_cek.txt")))
                    .map(unwrapped -> compared("cek.txt", unwrapped))));
  }

  private static byte[] hex(String name) {
    return Hex.decode(ENCRYPTED.text(name).replaceAll("\\s", ""));
  }

  private static String compared(String name, byte[] answered) {
    return Arrays.equals(hex(name), answered) ? RIGHT : "wrong";
  }
}
