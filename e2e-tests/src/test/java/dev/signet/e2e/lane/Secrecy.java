package dev.signet.e2e.lane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.World;
import dev.signet.e2e.browser.BrowserStorage;
import dev.signet.e2e.browser.SettingsPage;
import dev.signet.e2e.browser.WebApp;
import dev.signet.e2e.stage.Stage;
import dev.signet.e2e.world.Person;
import dev.signet.e2e.world.RecordingProxy;
import dev.signet.e2e.world.Secret;
import dev.signet.e2e.world.SecretSearch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Judges the whole run of a lane, so it comes last: what was sent, what was stored, what lies on
 * the disk, what the browser complained of. Every search looks for something that has to be there
 * as well, so that it cannot pass by seeing nothing.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class Secrecy {
  /** Stored on purpose, by the test, to be found again. */
  private static final Secret STORED =
      Secret.text("what the test stored", "stored " + UUID.randomUUID());

  /** What Chromium asks for of its own accord, whatever page is open; all of it is refused. */
  private static final Pattern BROWSERS_OWN =
      Pattern.compile(
          "(CONNECT|GET|POST) (http://)?"
              + "((accounts|clients2|update|android\\.clients)\\.google(apis)?\\.com"
              + "|(content-autofill|optimizationguide-pa|passwordsleakcheck-pa)\\.googleapis\\.com"
              + "|redirector\\.gvt1\\.com" // its spelling dictionaries
              + "|www\\.google\\.com|start\\.duckduckgo\\.com)[:/].*");

  private final Stage stage = Stage.get();
  private final Collection<Secret> secrets = secrets(stage);
  private final SecretSearch search = new SecretSearch(secrets);

  @Test
  @Order(1)
  @DisplayName("no passphrase, no private key and no plaintext was sent")
  void sent() {
    Person alice = stage.world().alice();
    byte[] p12 = alice.p12();
    WebApp app = stage.appOf(alice);
    SettingsPage settings = app.settings();
    WebApp.choose(app.page().present("import-file"), stage.world().file("last.p12", p12));
    // As it is, so that it can be looked for.
    app.page().click("import-reprotect");
    app.page().type("import-passphrase", alice.passphrase());
    assertEquals("success", settings.uploadAnyway().outcome());
    assertTrue(secrets.size() > 40, "too few secrets are known: " + secrets.size());
    assertEquals(List.of(), findings(stage.toServer(), search));
    assertEquals(List.of(), findings(stage.toSdk(), search));
    for (byte[] each : stage.sentToSites()) {
      assertEquals(List.of(), List.copyOf(search.in(each)));
    }
    for (byte[] asked : stage.outside().asked()) {
      assertEquals(List.of(), List.copyOf(search.in(asked)));
    }

    Secret password = Secret.text("the account's password", stage.password(alice));
    Secret keyFile = new Secret("the encrypted key file", Arrays.copyOfRange(p12, 200, 232));
    assertFound(findings(stage.toServer(), new SecretSearch(List.of(password))));
    assertFound(findings(stage.toServer(), new SecretSearch(List.of(keyFile))));
  }

  @Test
  @Order(2)
  @DisplayName("nothing of it is in the browser's storage")
  void stored() {
    stage.sdk().script("localStorage.setItem('stored', arguments[0])", text(STORED));
    byte[] dump = BrowserStorage.dump(stage.chromium().driver());
    assertFound(new SecretSearch(List.of(STORED)).in(dump));
    assertEquals(List.of(), List.copyOf(search.in(dump)));
    stage.appWithKeyOf(stage.world().alice());
    assertEquals(List.of(), List.copyOf(search.in(BrowserStorage.dump(stage.chromium().driver()))));
  }

  @Test
  @Order(3)
  @DisplayName("no Content Security Policy was broken, and nothing was logged as an error")
  void console() {
    assertEquals(List.of(), stage.console().policyViolations());
    assertEquals(List.of(), stage.console().errors());
  }

  @Test
  @Order(4)
  @DisplayName("no page made the browser ask for another site")
  void elsewhere() {
    List<String> asked =
        stage.outside().asked().stream()
            .map(head -> new String(head, StandardCharsets.ISO_8859_1).lines().findFirst())
            .flatMap(Optional::stream)
            .filter(line -> !BROWSERS_OWN.matcher(line).matches())
            .toList();
    assertEquals(List.of(), asked);
  }

  @Test
  @Order(5)
  @DisplayName("nothing of it is in the browser's files, nor in the server's")
  void onDisk() {
    stage.end();
    assertEquals(List.of(), List.copyOf(search.below(stage.chromium().profile())));
    assertEquals(List.of(), List.copyOf(search.below(stage.serverFolder())));
    assertFound(new SecretSearch(List.of(STORED)).below(stage.chromium().profile()));
    Secret account = Secret.text("a setting", stage.world().authority().certificate().toString());
    assertFound(new SecretSearch(List.of(account)).below(stage.serverFolder()));
  }

  /** Those of this run's people, and of the cases that the engine passes on the JVM as well. */
  private static Collection<Secret> secrets(Stage stage) {
    Collection<Secret> secrets = new ArrayList<>(stage.world().secrets());
    World shared = World.get();
    secrets.add(Secret.text("the shared cases' passphrase", World.PASSPHRASE));
    secrets.addAll(Secret.of("the shared cases' Alice", shared.alice().pkcs8(), "RSA"));
    secrets.addAll(Secret.of("the shared cases' Bob", shared.bob().pkcs8(), "RSA"));
    secrets.addAll(Secret.of("the shared cases' Carol", shared.carol().pkcs8(), "EC"));
    return secrets;
  }

  private static void assertFound(Collection<String> findings) {
    assertFalse(findings.isEmpty(), "the search does not find what is there for certain");
  }

  private static List<String> findings(RecordingProxy record, SecretSearch search) {
    return record.sent().stream().map(search::in).flatMap(Collection::stream).toList();
  }

  private static String text(Secret secret) {
    return new String(secret.value(), StandardCharsets.UTF_8);
  }
}
