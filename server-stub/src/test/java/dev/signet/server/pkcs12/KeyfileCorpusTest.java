package dev.signet.server.pkcs12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.server.pkcs12.Pkcs12Refusal.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The published keyfile corpus: every scheme in use, by many writers. */
class KeyfileCorpusTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("signet.root", ".."), "../shared/vectors/pkcs12-keyfile");

  record Case(
      @JsonProperty("file") String file,
      @JsonProperty("describes") String describes,
      @JsonProperty("passphrase") String passphrase,
      @JsonProperty("opensslOpens") Boolean opensslOpens) {

    /** Null: to be taken. Follows from what the corpus says of the file. */
    Reason expected() {
      if (describes.contains("key(none)")) {
        return Reason.CLEAR_KEY;
      } else if (!describes.contains("mac(")) {
        return Reason.NO_MAC;
      }
      return passphrase.isEmpty() ? Reason.EMPTY_PASSPHRASE : null;
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFile() throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), "no vectors at " + FOLDER);
    Case[] cases =
        new ObjectMapper().readValue(FOLDER.resolve("cases.json").toFile(), Case[].class);
    return Stream.of(cases)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.file() + " " + one.describes(),
                    () ->
                        assertEquals(
                            one.expected(),
                            Pkcs12CheckTest.verdict(
                                Files.readAllBytes(FOLDER.resolve(one.file()))))));
  }
}
