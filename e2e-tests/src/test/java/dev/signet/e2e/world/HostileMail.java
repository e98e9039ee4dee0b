package dev.signet.e2e.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A mail's HTML that attacks its reader: a file below {@code hostile} in the test resources, one
 * attack each.
 *
 * @param name the file's, without its ending
 * @param html with everything filled in
 */
public record HostileMail(String name, String html) {
  /**
   * What its scripts do where they run: they tell every window, and leave words that stand in no
   * file.
   */
  private static final String RUN =
      "top.postMessage('script-'+(40+2),'*');document.body.append('script-'+(40+2));"
          + "fetch('{{loopback}}/script-ran')";

  private static final Pattern REPEATED =
      Pattern.compile("\\{\\{times (\\d+)\\}\\}(.*?)\\{\\{end\\}\\}", Pattern.DOTALL);

  /** What a script that has run leaves. */
  public static final String RAN = "script-42";

  /**
   * All of them.
   *
   * @param host a name that is asked for nowhere else
   * @param loopback an address that is recorded, for what goes by no proxy
   * @param mark stands in every address of the site's own
   */
  public static List<HostileMail> all(String host, String loopback, String mark) {
    Path folder = Project.root().resolve("e2e-tests/src/test/resources/hostile");
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".html"))
          .sorted()
          .map(file -> read(file, host, loopback, mark))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HostileMail read(Path file, String host, String loopback, String mark) {
    try {
      String name = file.getFileName().toString().replace(".html", "");
      String html = Files.readString(file, StandardCharsets.UTF_8);
      html = html.replace("{{run}}", RUN).replace("{{loopback}}", loopback);
      return new HostileMail(
          name, repeated(html.replace("{{host}}", host).replace("{{mark}}", mark)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String repeated(String html) {
    return REPEATED
        .matcher(html)
        .replaceAll(
            found -> {
              StringBuilder all = new StringBuilder();
              for (int i = 0; i < Integer.parseInt(found.group(1)); i++) {
                all.append(found.group(2).replace("{{i}}", Integer.toString(i)));
              }
              return Matcher.quoteReplacement(all.toString());
            });
  }

  /** The HTML as an entity, with parts that its `cid:` addresses name. */
  public byte[] entity() {
    String head = "Content-Type: multipart/related; boundary=around\r\n\r\n";
    String text =
        head
            + part("text/html; charset=utf-8", null, html)
            + part("image/gif", "picture", "GIF89a")
            + part("text/html", "page", "<script>" + RUN + "</script>")
            + part("image/svg+xml", "drawing", "<svg onload=\"" + RUN + "\"/>")
            + part("text/css", "style", "p{background:url(http://loopback/)}")
            + part("text/javascript", "script", RUN)
            + "--around--\r\n";
    return Mail.crlf(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String part(String type, String id, String body) {
    String wrapped =
        java.util.Base64.getMimeEncoder(76, new byte[] {'\r', '\n'})
            .encodeToString(body.getBytes(StandardCharsets.UTF_8));
    return "--around\r\nContent-Type: "
        + type
        + (id == null ? "" : "\r\nContent-ID: <" + id + "@example.org>")
        + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + wrapped
        + "\r\n";
  }

  @Override
  public String toString() {
    return name;
  }
}
