package dev.signet.e2e.browser;

import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;

/**
 * Pictures of pages, light and dark, in `target/screenshots`; with the property
 * `signet.screenshots=docs` in `docs/screenshots` as well.
 */
public final class Screenshots {
  private static final boolean TO_DOCS = "docs".equals(System.getProperty("signet.screenshots"));

  private final Chromium chromium;

  public Screenshots(Chromium chromium) {
    this.chromium = chromium;
  }

  /** The same of the page as it looks on a telephone; for `target/screenshots` alone. */
  public void takeNarrow(String name) {
    chromium.narrow(() -> take(name + "-narrow", false));
  }

  /** {@link #take} and {@link #takeNarrow}, both for the documents. */
  public void takeWideAndNarrow(String name) {
    take(name);
    chromium.narrow(() -> take(name + "-narrow", TO_DOCS));
  }

  /** Takes `NAME-light.png` and `NAME-dark.png` of the whole page. */
  public void take(String name) {
    take(name, TO_DOCS);
  }

  /** Takes `NAME-light.png` alone. */
  public void takeLight(String name) {
    take(name, TO_DOCS, "light");
  }

  private void take(String name, boolean toDocs) {
    take(name, toDocs, "light", "dark");
  }

  private void take(String name, boolean toDocs, String... schemes) {
    chromium.wholePage(
        () -> {
          for (String scheme : schemes) {
            chromium.colourScheme(scheme);
            Object picture =
                chromium.command("Page.captureScreenshot", Map.of("format", "png")).get("data");
            save(
                name + "-" + scheme + ".png", Base64.getDecoder().decode((String) picture), toDocs);
          }
        });
    chromium.colourScheme("light");
  }

  private static void save(String file, byte[] png, boolean toDocs) {
    try {
      write(Project.root().resolve("e2e-tests/target/screenshots"), file, png);
      if (toDocs) {
        write(Project.root().resolve("docs/screenshots"), file, png);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String file, byte[] png) throws IOException {
    Path picture = folder.resolve(file);
    Files.createDirectories(picture.getParent());
    Files.write(picture, png);
  }
}
