package dev.signet.e2e.world;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ways in which the same bytes may be written down in a request, a store or a file. */
final class Spelling {
  private Spelling() {}

  /** Every spelling by its name. */
  static Map<String, byte[]> of(byte[] value) {
    Map<String, byte[]> spellings = new LinkedHashMap<>();
    String latin = new String(value, StandardCharsets.ISO_8859_1);
    spellings.put("raw", value);
    spellings.put("backwards", backwards(value));
    spellings.put("hex", ascii(HexFormat.of().formatHex(value)));
    spellings.put("HEX", ascii(HexFormat.of().withUpperCase().formatHex(value)));
    spellings.put("percent", ascii("%" + HexFormat.ofDelimiter("%").formatHex(value)));
    spellings.put(
        "PERCENT", ascii("%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(value)));
    spellings.put("form", ascii(URLEncoder.encode(latin, StandardCharsets.ISO_8859_1)));
    spellings.put(
        "uri", ascii(URLEncoder.encode(latin, StandardCharsets.ISO_8859_1).replace("+", "%20")));
    spellings.put("utf-16le", latin.getBytes(StandardCharsets.UTF_16LE));
    spellings.put("utf-16be", latin.getBytes(StandardCharsets.UTF_16BE));
    spellings.put("utf-8 of a binary string", latin.getBytes(StandardCharsets.UTF_8));
    spellings.put("numbers", ascii(numbers(value)));
    for (int shift = 0; shift < 3; shift++) {
      byte[] base64 = base64(value, shift);
      spellings.put("base64 at " + shift, base64);
      spellings.put(
          "base64url at " + shift,
          ascii(new String(base64, StandardCharsets.US_ASCII).replace('+', '-').replace('/', '_')));
    }
    return spellings;
  }

  /** The characters that stand for these bytes alone when `shift` bytes precede them. */
  private static byte[] base64(byte[] value, int shift) {
    byte[] shifted = new byte[shift + value.length];
    System.arraycopy(value, 0, shifted, shift, value.length);
    byte[] text = Base64.getEncoder().encode(shifted);
    int from = (shift * 8 + 5) / 6;
    int to = shifted.length * 8 / 6;
    return Arrays.copyOfRange(text, from, to);
  }

  private static String numbers(byte[] value) {
    StringBuilder text = new StringBuilder();
    for (byte octet : value) {
      text.append(text.isEmpty() ? "" : ",").append(octet & 0xff);
    }
    return text.toString();
  }

  private static byte[] backwards(byte[] value) {
    byte[] reversed = new byte[value.length];
    for (int i = 0; i < value.length; i++) {
      reversed[i] = value[value.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
