package dev.signet.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tells the file that a page has just saved from those that were there. */
final class Downloads {
  private static final String UNFINISHED = ".crdownload";

  private final Path folder;
  private final Set<Path> before;

  Downloads(Path folder) {
    this.folder = folder;
    this.before = new HashSet<>(files());
  }

  /** The new file once it is whole, or null. */
  Path finished() {
    List<Path> added = files().stream().filter(file -> !before.contains(file)).toList();
    boolean whole = added.stream().noneMatch(Downloads::growing);
    return whole && added.size() == 1 ? added.get(0) : null;
  }

  private static boolean growing(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(UNFINISHED) || name.startsWith(".");
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
