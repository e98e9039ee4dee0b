package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Texts;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mail in the forms that senders, relays and list software give it. */
@DisplayName("Mail as it arrives")
public abstract class RealMailCases extends MessageCases {
  private static final String GREEN = "verified-revocation-off";

  private static String text(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** The entity that OpenSSL signs detached, as text. */
  private String detached() {
    return text(Mail.fromAlice().signed(Mail.ENTITY, world.alice(), "-binary"));
  }

  private String opaque() {
    return text(Mail.fromAlice().signed(Mail.ENTITY, world.alice(), "-binary", "-nodetach"));
  }

  private Opened opens(String code, String colour, String entity) {
    return verdict(code, colour, Mail.fromAlice().of(bytes(entity)));
  }

  private void green(String entity) {
    assertArrayEquals(Mail.ENTITY, opens(GREEN, "green", entity).content());
  }

  /** The body of an opaque mail under other header fields. */
  private static String under(String fields, String entity) {
    return fields + entity.substring(entity.indexOf("\n\n") + 1);
  }

  private static String boundary(String entity) {
    int start = entity.indexOf("boundary=\"") + 10;
    return entity.substring(start, entity.indexOf('"', start));
  }

  @Nested
  @DisplayName("signed, detached, is read with")
  class Detached {
    @Test
    @DisplayName("a signature part of another type or under a file's name alone")
    void signatureTypes() {
      String type = "Content-Type: application/pkcs7-signature; name=\"smime.p7s\"\n";
      String disposition = "Content-Disposition: attachment; filename=\"smime.p7s\"\n";
      for (String other :
          List.of(
              "CONTENT-TYPE: APPLICATION/PKCS7-SIGNATURE",
              "Content-Type: application/pkcs7-mime; smime-type=signed-data",
              "Content-Type: application/octet-stream; name=smime.p7s",
              "Content-Type: application/octet-stream; name*=utf-8''sm%69me.p7s",
              "Content-Type: application/octet-stream; name*0=smi; name*1=\"me.P7S\"",
              "Content-Type: application/octet-stream\n"
                  + "Content-Disposition: attachment;\n\tfilename=smime.p7s")) {
        String entity = detached();
        assertTrue(entity.contains(type) && entity.contains(disposition), entity);
        green(entity.replace(disposition, "").replace(type, other + "\n"));
      }
    }

    @Test
    @DisplayName("a boundary that is quoted, continued, or padded with spaces")
    void boundaries() {
      String entity = detached();
      String name = boundary(entity);
      String written = "boundary=\"" + name + "\"";
      green(entity.replace(written, "BOUNDARY = " + name + " (" + "a comment" + ")"));
      green(entity.replace(written, "boundary=\"" + name + "  \""));
      green(entity.replace(written, "boundary*=us-ascii''" + name));
      green(
          entity.replace(
              written,
              "boundary*1=\"" + name.substring(9) + "\";\n boundary*0=" + name.substring(0, 9)));
      green(entity.replace("--" + name + "\n", "--" + name + " \t \r\n"));
    }

    @Test
    @DisplayName("no final boundary, and with an epilogue")
    void ends() {
      String entity = detached();
      String last = "--" + boundary(entity) + "--";
      green(entity.replace(last, ""));
      green(entity.replace(last, last + "\nSent by way of a list.\n"));
    }

    @Test
    @DisplayName("line ends of either kind, or both")
    void lineEnds() {
      String entity = detached();
      green(entity.replace("\r\n", "\n"));
      green(entity.replace("\r\n", "\n").replace("\n", "\r\n"));
      green(
          entity.replace(
              "Content-Transfer-Encoding: 8bit\r\n", "Content-Transfer-Encoding: 8bit\n"));
    }

    @Test
    @DisplayName("header fields folded and oddly cased")
    void folded() {
      String entity = detached();
      green(
          entity
              .replace("Content-Type: multipart/signed;", "cONTENT-tYPE:\n\tMultipart/SIGNED\n ;")
              .replace(
                  "protocol=\"application/pkcs7-signature\"",
                  "Protocol=Application/X-PKCS7-Signature"));
    }

    @Test
    @DisplayName("octets that are no text, when nothing changed them")
    void binary() {
      byte[] entity =
          bytes(
              "Content-Type: image/x\r\nContent-Transfer-Encoding: binary\r\n\r\n\0\r\n\n\r\u00ff\n");
      Mail mail = Mail.fromAlice();
      Opened opened =
          verdict(GREEN, "green", mail.of(mail.signed(entity, world.alice(), "-binary")));
      assertArrayEquals(entity, opened.content());
    }

    @Test
    @DisplayName("line noise and newlines in its base64")
    void noise() {
      String entity = detached();
      int at = entity.indexOf("\n\nMII") + 20;
      green(entity.substring(0, at) + "!\r\n " + entity.substring(at));
      String last = "\n--" + boundary(entity) + "--";
      green(entity.replace(last, "\n\n \n\n" + last));
    }

    @Test
    @DisplayName("but not when a relay wrote the body anew: tampered")
    void encodedAnew() {
      String entity = detached();
      opens(
          "tampered",
          "red",
          entity
              .replace(
                  "Content-Transfer-Encoding: 8bit", "Content-Transfer-Encoding: quoted-printable")
              .replace("Gr\u00c3\u00bc\u00c3\u009fe", "Gr=C3=BC=C3=9Fe"));
    }

    @Test
    @DisplayName("but not when readers would differ in what the parts are: malformed")
    void ambiguous() {
      String entity = detached();
      String written = "boundary=\"" + boundary(entity) + "\"";
      opens("malformed", "red", entity.replace(written, written + "; boundary=other"));
      opens("malformed", "red", entity.replace(written, written + "; boundary*=us-ascii''other"));
      opens("malformed", "red", "Content-Type: text/plain\r\n" + entity);
      opens("malformed", "red", entity.replace(written, "boundary=other"));
      String part = "--" + boundary(entity);
      opens("malformed", "red", entity.replace(part + "--", part + "\n\nmore\n" + part + "--"));
    }
  }

  @Nested
  @DisplayName("as one CMS message is read")
  class Opaque {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "Content-Type: application/pkcs7-mime",
          "CONTENT-TYPE: APPLICATION/PKCS7-MIME; SMIME-TYPE=SIGNED-DATA",
          "Content-Type: application/x-pkcs7-mime; smime-type=enveloped-data",
          "Content-Type: application/pkcs7-mime; smime-type=certs-only; name=smime.p7c",
          "Content-Type: application/octet-stream; name=\"SMIME.P7M\"",
          "Content-Type: application/octet-stream; name*=iso-8859-1'en'smime%2ep7m",
          "Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=a.p7m",
          "Content-Type: application/octet-stream\n"
              + "Content-Disposition: attachment; filename*0*=utf-8''%c3%bc; filename*1=.p7m",
        })
    @DisplayName("under any of its names, whatever smime-type says")
    void names(String fields) {
      green(under(fields + "\nContent-Transfer-Encoding: base64\n", opaque()));
    }

