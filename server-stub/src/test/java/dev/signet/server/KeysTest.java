package dev.signet.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.server.digest.Sha256;
import dev.signet.server.fixture.Client;
import dev.signet.server.fixture.Pkcs12Files;
import dev.signet.server.fixture.RunningServer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
  private static RunningServer server;

  private final UUID id = UUID.randomUUID();
  private String aliceName;
  private Client alice;

  @BeforeAll
  static void start() throws Exception {
    server = RunningServer.start("key.max-per-user=3", "key.max-bytes=8192");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void signIn() {
    aliceName = server.newUser();
    alice = server.signedIn(aliceName);
  }

  @Test
  void givesBackExactlyWhatWasStored() {
    byte[] file = Pkcs12Files.modern();
    HttpResponse<byte[]> put = alice.put("/api/keys/" + id + "?name=Work%20%C3%A4", file);
    assertEquals(201, put.statusCode());
    HttpResponse<byte[]> got = alice.get("/api/keys/" + id);
    assertEquals(200, got.statusCode());
    assertArrayEquals(file, got.body());
    assertEquals("application/x-pkcs12", field(got, "Content-Type"));
    assertEquals("no-store", field(got, "Cache-Control"));
    assertEquals(field(put, "ETag"), field(got, "ETag"));
    assertEquals(
        304, alice.get("/api/keys/" + id, "If-None-Match", field(got, "ETag")).statusCode());
  }

  @Test
  void listsWhatIsThere() {
    assertEquals(0, Client.json(alice.get("/api/keys")).size());
    byte[] file = Pkcs12Files.modern();
    alice.put("/api/keys/" + id + "?name=Work%20%C3%A4", file);
    JsonNode row = Client.json(alice.get("/api/keys")).get(0);
    assertEquals(id.toString(), row.get("id").asText());
    assertEquals("Work \u00e4", row.get("name").asText());
    assertEquals(file.length, row.get("size").asInt());
    assertEquals(Sha256.hex(file), row.get("sha256").asText());
    assertEquals(row.get("created"), row.get("modified"));
    assertTrue(Instant.parse(row.get("created").asText()).isAfter(Instant.now().minusSeconds(60)));
    assertEquals(6, row.size());
  }

  @Test
  void replacesContentAndKeepsTheNameUnlessTold() {
    alice.put("/api/keys/" + id + "?name=one", Pkcs12Files.modern());
    assertEquals(204, alice.putKey(id, Pkcs12Files.another()).statusCode());
    assertEquals("one", Client.json(alice.get("/api/keys")).get(0).get("name").asText());
    assertArrayEquals(Pkcs12Files.another(), alice.get("/api/keys/" + id).body());
    alice.put("/api/keys/" + id + "?name=two", Pkcs12Files.another());
    assertEquals("two", Client.json(alice.get("/api/keys")).get(0).get("name").asText());
  }

  @Test
  void removes() {
    alice.putKey(id, Pkcs12Files.modern());
    assertEquals(204, alice.delete("/api/keys/" + id).statusCode());
    assertEquals(404, alice.get("/api/keys/" + id).statusCode());
    assertEquals(404, alice.delete("/api/keys/" + id).statusCode());
  }

  @Test
  void takesTheIdInEitherCase() {
    String upper = id.toString().toUpperCase(Locale.ROOT);
    assertEquals(201, alice.put("/api/keys/" + upper, Pkcs12Files.modern()).statusCode());
    assertEquals(200, alice.get("/api/keys/" + id).statusCode());
  }

  /**
   * RFC 9110, 13.1.1 and 13.1.2. "this" stands for the entity tag of the file that is there,
   * "other" for another.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          absent  | -                     | 201 | 404
          absent  | If-None-Match: *      | 201 | 404
          absent  | If-None-Match: other  | 201 | 404
          absent  | If-Match: *           | 412 | 404
          absent  | If-Match: other       | 412 | 404
          present | -                     | 204 | 204
          present | If-None-Match: *      | 412 | 412
          present | If-None-Match: this   | 412 | 412
          present | If-None-Match: W/this | 412 | 412
          present | If-None-Match: other  | 204 | 204
          present | If-Match: *           | 204 | 204
          present | If-Match: this        | 204 | 204
          present | If-Match: other, this | 204 | 204
          present | If-Match: W/this      | 412 | 412
          present | If-Match: other       | 412 | 412
          present | If-Match: nonsense    | 400 | 400
          """)
  void obeysConditions(String state, String condition, int put, int delete) {
    byte[] before = Pkcs12Files.modern();
    String tag = '"' + Sha256.hex(before) + '"';
    String[] fields =
        condition.equals("-")
            ? new String[0]
            : condition.replace("other", "\"0123\"").replace("this", tag).split(": ", 2);
    for (boolean deleting : new boolean[] {false, true}) {
      UUID file = UUID.randomUUID();
      if (state.equals("present")) {
        alice.putKey(file, before);
      }
      HttpResponse<byte[]> answer =
          deleting
              ? alice.delete("/api/keys/" + file, fields)
              : alice.putKey(file, Pkcs12Files.another(), fields);
      assertEquals(deleting ? delete : put, answer.statusCode(), deleting ? "DELETE" : "PUT");
      if (state.equals("present") && answer.statusCode() >= 400) {
        assertArrayEquals(before, alice.get("/api/keys/" + file).body(), "nothing has changed");
      }
      alice.delete("/api/keys/" + file);
    }
  }

  @Nested
  class Refuses {
    @Test
    void anotherMediaType() {
      for (String type : new String[] {"application/octet-stream", "application/x-pkcs12x", ""}) {
        assertEquals(
            415, alice.putKey(id, Pkcs12Files.modern(), "Content-Type", type).statusCode(), type);
      }
      assertEquals(
          415, alice.putKey(id, Pkcs12Files.modern(), "Content-Encoding", "gzip").statusCode());
      assertNothingIsStored();
    }

    @Test
    void whatIsTooLong() {
      byte[] file = Arrays.copyOf(Pkcs12Files.modern(), 8193);
      assertEquals(413, alice.putKey(id, file).statusCode());
      HttpResponse<byte[]> chunked =
          alice.send(
              "PUT",
              "/api/keys/" + id,
              BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)),
              "Content-Type",
              "application/x-pkcs12");
      assertEquals(413, chunked.statusCode());
      assertNothingIsStored();
    }

    @Test
    void whatIsNoProtectedPkcs12_andSaysWhy() {
      byte[] clear = Pkcs12Files.openssl("-passout", "pass:x", "-keypbe", "NONE");
      HttpResponse<byte[]> answer = alice.putKey(id, clear);
      assertEquals(422, answer.statusCode());
      assertEquals("application/problem+json", field(answer, "Content-Type"));
      assertEquals("clear-key", Client.json(answer).get("reason").asText());
      assertTrue(Client.json(answer).get("detail").asText().contains("in clear"));
      byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
      assertEquals("not-pkcs12", Client.json(alice.putKey(id, text)).get("reason").asText());
      assertEquals(422, alice.putKey(id, new byte[0]).statusCode());
      assertNothingIsStored();
    }

    @Test
    void moreThanTheQuota() {
      for (int i = 0; i < 3; i++) {
        assertEquals(201, alice.putKey(UUID.randomUUID(), Pkcs12Files.modern()).statusCode());
      }
      assertEquals(507, alice.putKey(id, Pkcs12Files.modern()).statusCode());
      assertEquals(404, alice.get("/api/keys/" + id).statusCode());
      assertEquals(
          201, server.signedIn(server.newUser()).putKey(id, Pkcs12Files.modern()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "1-1-1-1-1",
          "0f8fad5bd9cb469fa16570867728950e",
          "0f8fad5b-d9cb-469f-a165-70867728950",
          "%2e%2e%2fsession",
          "0f8fad5b-d9cb-469f-a165-70867728950e/x",
          "0f8fad5b-d9cb-469f-a165-70867728950e%00",
          ""
        })
    void whatIsNoId(String text) {
      assertEquals(404, alice.get("/api/keys/" + text).statusCode());
      assertEquals(404, alice.put("/api/keys/" + text, Pkcs12Files.modern()).statusCode());
      assertEquals(404, alice.delete("/api/keys/" + text).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%20", "a%0Ab", "a%00", "a%C2%85", "%E2%80%A8", "a&name=b", "%FF"})
    void aNameThatIsNone(String name) {
      String path = "/api/keys/" + id + "?name=" + name;
      assertEquals(400, alice.put(path, Pkcs12Files.modern()).statusCode());
      assertNothingIsStored();
    }

    @Test
    void aNameThatIsTooLong() {
      String path = "/api/keys/" + id + "?name=";
      assertEquals(400, alice.put(path + "n".repeat(201), Pkcs12Files.modern()).statusCode());
      assertEquals(201, alice.put(path + "n".repeat(200), Pkcs12Files.modern()).statusCode());
    }

    private void assertNothingIsStored() {
      assertEquals(0, Client.json(alice.get("/api/keys")).size());
    }
  }

  @Test
  void keepsUsersApartOnEveryMethod() {
    Client bob = server.signedIn(server.newUser());
    byte[] file = Pkcs12Files.modern();
    String tag = field(alice.putKey(id, file), "ETag");
    assertEquals(0, Client.json(bob.get("/api/keys")).size());
    assertEquals(404, bob.get("/api/keys/" + id).statusCode());
    assertEquals(404, bob.send("HEAD", "/api/keys/" + id, BodyPublishers.noBody()).statusCode());
    assertEquals(404, bob.get("/api/keys/" + id, "If-None-Match", tag).statusCode());
    for (String[] condition :
        new String[][] {{}, {"If-Match", "*"}, {"If-Match", tag}, {"If-None-Match", "*"}}) {
      assertEquals(404, bob.putKey(id, Pkcs12Files.another(), condition).statusCode());
      assertEquals(404, bob.delete("/api/keys/" + id, condition).statusCode());
    }
    assertArrayEquals(file, alice.get("/api/keys/" + id).body());
    assertEquals(1, Client.json(alice.get("/api/keys")).size());
  }

  @Test
  void takesAUsersFilesAwayWithTheUser() {
    alice.putKey(id, Pkcs12Files.modern());
    server.store().removeAccount(aliceName);
    assertEquals(401, alice.get("/api/keys").statusCode());
    assertEquals(
        201, server.signedIn(server.newUser()).putKey(id, Pkcs12Files.modern()).statusCode());
  }

  private static String field(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElseThrow();
  }
}
