package dev.signet.engine.heap;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Holds bulk content in arrays and takes randomness from the platform. */
public final class HeapHost implements Host {
  private static final byte[] CRLF = {'\r', '\n'};

  private final SecureRandom random = new SecureRandom();

  @Override
  public Bulk hold(byte[] bytes) {
    return new HeapBulk(bytes);
  }

  @Override
  public Bulk concat(List<Bulk> parts) {
    int length = 0;
    for (Bulk part : parts) {
      length = Math.addExact(length, part.length());
    }
    byte[] whole = new byte[length];
    int at = 0;
    for (Bulk part : parts) {
      System.arraycopy(part.read(), 0, whole, at, part.length());
      at += part.length();
    }
    return hold(whole);
  }

  @Override
  public Bulk decodeBase64(Bulk text) {
    byte[] digits = text.read();
    int kept = 0;
    for (byte c : digits) {
      if (c == '=') {
        break;
      }
      if (c != ' ' && c != '\t' && c != '\r' && c != '\n') {
        digits[kept++] = c;
      }
    }
    try {
      return hold(Base64.getDecoder().decode(Arrays.copyOf(digits, kept)));
    } catch (IllegalArgumentException e) {
      throw SmimeException.malformed("base64 is damaged");
    }
  }

  @Override
  public void release(Bulk range) {
    if (range instanceof HeapBulk held) {
      held.release();
    }
  }

  @Override
  public Bulk encodeBase64(Bulk bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Base64.getMimeEncoder(76, CRLF).encode(bytes.read()));
    out.writeBytes(CRLF);
    return hold(out.toByteArray());
  }

  @Override
  public Bulk canonicalLineEnds(Bulk text) {
    byte[] bytes = text.read();
    int missing = 0;
    for (int i = 0; i < bytes.length; i++) {
      missing += bareLineFeed(bytes, i) ? 1 : 0;
    }
    if (missing == 0) {
      return text;
    }
    byte[] canonical = new byte[Math.addExact(bytes.length, missing)];
    int at = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bareLineFeed(bytes, i)) {
        canonical[at++] = '\r';
      }
      canonical[at++] = bytes[i];
    }
    return hold(canonical);
  }

  private static boolean bareLineFeed(byte[] bytes, int i) {
    return bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r');
  }

  @Override
  public void random(byte[] target) {
    random.nextBytes(target);
  }
}
