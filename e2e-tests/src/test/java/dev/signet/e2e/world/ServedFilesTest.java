package dev.signet.e2e.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a policy without `unsafe-eval` and `unsafe-inline` would block is not served at all. */
@DisplayName("The served files")
final class ServedFilesTest {
  private static final Pattern CODE_FROM_TEXT =
      Pattern.compile("\\bnew Function\\b|[^\\w.]eval\\(|setTimeout\\(\\s*[\"'`]");
  private static final Pattern INLINE_SCRIPT =
      Pattern.compile("<script(?![^>]*\\bsrc=)[^>]*>|\\son\\w+=");
  private static final Pattern INLINE_STYLE = Pattern.compile("<style|\\sstyle=");

  /** The documents in which mail is shown have policies of their own, with inline styles. */
  private static final Set<String> MAIL_FRAMES =
      Set.of("web/mail-frame.html", "web/mail-frame-pictures.html");

  @Test
  @DisplayName("hold no script that makes code out of text, and no inline script or style")
  void files() throws IOException {
    List<String> found = new ArrayList<>();
    int scripts = 0;
    try (JarFile jar = new JarFile(Project.serverJar().toFile())) {
      for (JarEntry entry : jar.stream().filter(ServedFilesTest::isWebFile).toList()) {
        String name = entry.getName();
        String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
        if (name.endsWith(".js")) {
          scripts++;
          search(CODE_FROM_TEXT, name, text, found);
        } else if (name.endsWith(".html")) {
          search(INLINE_SCRIPT, name, text, found);
          if (!MAIL_FRAMES.contains(name)) {
            search(INLINE_STYLE, name, text, found);
          }
        }
      }
    }
    assertTrue(scripts >= 3, "the jar holds " + scripts + " scripts");
    assertEquals(List.of(), found);
  }

  private static boolean isWebFile(JarEntry entry) {
    return entry.getName().startsWith("web/");
  }

  private static void search(Pattern wanted, String name, String text, List<String> found) {
    Matcher matcher = wanted.matcher(text);
    while (matcher.find()) {
      found.add(name + ": " + matcher.group());
    }
  }
}
