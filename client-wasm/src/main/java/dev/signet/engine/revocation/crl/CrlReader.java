package dev.signet.engine.revocation.crl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.DerCursor;
import dev.signet.engine.port.Bulk;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.encoders.Base64;
import org.bouncycastle.util.encoders.DecoderException;

/**
 * Lists as callers hand them in: DER, one or several after each other, or PEM (RFC 7468 section 7)
 * with any text in between.
 *
 * <p>Never fails. What is no list, is damaged, or is larger than the bounds is left out: it can
 * tell nothing, so revocation stays unknown, which is never green.
 */
public final class CrlReader {
  /** Octets of one input; PEM is a third larger than what it holds. */
  private static final int MAX_INPUT = 16 * 1024 * 1024;

  private static final String BEGIN = "-----BEGIN ";
  private static final String DASHES = "-----";

  private final List<byte[]> found = new ArrayList<>();

  private CrlReader() {}

  /** DER of each list, in their order. */
  public static List<byte[]> read(List<Bulk> inputs) {
    CrlReader reader = new CrlReader();
    for (Bulk input : inputs) {
      if (input.length() <= MAX_INPUT) {
        reader.read(input.read());
      }
    }
    return reader.found;
  }

  private void read(byte[] input) {
    if (input.length > 0 && input[0] == 0x30) {
      readEncodings(input);
    } else {
      readPem(new String(input, ISO_8859_1));
    }
  }

  private void readPem(String text) {
    int at = text.indexOf(BEGIN);
    while (at >= 0) {
      int labelEnd = text.indexOf(DASHES, at + BEGIN.length());
      if (labelEnd < 0) {
        return;
      }
      String label = text.substring(at + BEGIN.length(), labelEnd);
      int end = text.indexOf(DASHES + "END " + label + DASHES, labelEnd);
      if (end < 0) {
        return;
      }
      if (label.equals("X509 CRL") || label.equals("CRL")) {
        readBase64(text.substring(labelEnd + DASHES.length(), end));
      }
      at = text.indexOf(BEGIN, end + DASHES.length());
    }
  }

  private void readBase64(String digits) {
    byte[] bytes;
    try {
      bytes = Base64.decode(digits);
    } catch (DecoderException e) {
      return;
    }
    readEncodings(bytes);
  }

  /** One SEQUENCE after the other; the rest is left out where it is something else. */
  private void readEncodings(byte[] bytes) {
    DerCursor cursor = new DerCursor(bytes);
    try {
      while (found.size() < CrlSource.MOST_LISTS && cursor.next() && cursor.tag() == 0x30) {
        if (cursor.end() - cursor.start() <= CrlSource.MAX_OCTETS) {
          found.add(cursor.encoded());
        }
      }
    } catch (SmimeException e) {
      // Trailing line ends and truncated lists end the reading alike.
      return;
    }
  }
}
