package dev.signet.attacks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.engine.EngineSettings;
import dev.signet.engine.Judging;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.OpenedMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.DeflaterOutputStream;
import org.bouncycastle.util.encoders.Base64;
import org.bouncycastle.util.encoders.Hex;

/**
 * Messages that ask for work without measure. As a program, it opens each of them in a small heap
 * and writes a line for each: milliseconds, code, name, text.
 */
public final class Flood {
  private static final byte[] HEADER =
      ("From: a@example.org\r\nContent-Type: application/pkcs7-mime\r\n"
              + "Content-Transfer-Encoding: binary\r\n\r\n")
          .getBytes(ISO_8859_1);
  private static final String SIGNED_DATA = "06092a864886f70d010702";
  private static final String ENVELOPED_DATA = "06092a864886f70d010703";
  private static final String DATA = "06092a864886f70d010701";
  private static final String SHA256 = "300b0609608648016503040201";
  private static final String ISSUER_AND_SERIAL = "30153010310e300c06035504030c05416e786f72020101";
  private static final String RSA = "300d06092a864886f70d0101010500";

  private Flood() {}

  public static void main(String[] arguments) {
    for (Map.Entry<String, Supplier<byte[]>> each : messages().entrySet()) {
      byte[] mail = each.getValue().get();
      HeapHost host = new HeapHost();
      SmimeEngine engine =
          new SmimeEngine(host, new EngineSettings(List.of(), true, Policy.DEFAULT));
      long start = System.nanoTime();
      OpenedMessage opened =
          RareAnswers.withCommon(host)
              .run(
                  Step.start(
                      () ->
                          engine.open(
                              new HeapBulk(mail),
                              new OpenOptions(Judging.at(System.currentTimeMillis())))));
      long millis = (System.nanoTime() - start) / 1_000_000;
      System.out.println(
          millis
              + "\t"
              + opened.status().code().text()
              + "\t"
              + each.getKey()
              + "\t"
              + opened.status().texts());
    }
  }

  /** By what they flood with. */
  public static Map<String, Supplier<byte[]>> messages() {
    Map<String, Supplier<byte[]>> all = new LinkedHashMap<>();
    all.put("ASN.1 depth 10,000", () -> mail(nested(10_000, false)));
    all.put("ASN.1 depth 10,000, indefinite", () -> mail(nested(10_000, true)));
    all.put(
        "ASN.1 depth 10,000 within a signer",
        () -> mail(signed(element(0xa0, nested(10_000, false)))));
    all.put("MIME depth 10,000", () -> mimeNested(10_000, "mixed", ""));
    all.put(
        "MIME depth 10,000, signed",
        () -> mimeNested(10_000, "signed", "; protocol=\"application/pkcs7-signature\""));
    all.put("messages in messages 10,000 deep", Flood::embedded);
    all.put("20,000 signed attributes", () -> mail(signed(attributes(20_000))));
    all.put("a signed attribute with 300,000 values", () -> mail(signed(values(300_000))));
    all.put("100,000 recipients", () -> mail(enveloped(100_000)));
    all.put("a recipient with 100,000 keys", () -> mail(agreement(100_000)));
    all.put("100,000 signers", () -> mail(signers(100_000)));
    all.put("100,000 certificates", () -> mail(certificates(100_000)));
    all.put("1,000,000 tiny elements", () -> mail(tiny(1_000_000)));
    all.put("a signer of 1,000,000 tiny elements", () -> mail(tinySigner(1_000_000)));
    all.put("1,000,000 segments of one octet", () -> mail(segments(1_000_000)));
    all.put("segments nested 10,000 deep", () -> mail(segmentsNested(10_000)));
    all.put(
        "a header of 50 MB",
        () -> text("From: a@example.org\r\n", "X: " + "y".repeat(70) + "\r\n", 700_000, "\r\n"));
    all.put(
        "a header field of 50 MB",
        () -> text("From: a@example.org\r\nX: ", " yyyyyyy\r\n", 5_000_000, "\r\n"));
    all.put(
        "100,000 header fields", () -> text("From: a@example.org\r\n", "X:\r\n", 100_000, "\r\n"));
    all.put(
        "100,000 addresses", () -> text("From: a@example.org", ",\r\n b@c", 50_000, "\r\n\r\nx"));
    all.put("comments 400,000 deep", () -> text("From: ", "(", 400_000, "\r\n\r\nx"));
    all.put(
        "comments 400,000 deep in the type",
        () -> text("Content-Type: a", "(", 400_000, "\r\n\r\nx"));
    all.put("groups 100,000 deep", () -> text("From: ", "a:", 100_000, "\r\n\r\nx"));
    all.put(
        "100,000 parameters",
        () -> text("Content-Type: multipart/signed", ";a=b", 100_000, "\r\n\r\nx"));
    all.put("100,000 continued parameters", Flood::continued);
    all.put(
        "100,000 parts", () -> text(multipart("mixed"), "\r\n--b\r\n\r\nx", 100_000, "\r\n--b--"));
    all.put(
        "100,000 parts, signed",
        () -> text(multipart("signed"), "\r\n--b\r\n\r\nx", 100_000, "\r\n--b--"));
    all.put(
        "3,000,000 boundaries that are none",
        () -> text(multipart("mixed"), "\r\n--bx", 3_000_000, "\r\n--b--"));
    all.put(
        "3,000,000 boundaries within a line",
        () -> text(multipart("mixed"), "--b", 3_000_000, "\r\n--b\r\n\r\nx\r\n--b--"));
    all.put("a part of 30 MB searched at each of 50 levels", Flood::deepAndLarge);
    all.put("100 MB of line feeds in 100 KB, signed", () -> expanding(100, 1));
    all.put("30 MB of line feeds in 30 KB, signed at 14 layers", () -> expanding(30, 14));
    all.put(
        "40 MB of base64 that is none",
        () ->
            text(
                "From: a@b\r\nContent-Type: application/pkcs7-mime\r\nContent-Transfer-Encoding: base64\r\n\r\nMA",
                "!",
                40_000_000,
                "A="));
    return all;
  }

