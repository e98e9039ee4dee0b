package dev.signet.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for secrets, in every {@link Spelling}, in what was recorded. */
public final class SecretSearch {
  private static final int PREFIX = 4;

  private record Needle(String name, byte[] bytes) {}

  private final Map<Integer, List<Needle>> byPrefix = new HashMap<>();
  private final boolean[] firstTwo = new boolean[1 << 16];

  public SecretSearch(Collection<Secret> secrets) {
    for (Secret secret : secrets) {
      Spelling.of(secret.value())
          .forEach((spelling, bytes) -> add(secret.name() + " (" + spelling + ")", bytes));
    }
  }

  private void add(String name, byte[] bytes) {
    byPrefix
        .computeIfAbsent(prefix(bytes, 0), any -> new ArrayList<>())
        .add(new Needle(name, bytes));
    firstTwo[two(bytes, 0)] = true;
  }

  /** Names of what was found, also where line ends stand in between; empty where nothing was. */
  public Collection<String> in(byte[] haystack) {
    Collection<String> found = new TreeSet<>();
    search(haystack, found);
    search(withoutLineEnds(haystack), found);
    return found;
  }

  /** Findings in every file below a folder, each with the file's name. */
  public Collection<String> below(Path folder) {
    Collection<String> found = new TreeSet<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        in(read(file)).forEach(finding -> found.add(name + ": " + finding));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static byte[] read(Path file) throws IOException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      // A browser that is ending removes its own temporary files.
      return new byte[0];
    }
  }

  private void search(byte[] haystack, Collection<String> found) {
    for (int i = 0; i + PREFIX <= haystack.length; i++) {
      if (!firstTwo[two(haystack, i)]) {
        continue;
      }
      for (Needle needle : byPrefix.getOrDefault(prefix(haystack, i), List.of())) {
        int end = i + needle.bytes.length;
        if (end <= haystack.length && Arrays.equals(haystack, i, end, needle.bytes, 0, end - i)) {
          found.add(needle.name);
        }
      }
    }
  }

  /** Folded base64 hides nothing: neither real line ends nor those of a JSON string count. */
  private static byte[] withoutLineEnds(byte[] haystack) {
    byte[] kept = new byte[haystack.length];
    int length = 0;
    for (int i = 0; i < haystack.length; i++) {
      byte octet = haystack[i];
      if (octet == '\r' || octet == '\n') {
        continue;
      }
      boolean escaped =
          octet == '\\'
              && i + 1 < haystack.length
              && (haystack[i + 1] == 'r' || haystack[i + 1] == 'n');
      if (escaped) {
        i++;
      } else {
        kept[length++] = octet;
      }
    }
    return Arrays.copyOf(kept, length);
  }

  private static int prefix(byte[] bytes, int at) {
    return (two(bytes, at) << 16) | two(bytes, at + 2);
  }

  private static int two(byte[] bytes, int at) {
    return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
  }
}
