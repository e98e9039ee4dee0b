package dev.signet.e2e.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in")
@Order(20)
final class SignInTest {
  private final Stage stage = Stage.get();

  @Test
  @DisplayName("with a wrong password is refused, and the right one is taken afterwards")
  void wrongPassword() {
    WebApp app = stage.app().load();
    if (app.page().has("sign-out")) {
      app.signOut();
    }
    app.signIn("alice", "not " + stage.password(stage.world().alice()));
    assertFalse(app.page().text("sign-in-error").isBlank());
    assertFalse(app.page().has("sign-out"));
    app.signIn("alice", stage.password(stage.world().alice()));
    app.page().await("sign-out");
    assertTrue(app.page().text("user-name").contains("alice"));
    assertEquals(200L, app.fetch("GET", "/api/session").get("status"));
  }

  @Test
  @DisplayName("ends with signing out: the session is worth nothing after that")
  void signOut() {
    WebApp app = stage.appOf(stage.world().alice());
    app.signOut();
    assertEquals(401L, app.fetch("GET", "/api/session").get("status"));
    assertEquals(401L, app.fetch("GET", "/api/keys").get("status"));
    app.load();
    assertTrue(app.page().has("sign-in-submit"));
  }

  @Test
  @DisplayName("as somebody else does not give the first one's key file")
  void secondUser() throws JsonProcessingException {
    WebApp app = stage.appWithKeyOf(stage.world().alice());
    String list = (String) app.fetch("GET", "/api/keys").get("text");
    String id = new ObjectMapper().readTree(list).get(0).get("id").asText();
    assertEquals(200L, app.fetch("GET", "/api/keys/" + id).get("status"));

    app = stage.appOf(stage.world().bob());
    assertEquals(404L, app.fetch("GET", "/api/keys/" + id).get("status"));
    assertFalse(((String) app.fetch("GET", "/api/keys").get("text")).contains(id));
    app.signOut();
    assertEquals(401L, app.fetch("GET", "/api/keys/" + id).get("status"));
  }
}
