package dev.signet.e2e.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.signet.e2e.world.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The manual")
final class CoverageTest {
  private static final Path MANUAL = Project.root().resolve("../shared/manual");
  private static final Path PAGE = Project.root().resolve("docs/manual-coverage.md");

  /** The headings, the first line, and the captions that repeat what a sentence says. */
  private static final String NO_SENTENCES =
      "6. Usage This section describes how the S/MIME Plugin is integrated within the Kopano WebApp"
          + " client. 6.1. Passphrase policy 6.2. Importing Certificates 6.3. Signing and verifying"
          + " email 1. 1. 1. 6.4. Decryption and encrypting email 6.5. Encrypting and Signing email"
          + " 6.6. Allow ‘remember passphrase’ by browser";

  private final Coverage coverage =
      Coverage.of(
          List.of(
              PassphrasePolicyTest.class,
              ImportingTest.class,
              SigningTest.class,
              EncryptingTest.class,
              BothTest.class,
              RememberingTest.class));

  @Test
  @DisplayName("has no sentence without a test")
  void everySentence() throws IOException {
    assumeTrue(Files.isDirectory(MANUAL), "no ../shared/manual to compare with");
    StringBuilder manual = new StringBuilder();
    try (var files = Files.list(MANUAL).sorted()) {
      for (Path file : files.toList()) {
        manual.append(Files.readString(file)).append('\n');
      }
    }
    assertEquals(NO_SENTENCES, coverage.leftOf(manual.toString()));
  }

  @Test
  @DisplayName("is the page docs/manual-coverage.md")
  void page() throws IOException {
    String made = coverage.markdown();
    if (System.getProperty("signet.docs", "").isEmpty()) {
      assertEquals(Files.readString(PAGE), made, "write it anew with ./test --docs");
    } else {
      Files.writeString(PAGE, made);
    }
  }
}
