package dev.signet.engine.mime.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapHost;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Entities into the form that survives transport. */
class EntityEncoderTest {
  private static final HeapHost HOST = new HeapHost();

  private static String encode(String entity, EntityForm form) {
    byte[] octets = entity.getBytes(StandardCharsets.ISO_8859_1);
    byte[] encoded = EntityEncoder.encode(HOST, HOST.hold(octets), form).read();
    return new String(encoded, StandardCharsets.ISO_8859_1);
  }

  private static String clear(String entity) {
    return encode(entity, EntityForm.SEVEN_BIT);
  }

  private static String enclosed(String entity) {
    return encode(entity, EntityForm.ENCLOSED);
  }

  private static String multipart(String type, String... parts) {
    StringBuilder text = new StringBuilder("Content-Type: " + type + "; boundary=b\r\n\r\n");
    for (String part : parts) {
      text.append("--b\r\n").append(part).append("\r\n");
    }
    return text.append("--b--\r\n").toString();
  }

  private static void assertMalformed(String entity) {
    SmimeException refusal = assertThrows(SmimeException.class, () -> clear(entity));
    assertEquals(ErrorCode.MALFORMED_MESSAGE, refusal.code());
  }

  @Test
  void whatSurvivesIsNotTouched() {
    String entity =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\npreamble \r\n--b \r\n\r\nx\r\n--b--";
    assertEquals(entity, clear(entity));
    assertEquals(entity, enclosed(entity));
    assertEquals(entity, clear(entity.replace("\r\n", "\n")));
    assertEquals(entity, enclosed(entity.replace("\r\n", "\n")));
  }

  @Test
  void onlyThePartThatNeedsItIsEncodedAnew() {
    String plain = "Content-Type: text/plain\r\n\r\nsigned -- by\r\n";
    String flowed = "Content-Type: text/plain; format=flowed\r\n\r\nsoft \r\nbreak\r\n";
    assertEquals(
        multipart(
            "multipart/alternative",
            plain,
            "Content-Type: text/plain; format=flowed\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\n\r\nsoft=20\r\nbreak\r\n"),
        clear(multipart("multipart/alternative", plain, flowed)));
    String nested = multipart("multipart/alternative", plain, flowed);
    assertEquals(nested, enclosed(nested));
  }

  @Test
  void transferEncodingsOfMultipartsFollowTheirParts() {
    String part = "Content-Transfer-Encoding: 8bit\r\n\r\n\u00c3\u00bc and so on, as it goes\r\n";
    String entity =
        multipart("multipart/mixed", part)
            .replace("boundary=b", "boundary=b\r\nContent-Transfer-Encoding: 8bit");
    String encoded = clear(entity);
    assertTrue(encoded.contains("boundary=b\r\nContent-Transfer-Encoding: 7bit\r\n"), encoded);
    assertTrue(
        encoded.contains(
            "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\n\r\n=C3=BC and so on"),
        encoded);
    assertEquals(entity, enclosed(entity));
  }

  @Test
  void octetsOver127OutsideThePartsAreLeftOut() {
    String entity =
        "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "Pr\u00e4ambel\r\n"
            + "--b\r\n\r\n"
            + "x\r\n"
            + "--b--\r\n";
    assertEquals(multipart("multipart/mixed", "\r\nx"), clear(entity));
  }

  @Test
  void embeddedMessagesAreEncodedWithin() {
    String inner = "Subject: x\r\nContent-Type: text/plain; charset=latin1\r\n\r\n";
    String entity =
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
            + inner
            + "so f\u00fcr alle, die es lesen\r\n";
    assertEquals(
        "Content-Type: message/rfc822\r\nContent-Transfer-Encoding: 7bit\r\n\r\n"
            + inner.substring(0, inner.length() - 2)
            + "Content-Transfer-Encoding: quoted-printable\r\n\r\nso f=FCr alle, die es lesen\r\n",
        clear(entity));
    String digest = multipart("multipart/digest", "\r\n" + inner + "so f\u00fcr alle zu lesen");
    assertTrue(clear(digest).contains("so f=FCr alle zu lesen"), clear(digest));
    assertMalformed("Content-Type: message/rfc822\r\n\r\nSubject: \u00fc\r\n\r\nx\r\n");
  }

  @Test
  void signedPartsAreNeverChanged() {
    String signed = multipart("multipart/signed", "\r\nsoft \r\nFrom me", "\r\nsignature");
    assertEquals(signed, clear(signed));
    String inner = signed.replace("=b", "=c").replace("--b", "--c");
    String mixed = multipart("multipart/mixed", inner, "\r\nsoft \r\n");
    assertTrue(clear(mixed).contains("soft \r\nFrom me"), clear(mixed));
    assertTrue(clear(mixed).contains("soft=20\r\n"), clear(mixed));
    assertMalformed(mixed.replace("soft \r\nFrom", "\u00fc \r\nFrom"));
  }

  @Test
  void brokenEncodingsAreMadeGood() {
    String base64 = "Content-Transfer-Encoding: base64\r\n\r\n";
    assertEquals(
        base64 + ("eHh4".repeat(19) + "\r\n").repeat(20), clear(base64 + "eHh4".repeat(380)));
    String quoted = "Content-Transfer-Encoding: Quoted-Printable\r\n\r\n";
    assertEquals(
        "Content-Transfer-Encoding: quoted-printable\r\n"
            + "Content-Type: text/plain; charset=utf-8\r\n\r\n=C3=BC=3D and more of it\r\n",
        clear(quoted + "\u00c3\u00bc=3D and =\nmore of it\n").replace("more of it", "more of it"));
    assertMalformed(base64 + "!\u00fc");
  }

  @Test
  void largeTextGoesThroughTheHost() {
    String entity = "Content-Type: text/plain\r\n\r\n" + "word \r\n".repeat(200_000);
    String encoded = clear(entity);
    assertTrue(encoded.contains("Content-Transfer-Encoding: base64"));
    assertFalse(encoded.contains("word"));
  }

  @Test
  void binaryContentKeepsItsOctets() {
    String binary = "Content-Type: image/x\r\nContent-Transfer-Encoding: binary\r\n\r\n";
    String expected =
        "Content-Type: image/x\r\nContent-Transfer-Encoding: base64\r\n\r\nCg0KDQA=\r\n";
    String octets = "\n\r\n\r\0";
    assertEquals(expected, clear(binary + octets));
    assertEquals(expected, enclosed(binary + octets));
    String text = binary.replace("image/x", "text/plain") + "a\nb\r\n";
    assertTrue(enclosed(text).endsWith("\r\n\r\na\r\nb\r\n"), enclosed(text));
    String nested = multipart("multipart/mixed", binary + octets, "\r\nx");
    assertEquals(multipart("multipart/mixed", expected, "\r\nx"), enclosed(nested));
  }

  @Test
  void depthIsBounded() {
    String deep = "Content-Type: message/rfc822\r\n\r\n".repeat(32) + "\r\n\u00fc";
    SmimeException refusal = assertThrows(SmimeException.class, () -> clear(deep));
    assertEquals(ErrorCode.TOO_LARGE, refusal.code());
  }
}
