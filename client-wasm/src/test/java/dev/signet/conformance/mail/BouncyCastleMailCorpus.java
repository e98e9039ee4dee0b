package dev.signet.conformance.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.testing.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * The mail of Bouncy Castle's own tests. Most of it is signed over SHA-1: of a right signature the
 * engine says that it is weak, before it asks who made it.
 */
public final class BouncyCastleMailCorpus implements Corpus {
  private static final Published FILES = new Published("mail-bouncycastle");

  /** How mail ends that says nothing of it in its name. */
  private static final Map<String, String> EXPECTED =
      Map.ofEntries(
          Map.entry("attachonly.eml", "unsigned"),
          // A signature alone, without what it is over.
          Map.entry("brokenEnv.message", "unsigned"),
          Map.entry("dotnet_encrypted_mail.eml", "locked"),
          Map.entry("outlook_2010_beta_sime_msg.eml", "locked"),
          Map.entry("test128.message", "decrypted"),
          Map.entry("test192.message", "decrypted"),
          Map.entry("test256.message", "decrypted"),
          // The mail is not over SHA-1; the signer's certificate is.
          Map.entry("openssl-signed-sha256-non-default-salt-length.eml", "weak-algorithm"));

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("mail-bouncycastle", "messages", "messages", BouncyCastleMailCorpus::messages),
        new CaseFile(
            "mail-bouncycastle",
            "certificates",
            "certificates",
            BouncyCastleMailCorpus::certificates));
  }

  private static List<Case> messages() {
    List<String> names = new ArrayList<>(FILES.names(".eml"));
    names.addAll(FILES.names(".message"));
    List<Case> cases = new ArrayList<>();
    for (String name : names) {
      String expected = EXPECTED.getOrDefault(name, "weak-algorithm");
      cases.add(Case.using(name, expected, platform -> open(platform, name)));
    }
    return cases;
  }

  private static String open(Platform platform, String name) {
    return Use.with(
        platform,
        List.of(FILES.read("validator.root.crt")),
        engine -> {
          if (name.startsWith("test")) {
            engine.unlock(
                KeyFiles.of(pkcs8(FILES.der("key.pem")), FILES.der("cert.pem")),
                KeyFiles.PASSPHRASE);
          }
          return Use.open(engine, mail(FILES.read(name)), null, System.currentTimeMillis());
        });
  }

  /** The mail itself: what AS2 sends is an HTTP request, whose first line is none of its fields. */
  private static byte[] mail(byte[] message) {
    String text = new String(message, ISO_8859_1);
    return text.startsWith("POST ")
        ? text.substring(text.indexOf('\n') + 1).getBytes(ISO_8859_1)
        : message;
  }

  /** A PrivateKeyInfo around an RSAPrivateKey. */
  private static byte[] pkcs8(byte[] pkcs1) {
    try {
      return new PrivateKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
              ASN1Primitive.fromByteArray(pkcs1))
          .getEncoded("DER");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Case> certificates() {
    List<String> names = new ArrayList<>(FILES.names(".crt"));
    names.addAll(List.of("cert.pem", "dotnet_enc_cert.pem", "smimeTKcert.pem"));
    List<Case> cases = new ArrayList<>();
    for (String name : names) {
      byte[] bytes = FILES.read(name);
      cases.add(Case.using(name, "reads 1", platform -> Use.certificates(platform, bytes)));
    }
    byte[] key = pkcs8(FILES.der("smimeTKkey.pem"));
    byte[] certificate = FILES.der("smimeTKcert.pem");
    cases.add(
        Case.using("smimeTKkey.pem", "opens 1", platform -> Use.pair(platform, key, certificate)));
    return cases;
  }
}
