package dev.signet.server.reload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What tells by looking at their entries alone that files have changed. Links are followed, so one
 * that is turned to another file changes it; a file that is replaced by a rename has another number
 * even where size and time are the same.
 *
 * @param entries one line for each file
 */
record Fingerprint(List<String> entries) {
  /** More files than this in a folder are no folder of certificates. */
  private static final int MOST_ENTRIES = 10_000;

  /** Of files, and of the files in folders. What cannot be looked at counts as not there. */
  static Fingerprint of(List<Path> places) {
    List<String> entries = new ArrayList<>();
    for (Path place : places) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files.limit(MOST_ENTRIES).sorted().map(Fingerprint::entry).forEach(entries::add);
        } catch (IOException | UncheckedIOException e) {
          entries.add(place + " unreadable");
        }
      } else {
        entries.add(entry(place));
      }
    }
    return new Fingerprint(List.copyOf(entries));
  }

  private static String entry(Path file) {
    try {
      BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class);
      return String.join(
          " ",
          file.toString(),
          String.valueOf(seen.fileKey()),
          String.valueOf(seen.size()),
          seen.lastModifiedTime().toString());
    } catch (IOException e) {
      return file + " absent";
    }
  }
}
