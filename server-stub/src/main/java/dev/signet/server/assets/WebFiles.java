package dev.signet.server.assets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the web files from the class path, once, within a bound. */
public final class WebFiles {
  private static final String FOLDER = "/web";
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  private WebFiles() {}

  /** Content by path; empty where the jar was built without the web files. */
  public static Map<String, byte[]> read() {
    URL folder = WebFiles.class.getResource(FOLDER);
    if (folder == null) {
      return Map.of();
    }
    try {
      URI address = folder.toURI();
      if (!address.getScheme().equals("jar")) {
        return readFolder(Path.of(address));
      }
      try (FileSystem jar = FileSystems.newFileSystem(address, Map.of())) {
        return readFolder(jar.getPath(FOLDER));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the web files cannot be read", e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, byte[]> readFolder(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).toList();
    }
    Map<String, byte[]> files = new HashMap<>();
    long total = 0;
    for (Path path : paths) {
      total += Files.size(path);
      if (total > MOST_BYTES) {
        throw new IOException("the web files are larger than " + MOST_BYTES + " bytes");
      }
      files.put(
          "/" + folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    }
    return files;
  }
}
