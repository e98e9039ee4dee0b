package dev.signet.engine.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A MIME entity")
class EntityTest {
  private static Entity entity(String text) {
    return Entity.parse(bulk(text));
  }

  private static Bulk bulk(String text) {
    return new HeapBulk(text.getBytes(ISO_8859_1));
  }

  private static String text(Bulk bulk) {
    return new String(bulk.read(), ISO_8859_1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n"})
  @DisplayName("is header fields, an empty line and a body, with either line end")
  void headerAndBody(String end) {
    Entity entity =
        entity("Subject: a" + end + "\tb" + end + "X: y" + end + end + "body" + end + end);
    assertEquals("a\tb", entity.headers().first("subject").orElseThrow().value());
    assertEquals(2, entity.headers().fields().size());
    assertEquals("body" + end + end, text(entity.body()));
    assertEquals("Subject: a" + end + "\tb" + end + "X: y" + end, text(entity.headerBlock()));
  }

  @Nested
  @DisplayName("without")
  class Without {
    @Test
    @DisplayName("header fields is all body")
    void header() {
      assertEquals("just text\n", text(entity("just text\n").body()));
      assertEquals("text", text(entity("\r\ntext").body()));
      assertEquals("", text(entity("").body()));
    }

    @Test
    @DisplayName("an empty line has no body")
    void body() {
      Entity entity = entity("A: b\r\nC: d");
      assertEquals(0, entity.body().length());
      assertEquals("d", entity.headers().first("c").orElseThrow().value());
    }
  }

  @Test
  @DisplayName("of an mbox file may begin with a From line")
  void mbox() {
    Entity entity = entity("From alice Mon Jan  1 00:00:00 2026\nSubject: x\n\nb");
    assertEquals(1, entity.headers().fields().size());
    assertEquals("b", text(entity.body()));
    assertFalse(entity.headers().damaged());
  }

  @Test
  @DisplayName("tells which fields stand behind a line of white space alone")
  void blank() {
    Headers headers = entity("A: b\r\nC: d\r\n \t\r\n e\r\nF: g\r\n\r\n").headers();
    assertFalse(headers.damaged());
    assertFalse(headers.behindBlank("a"));
    assertFalse(headers.behindBlank("c"));
    assertTrue(headers.behindBlank("f"));
    assertFalse(entity("A: b\r\n c\r\nD: e\r\n\r\n").headers().behindBlank("d"));
  }

  @Test
  @DisplayName("with a header of 600 KB is refused")
  void longHeader() {
    String text = "A: b\r\n".repeat(100_000) + "\r\nbody";
    SmimeException error = assertThrows(SmimeException.class, () -> entity(text));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
  }

  @Test
  @DisplayName("with 30,000 header fields is refused")
  void manyFields() {
    String text = "A:\r\n".repeat(30_000) + "\r\nbody";
    SmimeException error = assertThrows(SmimeException.class, () -> entity(text));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
  }

  @Test
  @DisplayName("with a header of 100 KB is read")
  void largeHeader() {
    Entity entity = entity("A: b\r\n".repeat(17_000) + "\r\nbody");
    assertEquals(17_000, entity.headers().fields().size());
    assertEquals("body", text(entity.body()));
  }

  @Nested
  @DisplayName("has a content type")
  class Types {
    @Test
    @DisplayName("with parameters quoted, commented and folded")
    void parameters() {
      ContentType type =
          ContentType.parse(
              "Multipart/Signed (what) ; Boundary=\"a \\\"b\";\tprotocol = x/y ;MICALG=sha-256");
      assertEquals("multipart/signed", type.type());
      assertEquals("a \"b", type.parameter("boundary"));
      assertEquals("x/y", type.parameter("protocol"));
      assertEquals("sha-256", type.parameter("micalg"));
      assertEquals("", type.parameter("none"));
    }

    @Test
    @DisplayName("with parameters continued and encoded")
    void extended() {
      ContentType type =
          ContentType.parse(
              "a/b; x*=utf-8'de'%C3%BC%2e; y*1=b; y*0=a; z*0*=iso-8859-1''%FC;"
                  + " z*1=\"%41\"; z*2*=%42; w*1=lost; v*=%zz%4; u*='");
      assertEquals("\u00fc.", type.parameter("x"));
      assertEquals("ab", type.parameter("y"));
      assertEquals("\u00fc%41B", type.parameter("z"));
      assertEquals("", type.parameter("w"));
      assertEquals("%zz%4", type.parameter("v"));
      assertEquals("'", type.parameter("u"));
      assertTrue(type.ambiguous().isEmpty());
    }

    @Test
    @DisplayName("that remembers which parameters stand more than once")
    void ambiguous() {
      ContentType type = ContentType.parse("a/b; x=1; X=2; y=1; y*=us-ascii''2; z=3");
      assertEquals(Set.of("x", "y"), type.ambiguous());
      assertEquals("1", type.parameter("x"));
      assertEquals("2", type.parameter("y"));
    }

    @Test
    @DisplayName("that may not stand twice")
    void twice() {
      Entity entity = entity("Content-Type: text/plain\nContent-Type: text/html\n\n");
      assertThrows(SmimeException.class, entity::contentType);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", ";", "=", "a/b;", "a/b;=", "a/b; x=\"open", "(((", "a/b; x=(", "\\"})
    @DisplayName("that is read without fault whatever it is")
    void broken(String value) {
      assertTrue(ContentType.parse(value).parameters().size() <= 1);
    }
  }

  @Nested
  @DisplayName("has a transfer encoding")
  class Encodings {
    private String decoded(String encoding, String body) {
      return text(
          entity("Content-Transfer-Encoding: " + encoding + "\r\n\r\n" + body)
              .decodedBody(new HeapHost()));
    }

    @Test
    @DisplayName("that is taken off")
    void decodes() {
      assertEquals("hello", decoded("BASE64", "aGVs\r\nbG8=\r\nignored"));
      assertEquals("a=b c", decoded("quoted-printable", "a=3Db=\r\n c"));
      assertEquals("x", decoded("7bit", "x"));
    }

    @Test
    @DisplayName("that is malformed when it is damaged or unknown")
    void damaged() {
      assertThrows(SmimeException.class, () -> decoded("base64", "a*b="));
      assertThrows(SmimeException.class, () -> decoded("quoted-printable", "=G1"));
      assertThrows(SmimeException.class, () -> decoded("uuencode", "x"));
    }
  }

  @Nested
  @DisplayName("of several parts")
  class Parts {
    private List<String> parts(String body) {
      return Multipart.parts(bulk(body), "b", 10).stream().map(EntityTest::text).toList();
    }

    @Test
    @DisplayName("gives each without the line end that belongs to the delimiter")
    void split() {
      assertEquals(
          List.of("one\r\n", "two"),
          parts("preamble\r\n--b\r\none\r\n\r\n--b \t\r\ntwo\r\n--b--\r\nepilogue"));
      assertEquals(List.of("one", ""), parts("--b\none\n--b\n\n--b--"));
    }

    @Test
    @DisplayName("is not split at a longer boundary or within a line")
    void lookalikes() {
      assertEquals(List.of("x --b\r\n--bc\r\ny"), parts("--b\r\nx --b\r\n--bc\r\ny\r\n--b--"));
    }

    @Test
    @DisplayName("may have a boundary that another begins with")
    void prefix() {
      assertEquals(List.of("--b2\nx\n--b2--", "y"), parts("--b\n--b2\nx\n--b2--\n--b\ny\n--b--"));
    }

    @Test
    @DisplayName("may have spaces at the end of its boundary, and empty parts")
    void padded() {
      List<Bulk> parts = Multipart.parts(bulk("--b\n--b \n--b\nx\n--b--"), "b  ", 10);
      assertEquals(List.of("", "", "x"), parts.stream().map(EntityTest::text).toList());
    }

    @Test
    @DisplayName("is not split at CR alone, nor by a boundary with NUL")
    void otherLineEnds() {
      assertThrows(SmimeException.class, () -> parts("x\r--b\ry\r--b--"));
      assertThrows(SmimeException.class, () -> parts("--b\0\nx\n--b\0--"));
      assertEquals(List.of("one\r--b", "two"), parts("--b\n" + "one\r--b\r\n--b\ntwo\n--b--"));
    }

    @Test
    @DisplayName("is refused when countless lines look like its boundary")
    void lookalikesWithoutMeasure() {
      SmimeException error =
          assertThrows(
              SmimeException.class, () -> parts("--b\nx" + "\n--bx".repeat(20_000) + "\n--b--"));
      assertEquals(ErrorCode.TOO_LARGE, error.code());
    }

    @Test
    @DisplayName("may lack the closing delimiter")
    void unclosed() {
      assertEquals(List.of("one", "two"), parts("--b\r\none\r\n--b\r\ntwo"));
    }

    @Test
    @DisplayName("must have a delimiter, and not too many")
    void bounds() {
      assertThrows(SmimeException.class, () -> parts("nothing"));
      SmimeException error = assertThrows(SmimeException.class, () -> parts("--b\nx\n".repeat(20)));
      assertEquals(ErrorCode.TOO_LARGE, error.code());
    }
  }
}
