package dev.signet.server.assets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Files by path. What is not in the map cannot be served, whatever a path tries: no file system is
 * asked.
 */
public final class Assets {
  private static final String REVALIDATE = "no-cache";
  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  /**
   * A name that changes with the content, as the web build gives it: {@code
   * /assets/index-B3xQ9z1a.js}, or the folder's: {@code
   * /assets/engine-0d21d5c491085513/signet.wasm}.
   */
  private static final Pattern HASHED =
      Pattern.compile("/assets/(?:.*/)?[^/]+-(?:[\\w-]{8,}\\.\\w+|[0-9a-f]{16}/[^/]+)");

  private final Map<String, Asset> byPath = new HashMap<>();

  /**
   * The files of a folder.
   *
   * @param files content by path, which begins with a slash; {@code x.br} and {@code x.gz} are
   *     forms of {@code x}
   */
  public static Assets of(Map<String, byte[]> files) {
    Assets assets = new Assets();
    files.forEach(
        (path, content) -> {
          if (!isForm(path, files)) {
            assets.byPath.put(path, asset(path, files));
          }
        });
    Asset index = assets.byPath.get("/index.html");
    if (index != null) {
      assets.byPath.put("/", index);
    }
    return assets;
  }

  /** A single text that is made at start and revalidated by clients. */
  static Asset text(String mediaType, byte[] content) {
    Map<Coding, Representation> forms = new EnumMap<>(Coding.class);
    forms.put(Coding.IDENTITY, new Representation(content));
    forms.put(Coding.GZIP, new Representation(gzip(content)));
    return new Asset(mediaType, REVALIDATE, forms);
  }

  /** The file of a decoded path. */
  Optional<Asset> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static boolean isForm(String path, Map<String, byte[]> files) {
    for (Coding coding : Coding.values()) {
      if (coding != Coding.IDENTITY
          && path.endsWith(coding.suffix)
          && files.containsKey(path.substring(0, path.length() - coding.suffix.length()))) {
        return true;
      }
    }
    return false;
  }

  private static Asset asset(String path, Map<String, byte[]> files) {
    Map<Coding, Representation> forms = new EnumMap<>(Coding.class);
    for (Coding coding : Coding.values()) {
      byte[] content = files.get(path + coding.suffix);
      if (content != null) {
        forms.put(coding, new Representation(content));
      }
    }
    String caching = HASHED.matcher(path).matches() ? FOR_EVER : REVALIDATE;
    return new Asset(MediaTypes.of(path), caching, forms);
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
