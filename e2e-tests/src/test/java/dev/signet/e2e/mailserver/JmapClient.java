package dev.signet.e2e.mailserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** JMAP (RFC 8620, 8621) as tests look at an account with it, beside the page. */
public final class JmapClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> USING =
      List.of(
          "urn:ietf:params:jmap:core",
          "urn:ietf:params:jmap:mail",
          "urn:ietf:params:jmap:submission");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI session;
  private final String authorization;
  private JsonNode resource;

  /**
   * A client of one account.
   *
   * @param session address of the session resource
   */
  public JmapClient(URI session, String user, String password) {
    this.session = session;
    String both = user + ":" + password;
    authorization =
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  /** The session resource. */
  public JsonNode session() {
    if (resource == null) {
      resource = json(send("GET", session, null, BodyPublishers.noBody()));
    }
    return resource;
  }

  /** The account's id. */
  public String account() {
    return session().at("/primaryAccounts/urn:ietf:params:jmap:mail").asText();
  }

  /**
   * Calls one method, with the account's id among its arguments.
   *
   * @return its answer, an error as well
   */
  public JsonNode answer(String method, Map<String, Object> arguments) {
    ObjectNode all = JSON.valueToTree(arguments);
    all.put("accountId", account());
    ObjectNode request = JSON.createObjectNode();
    request.set("using", JSON.valueToTree(USING));
    ArrayNode call = request.putArray("methodCalls").addArray();
    call.add(method).add(all).add("0");
    URI api = session.resolve(session().at("/apiUrl").asText());
    byte[] body = request.toString().getBytes(StandardCharsets.UTF_8);
    return json(send("POST", api, "application/json", BodyPublishers.ofByteArray(body)))
        .at("/methodResponses/0");
  }

  /**
   * Calls one method.
   *
   * @throws AssertionError for an error
   */
  public JsonNode call(String method, Map<String, Object> arguments) {
    JsonNode answer = answer(method, arguments);
    if (!answer.path(0).asText().equals(method)) {
      throw new AssertionError(method + ": " + answer);
    }
    return answer.path(1);
  }

  /** The id of the mailbox with this role, such as {@code inbox}. */
  public String mailbox(String role) {
    for (JsonNode mailbox : call("Mailbox/get", Map.of()).path("list")) {
      if (mailbox.path("role").asText().equals(role)) {
        return mailbox.path("id").asText();
      }
    }
    throw new AssertionError("no mailbox is the " + role);
  }

  /** The mails of a mailbox, the newest first, with these properties. */
  public List<JsonNode> mails(String role, String... properties) {
    JsonNode ids =
        call(
                "Email/query",
                Map.of(
                    "filter",
                    Map.of("inMailbox", mailbox(role)),
                    "sort",
                    List.of(Map.of("property", "receivedAt", "isAscending", false))))
            .path("ids");
    List<JsonNode> mails = new ArrayList<>();
    if (!ids.isEmpty()) {
      call("Email/get", Map.of("ids", ids, "properties", List.of(properties)))
          .path("list")
          .forEach(mails::add);
    }
    return mails;
  }

  /** Every octet of the newest mail in this mailbox with this subject; null where there is none. */
  public byte[] message(String role, String subject) {
    for (JsonNode mail : mails(role, "subject", "blobId")) {
      if (mail.path("subject").asText().equals(subject)) {
        return download(mail.path("blobId").asText());
      }
    }
    return null;
  }

  /** Uploads octets; the id under which they can be used. */
  public String upload(String type, byte[] octets) {
    String path = session().at("/uploadUrl").asText().replace("{accountId}", account());
    return json(send("POST", session.resolve(path), type, BodyPublishers.ofByteArray(octets)))
        .path("blobId")
        .asText();
  }

  /** Every octet of what has this id. */
  public byte[] download(String id) {
    String path =
        session()
            .at("/downloadUrl")
            .asText()
            .replace("{accountId}", account())
            .replace("{blobId}", id)
            .replace("{name}", "octets")
            .replace("{type}", "application/octet-stream");
    return send("GET", session.resolve(path), null, BodyPublishers.noBody());
  }

  /** Stores a message by {@code Email/import}; its id. */
  public String store(String role, byte[] message, String... keywords) {
    ObjectNode flags = JSON.createObjectNode();
    for (String keyword : keywords) {
      flags.put(keyword, true);
    }
    Map<String, Object> mail =
        Map.of(
            "blobId",
            upload("message/rfc822", message),
            "mailboxIds",
            Map.of(mailbox(role), true),
            "keywords",
            flags);
    JsonNode answer = call("Email/import", Map.of("emails", Map.of("new", mail)));
    if (!answer.at("/created/new").isObject()) {
      throw new AssertionError("Email/import: " + answer);
    }
    return answer.at("/created/new/id").asText();
  }

  /** The answer of an address that keeps talking (RFC 8620, 7.3). */
  BufferedReader events(String address) {
    HttpRequest request =
        HttpRequest.newBuilder(session.resolve(address))
            .header("Authorization", authorization)
            .header("Accept", "text/event-stream")
            .build();
    try {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200) {
        throw new AssertionError(address + " was answered " + answer.statusCode());
      }
      return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private byte[] send(String method, URI to, String type, BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to).header("Authorization", authorization).method(method, body);
    if (type != null) {
      request.header("Content-Type", type);
    }
    try {
      HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
      if (answer.statusCode() / 100 != 2) {
        throw new AssertionError(
            method
                + " "
                + to
                + " was answered "
                + answer.statusCode()
                + ": "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
