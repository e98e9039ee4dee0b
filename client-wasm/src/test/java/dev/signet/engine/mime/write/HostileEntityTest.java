package dev.signet.engine.mime.write;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.port.Bulk;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Messages put together at random: each has a form that survives, or a typed error. */
class HostileEntityTest {
  private static final HeapHost HOST = new HeapHost();
  private static final String[] PIECES = {
    "Subject: x\r\n",
    "Subject: \u00fc\n",
    "MIME-Version: 1.0\r\n",
    "Content-Type: text/plain; charset=utf-8\r\n",
    "Content-Type: multipart/mixed; boundary=a\r\n",
    "Content-Type: multipart/digest;\n boundary=\"b\"\n",
    "Content-Type: multipart/signed; boundary=c\r\n",
    "Content-Type: message/rfc822\r\n",
    "Content-Type: image/x\r\n",
    "Content-Transfer-Encoding: binary\r\n",
    "Content-Transfer-Encoding: base64\r\n",
    "Content-Transfer-Encoding: quoted-printable\r\n",
    "Content-Transfer-Encoding: 8bit\n",
    "Content-X: " + "y".repeat(1200) + "\r\n",
    "\r\n",
    "\n",
    "\r\n\r\n",
    "--a\r\n",
    "--b\n",
    "--c\r\n",
    "--a--\r\n",
    "--b--\n",
    "text \r\n",
    "From x\n",
    "QUJD\r\n",
    "=C3=BC=\r\n",
    "\u00c3\u00bc",
    "\u00fc",
    "\0",
    "\r",
    "z".repeat(1100),
    " folded\r\n",
    ":",
    "="
  };

  private static byte[] message(Random random) {
    StringBuilder text = new StringBuilder();
    for (int count = 1 + random.nextInt(25); count > 0; count--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(8) == 0) {
        text.append("\r\n--a\r\n");
      }
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  @Timeout(60)
  void everyMessageEndsInAFormThatSurvivesOrInATypedError() {
    Random random = new Random(4);
    Map<ErrorCode, Integer> refused = new EnumMap<>(ErrorCode.class);
    int encoded = 0;
    for (int round = 0; round < 8_000; round++) {
      byte[] message = message(random);
      for (EntityForm form : EntityForm.values()) {
        try {
          Bulk entity = MessageParts.of(HOST, HOST.hold(message)).entity(form);
          encoded++;
          assertSettled(entity, form);
        } catch (SmimeException e) {
          refused.merge(e.code(), 1, Integer::sum);
        }
      }
    }
    assertTrue(encoded > 1000, encoded + " were encoded");
    assertTrue(
        refused.keySet().stream()
            .allMatch(code -> code == ErrorCode.MALFORMED_MESSAGE || code == ErrorCode.TOO_LARGE),
        refused.toString());
  }

  private static void assertSettled(Bulk entity, EntityForm form) {
    LineScan scan = LineScan.of(entity);
    assertFalse(scan.bareLf(), "every line ends in CRLF");
    if (form == EntityForm.SEVEN_BIT) {
      assertFalse(scan.needsEncoding(), "seven-bit");
    }
    // What is in the form already is not touched again.
    assertArrayEquals(entity.read(), EntityEncoder.encode(HOST, entity, form).read());
  }
}
