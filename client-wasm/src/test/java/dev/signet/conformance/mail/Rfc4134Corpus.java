package dev.signet.conformance.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.signet.conformance.Case;
import dev.signet.conformance.CaseFile;
import dev.signet.conformance.Corpus;
import dev.signet.conformance.Platform;
import dev.signet.testing.KeyFiles;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The examples of RFC 4134. All signatures are over SHA-1: of a right one the engine says that it
 * is weak, before it asks who made it.
 */
public final class Rfc4134Corpus implements Corpus {
  private static final Published FILES = new Published("rfc4134");
  private static final long AT = Instant.parse("2005-01-01T00:00:00Z").toEpochMilli();
  private static final String RIGHT_OVER_SHA1 = "weak-algorithm, content as published";

  /** Keys and the certificates that speak of them. */
  private static final String[][] KEYS = {
    {"AlicePrivDSSSign.pri", "AliceDSSSignByCarlNoInherit.cer"},
    {"AlicePrivRSASign.pri", "AliceRSASignByCarl.cer"},
    {"BobPrivRSAEncrypt.pri", "BobRSASignByCarl.cer"},
    {"CarlPrivDSSSign.pri", "CarlDSSSelf.cer"},
    {"CarlPrivRSASign.pri", "CarlRSASelf.cer"},
    {"DianePrivDSSSign.pri", "DianeDSSSignByCarlInherit.cer"},
    {"DianePrivRSASignEncrypt.pri", "DianeRSASignByCarl.cer"},
  };

  @Override
  public List<CaseFile> files() {
    return List.of(
        new CaseFile("rfc4134", "signed messages", "4.*", Rfc4134Corpus::signed),
        new CaseFile("rfc4134", "encrypted messages", "5.*", Rfc4134Corpus::encrypted),
        new CaseFile("rfc4134", "other CMS types", "3.* 6.* 7.*", Rfc4134Corpus::others),
        new CaseFile("rfc4134", "keys", "*.pri", Rfc4134Corpus::keys),
        new CaseFile("rfc4134", "certificates", "*.cer", Rfc4134Corpus::certificates));
  }

  private static List<Case> signed() {
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names(".bin")) {
      boolean detached = name.equals("4.3.bin");
      if (name.startsWith("4.") && !name.equals("4.11.bin")) {
        byte[] message = detached ? detached(name) : Published.message(FILES.read(name));
        cases.add(open(name, message, FILES.read("ExContent.bin"), RIGHT_OVER_SHA1));
      }
    }
    cases.add(open("4.8.eml", FILES.read("4.8.eml"), null, "weak-algorithm"));
    cases.add(open("4.9.eml", FILES.read("4.9.eml"), null, "weak-algorithm"));
    byte[] certificatesOnly = FILES.read("4.11.bin");
    cases.add(
        Case.using(
            "4.11.bin", "reads 2", platform -> Use.certificates(platform, certificatesOnly)));
    return cases;
  }

  /** The signature was published without what it is over, which was published beside it. */
  private static byte[] detached(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        ("MIME-Version: 1.0\r\nContent-Type: multipart/signed; micalg=sha1; boundary=b;\r\n"
                + " protocol=\"application/pkcs7-signature\"\r\n\r\n--b\r\n")
            .getBytes(US_ASCII));
    out.writeBytes(FILES.read("ExContent.bin"));
    out.writeBytes(
        ("\r\n--b\r\nContent-Type: application/pkcs7-signature\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n")
            .getBytes(US_ASCII));
    out.writeBytes(Base64.getMimeEncoder().encode(FILES.read(name)));
    out.writeBytes("\r\n--b--\r\n".getBytes(US_ASCII));
    return out.toByteArray();
  }

  private static List<Case> encrypted() {
    byte[] content = FILES.read("ExContent.bin");
    String decrypted = "decrypted, content as published";
    return List.of(
        open("5.1.bin", Published.message(FILES.read("5.1.bin")), content, decrypted),
        open("5.2.bin", Published.message(FILES.read("5.2.bin")), content, decrypted),
        open("5.3.eml", FILES.read("5.3.eml"), content, decrypted));
  }

  /** Types that are no mail, but for the encrypted data, whose key both sides know beforehand. */
  private static List<Case> others() {
    List<Case> cases = new ArrayList<>();
    for (String name : List.of("3.1.bin", "3.2.bin", "6.0.bin", "7.1.bin", "7.2.bin")) {
      String expected = name.startsWith("7") ? "no-key" : "unsupported";
      cases.add(open(name, Published.message(FILES.read(name)), null, expected));
    }
    return cases;
  }

  private static Case open(String name, byte[] message, byte[] content, String expected) {
    return Case.using(name, expected, platform -> open(platform, message, content));
  }

  private static String open(Platform platform, byte[] message, byte[] content) {
    return Use.with(
        platform,
        List.of(FILES.read("CarlRSASelf.cer"), FILES.read("CarlDSSSelf.cer")),
        engine -> {
          engine.unlock(
              KeyFiles.of(FILES.read("BobPrivRSAEncrypt.pri"), FILES.read("BobRSASignByCarl.cer")),
              KeyFiles.PASSPHRASE);
          return Use.open(engine, message, content, AT);
        });
  }

  private static List<Case> keys() {
    List<Case> cases = new ArrayList<>();
    for (String[] pair : KEYS) {
      byte[] key = FILES.read(pair[0]);
      byte[] certificate = FILES.read(pair[1]);
      cases.add(Case.using(pair[0], "opens 1", platform -> Use.pair(platform, key, certificate)));
    }
    return cases;
  }

  private static List<Case> certificates() {
    List<Case> cases = new ArrayList<>();
    for (String name : FILES.names(".cer")) {
      byte[] bytes = FILES.read(name);
      cases.add(Case.using(name, "reads 1", platform -> Use.certificates(platform, bytes)));
    }
    return cases;
  }
}
