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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Bulk part : parts) {
      out.writeBytes(part.read());
    }
    return hold(out.toByteArray());
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
  public Bulk encodeBase64(Bulk bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Base64.getMimeEncoder(76, CRLF).encode(bytes.read()));
    out.writeBytes(CRLF);
    return hold(out.toByteArray());
  }

  @Override
  public Bulk canonicalLineEnds(Bulk text) {
    byte[] bytes = text.read();
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n' && (i == 0 || bytes[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(bytes[i]);
    }
    return out.size() == bytes.length ? text : hold(out.toByteArray());
  }

  @Override
  public void random(byte[] target) {
    random.nextBytes(target);
  }
}