    @Test
    @DisplayName("without a transfer encoding, and as octets, named so or not")
    void encodings() {
      String type = "Content-Type: application/pkcs7-mime\n";
      green(under(type, opaque()));
      green(under(type + "Content-Transfer-Encoding: BASE64 (of old)\n", opaque()));
      String base64 = opaque();
      byte[] cms = Base64.getMimeDecoder().decode(base64.substring(base64.indexOf("\n\n") + 2));
      for (String encoding : List.of("binary", "8bit", "base64")) {
        green(type + "Content-Transfer-Encoding: " + encoding + "\n\n" + text(cms));
      }
      green(type + "Content-Transfer-Encoding: binary\n\n" + text(cms) + "\r\n\0\0\r\n");
    }

    @Test
    @DisplayName("with its lengths in more octets than needed")
    void paddedLengths() {
      String base64 = opaque();
      byte[] cms = Base64.getMimeDecoder().decode(base64.substring(base64.indexOf("\n\n") + 2));
      assertEquals((byte) 0x82, cms[1]);
      String padded = "0\210\0\0\0\0\0\0" + text(cms).substring(2);
      green("Content-Type: application/pkcs7-mime\nContent-Transfer-Encoding: binary\n\n" + padded);
    }

    @Test
    @DisplayName("when streamed, its content in segments")
    void streamed() {
      green(
          text(
              Mail.fromAlice()
                  .signed(Mail.ENTITY, world.alice(), "-binary", "-nodetach", "-stream")));
    }
  }

  @Nested
  @DisplayName("that is not signed as a whole says so:")
  class Parts {
    private static final String MIXED = "Content-Type: multipart/mixed; boundary=list\n\n";

    private Opened parts(int signed, int encrypted, String entity) {
      Opened opened = opens("unsigned", "none", entity);
      assertEquals(signed, opened.report().at("/inner/signed").asInt(-1));
      assertEquals(encrypted, opened.report().at("/inner/encrypted").asInt(-1));
      assertTrue(opened.report().get("signature").isNull());
      assertEquals(
          signed > 0 || encrypted > 0,
          Texts.of(opened.report().get("status")).contains("by itself"));
      return opened;
    }

    @Test
    @DisplayName("list software put a footer below a signed message")
    void footer() {
      byte[] mail =
          Mail.fromAlice()
              .of(
                  bytes(
                      MIXED
                          + "--list\n"
                          + detached()
                          + "\n--list\nContent-Type: text/plain\n\nTo unsubscribe ...\n--list--\n"));
      Opened opened = verdict("unsigned", "none", mail);
      assertArrayEquals(mail, opened.content());
      assertEquals(1, opened.report().at("/inner/signed").asInt());
      assertEquals("", layers(opened));
      assertTrue(Texts.of(opened.report().get("status")).contains("a part of it is signed"));
    }

    @Test
    @DisplayName("a signed message was forwarded, or is an attachment")
    void forwarded() {
      String mail = text(Mail.fromAlice().of(bytes(detached())));
      parts(1, 0, "Content-Type: message/rfc822\n\n" + mail);
      parts(
          2,
          0,
          MIXED
              + "--list\n\nSee below.\n--list\nContent-Type: message/rfc822\n\n"
              + mail
              + "\n--list\n"
              + opaque()
              + "\n--list--\n");
    }

    @Test
    @DisplayName("an encrypted part stands within another message, and is not decrypted into it")
    void encryptedPart() {
      unlock(world.bob());
      String encrypted = text(Mail.fromAlice().encrypted(Mail.ENTITY, world.bob()));
      Opened opened =
          parts(0, 1, MIXED + "--list\n\n<img src=\"\n--list\n" + encrypted + "\n--list--\n");
      assertFalse(text(opened.content()).contains("aus K"));
      assertTrue(opened.report().get("encryption").isNull());
    }

    @Test
    @DisplayName("and says nothing where there is nothing")
    void nothing() {
      parts(0, 0, MIXED + "--list\n\nx\n--list\nContent-Type: application/pdf\n\ny\n--list--\n");
      parts(
          0,
          0,
          "Content-Type: multipart/signed; boundary=b; protocol=\"application/pgp-signature\"\n\n"
              + "--b\n\nx\n--b\nContent-Type: application/pgp-signature\n\ny\n--b--\n");
    }
  }

  @Nested
  @DisplayName("that Exchange turned into winmail.dat")
  class Winmail {
    private String tnef(String messageClass) {
      byte[] stream = bytes("x\237>\"\1\0\1\10\200\7\0" + messageClass + "\0");
      return "Content-Type: application/ms-tnef; name=\"winmail.dat\"\n"
          + "Content-Transfer-Encoding: base64\n\n"
          + Base64.getMimeEncoder().encodeToString(stream)
          + "\n";
    }

    @Test
    @DisplayName("is unsupported when it was signed or encrypted")
    void smime() {
      Opened opened = opens("unsupported", "red", tnef("IPM.Note.SMIME.MultipartSigned"));
      assertTrue(Texts.of(opened.report().get("status")).contains("winmail.dat"));
      opens(
          "unsupported",
          "red",
          "Content-Type: multipart/mixed; boundary=m\n\n--m\n\n\n--m\n"
              + tnef("IPM.Note.SMIME")
              + "--m--\n");
    }

    @Test
    @DisplayName("is unsigned when it was neither")
    void plain() {
      opens("unsigned", "none", tnef("IPM.Note"));
    }
  }
}
