package dev.signet.server.jar;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Looks for secrets in a text, however they may have been written down there. */
final class Spellings {
  /** So much of a long secret is enough to be found. */
  private static final int PIECE = 18;

  private final Map<String, String> needles = new LinkedHashMap<>();

  /** Adds a secret that is text. */
  Spellings add(String name, String secret) {
    return add(name, secret.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a secret that is bytes. */
  Spellings add(String name, byte[] secret) {
    of(secret).forEach((spelling, text) -> needles.put(name + ", " + spelling, text));
    return this;
  }

  /** Adds pieces of a file that is a secret as a whole; its beginning may be like any other's. */
  Spellings addPieces(String name, byte[] file) {
    for (int i = 1; i < 8; i++) {
      int from = file.length * i / 8;
      add(name + " from byte " + from, Arrays.copyOfRange(file, from, from + PIECE));
    }
    return this;
  }

  /** Which of them are there, and how each is written. */
  List<String> in(String text) {
    String folded = text.toLowerCase(Locale.ROOT);
    List<String> found = new ArrayList<>();
    needles.forEach(
        (name, needle) -> {
          if (folded.contains(needle.toLowerCase(Locale.ROOT))) {
            found.add(name);
          }
        });
    return found;
  }

  /** Every spelling by its name; case does not count. */
  static Map<String, String> of(byte[] secret) {
    Map<String, String> all = new LinkedHashMap<>();
    String latin = new String(secret, StandardCharsets.ISO_8859_1);
    all.put("as Latin-1", latin);
    all.put("as UTF-8", new String(secret, StandardCharsets.UTF_8));
    all.put("backwards", new StringBuilder(latin).reverse().toString());
    all.put("hex", HexFormat.of().formatHex(secret));
    all.put("hex with colons", HexFormat.ofDelimiter(":").formatHex(secret));
    all.put("hex with spaces", HexFormat.ofDelimiter(" ").formatHex(secret));
    all.put("percent", "%" + HexFormat.ofDelimiter("%").formatHex(secret));
    String form = URLEncoder.encode(latin, StandardCharsets.ISO_8859_1);
    all.put("form", form);
    all.put("uri", form.replace("+", "%20"));
    all.put("signed numbers", inside(Arrays.toString(secret)));
    int[] octets = new int[secret.length];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = secret[i] & 0xff;
    }
    all.put("numbers", inside(Arrays.toString(octets)));
    for (int shift = 0; shift < 3; shift++) {
      String base64 = base64(secret, shift);
      all.put("base64 at " + shift, base64);
      all.put("base64url at " + shift, base64.replace('+', '-').replace('/', '_'));
    }
    return all;
  }

  private static String inside(String list) {
    return list.substring(1, list.length() - 1);
  }

  /** The characters that stand for these bytes alone, with so many bytes before them. */
  private static String base64(byte[] secret, int shift) {
    byte[] shifted = new byte[shift + secret.length];
    System.arraycopy(secret, 0, shifted, shift, secret.length);
    String text = Base64.getEncoder().encodeToString(shifted);
    return text.substring((shift * 8 + 5) / 6, shifted.length * 8 / 6);
  }
}