  /** CompressedData (RFC 3274) whose content is line feeds within layers of multipart/signed. */
  private static byte[] expanding(int megabytes, int layers) {
    StringBuilder start = new StringBuilder();
    StringBuilder end = new StringBuilder();
    String signature = Base64.toBase64String(detached());
    for (int i = 0; i < layers; i++) {
      start
          .append(
              "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b")
          .append(i)
          .append("\n\n--b")
          .append(i)
          .append('\n');
      int inner = layers - 1 - i;
      end.append("\n--b")
          .append(inner)
          .append("\nContent-Type: application/pkcs7-signature\n")
          .append("Content-Transfer-Encoding: base64\n\n")
          .append(signature)
          .append("\n--b")
          .append(inner)
          .append("--\n");
    }
    byte[] piece = new byte[1 << 20];
    Arrays.fill(piece, (byte) '\n');
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream deflater = new DeflaterOutputStream(deflated)) {
      deflater.write(start.append('\n').toString().getBytes(ISO_8859_1));
      for (int i = 0; i < megabytes; i++) {
        deflater.write(piece);
      }
      deflater.write(end.toString().getBytes(ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mail(
        contentInfo(
            "060b2a864886f70d0109100109",
            element(
                0x30,
                hex("020100300d060b2a864886f70d0109100308"),
                element(0x30, hex(DATA), element(0xa0, element(0x04, deflated.toByteArray()))))));
  }

  private static byte[] text(String start, String piece, int times, String end) {
    return (start + piece.repeat(times) + end).getBytes(ISO_8859_1);
  }

  private static String multipart(String subtype) {
    return "From: a@example.org\r\nContent-Type: multipart/"
        + subtype
        + "; protocol=\"application/pkcs7-signature\"; boundary=b\r\n\r\n";
  }

  private static byte[] mail(byte[] cms) {
    return Sample.joined(HEADER, cms);
  }

  private static byte[] hex(String digits) {
    return Hex.decode(digits);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] repeated(byte[] piece, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length * times);
    for (int i = 0; i < times; i++) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  /** An element with its length in four octets. */
  private static byte[] element(int tag, byte[]... contents) {
    byte[] content = join(contents);
    int n = content.length;
    byte[] head = {
      (byte) tag, (byte) 0x84, (byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n
    };
    return join(head, content);
  }

  private static byte[] contentInfo(String type, byte[] content) {
    return element(0x30, hex(type), element(0xa0, content));
  }

  private static byte[] nested(int depth, boolean indefinite) {
    byte[] inner = hex("0500");
    if (indefinite) {
      return join(repeated(hex("3080"), depth), inner, repeated(hex("0000"), depth));
    }
    // Built from the inside: each level's length is six octets more.
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int level = depth; level > 0; level--) {
      int n = inner.length + 6 * (level - 1);
      out.writeBytes(
          new byte[] {
            0x30, (byte) 0x84, (byte) (n >> 24), (byte) (n >> 16), (byte) (n >> 8), (byte) n
          });
    }
    out.writeBytes(inner);
    return out.toByteArray();
  }

  private static byte[] signedData(byte[] certificates, byte[] signerInfos) {
    byte[] content = element(0x30, hex(DATA), element(0xa0, hex("040178")));
    return contentInfo(
        SIGNED_DATA,
        element(
            0x30, hex("020101"), element(0x31, hex(SHA256)), content, certificates, signerInfos));
  }

  /** Of a signer whose certificate is not there. */
  private static byte[] detached() {
    return contentInfo(
        SIGNED_DATA,
        element(
            0x30,
            hex("020101"),
            element(0x31, hex(SHA256)),
            element(0x30, hex(DATA)),
            element(0x31, signerInfo(attributes(0)))));
  }

  private static byte[] signerInfo(byte[] attributes) {
    return element(
        0x30, hex("020101" + ISSUER_AND_SERIAL + SHA256), attributes, hex(RSA), hex("040100"));
  }

  private static byte[] signed(byte[] attributes) {
    return signedData(new byte[0], element(0x31, signerInfo(attributes)));
  }

  private static byte[] attributes(int count) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(hex("301806092a864886f70d010903310b" + DATA));
    all.writeBytes(hex("302f06092a864886f70d01090431220420" + "00".repeat(32)));
    for (int i = 0; i < count; i++) {
      // In falling order, which sorting by insertion likes least.
      int n = count - i;
      all.writeBytes(
          new byte[] {0x30, 12, 6, 3, 0x2a, 3, 4, 0x31, 5, 2, 3, 1, (byte) (n >> 8), (byte) n});
    }
    return element(0xa0, all.toByteArray());
  }

  private static byte[] values(int count) {
    return element(
        0xa0,
        hex("301806092a864886f70d010903310b" + DATA),
        element(
            0x30, hex("06092a864886f70d010904"), element(0x31, repeated(hex("040100"), count))));
  }

  private static byte[] signers(int count) {
    return signedData(new byte[0], element(0x31, repeated(signerInfo(attributes(0)), count)));
  }

  private static byte[] certificates(int count) {
    return signedData(element(0xa0, repeated(hex("30023000"), count)), hex("3100"));
  }

  private static byte[] envelopedData(byte[] recipients) {
    return contentInfo(
        ENVELOPED_DATA,
        element(
            0x30,
            hex("020102"),
            element(0x31, recipients),
            element(
                0x30,
                hex(DATA + "301d060960864801650304012a0410" + "00".repeat(16)),
                hex("8010" + "00".repeat(16)))));
  }

  private static byte[] enveloped(int recipients) {
    byte[] one = element(0x30, hex("020100" + ISSUER_AND_SERIAL + RSA + "040100"));
    return envelopedData(repeated(one, recipients));
  }

  private static byte[] agreement(int keys) {
    byte[] key = element(0x30, hex(ISSUER_AND_SERIAL + "040100"));
    return envelopedData(
        element(
            0xa1,
            hex("020103"),
            element(0xa0, element(0xa1, hex("300906072a8648ce3d0201"), hex("03020004"))),
            hex("301906072b8104010b01300e060b2a864886f70d0109100306"),
            element(0x30, repeated(key, keys))));
  }

  private static byte[] tiny(int count) {
    return contentInfo(SIGNED_DATA, element(0x30, repeated(hex("0500"), count)));
  }

  private static byte[] tinySigner(int count) {
    return signedData(new byte[0], element(0x31, element(0x30, repeated(hex("0500"), count))));
  }

  private static byte[] segments(int count) {
    byte[] content =
        element(0x30, hex(DATA), element(0xa0, element(0x24, repeated(hex("040178"), count))));
    return contentInfo(
        SIGNED_DATA,
        element(0x30, hex("020101"), element(0x31, hex(SHA256)), content, hex("3100")));
  }

  private static byte[] segmentsNested(int depth) {
    byte[] content =
        join(
            hex("3080" + DATA + "a080"),
            repeated(hex("2480"), depth),
            hex("040178"),
            repeated(hex("0000"), depth + 2));
    return contentInfo(
        SIGNED_DATA,
        element(0x30, hex("020101"), element(0x31, hex(SHA256)), content, hex("3100")));
  }

  private static byte[] mimeNested(int depth, String subtype, String parameters) {
    StringBuilder mail = new StringBuilder("From: a@example.org\r\n");
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/")
          .append(subtype)
          .append(parameters)
          .append("; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    mail.append("\r\nx\r\n");
    if (subtype.equals("signed")) {
      String signature = Base64.toBase64String(detached());
      for (int i = depth - 1; i >= 0; i--) {
        mail.append("\r\n--b")
            .append(i)
            .append("\r\nContent-Type: application/pkcs7-signature\r\n")
            .append("Content-Transfer-Encoding: base64\r\n\r\n")
            .append(signature)
            .append("\r\n--b")
            .append(i)
            .append("--\r\n");
      }
    }
    return mail.toString().getBytes(ISO_8859_1);
  }

  private static byte[] embedded() {
    return text("From: a@example.org\r\n", "Content-Type: message/rfc822\r\n\r\n", 10_000, "x");
  }

  private static byte[] continued() {
    StringBuilder mail = new StringBuilder("Content-Type: multipart/signed");
    for (int i = 0; mail.length() < 500_000; i++) {
      mail.append("; boundary*").append(i).append("=b");
    }
    return mail.append("\r\n\r\nx").toString().getBytes(ISO_8859_1);
  }

  private static byte[] deepAndLarge() {
    StringBuilder mail = new StringBuilder("From: a@example.org\r\n");
    for (int i = 0; i < 49; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b").append(i);
      mail.append("\r\n\r\n--b").append(i).append("\r\n");
    }
    return text(mail.append("\r\n").toString(), "-".repeat(99) + "\n", 300_000, "");
  }
}
