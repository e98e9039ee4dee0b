package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signet.server.http.Problem;
import dev.signet.server.http.ProblemException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OcspRequestCheckTest {
  @Test
  void takesOneToSixteenRequests() throws Exception {
    assertFalse(OcspRequestCheck.hasNonce(Requests.about(1)));
    assertFalse(OcspRequestCheck.hasNonce(Requests.about(16)));
    assertEquals(400, refusal(Requests.about(0)).status());
    assertEquals(400, refusal(Requests.about(17)).status());
  }

  @Test
  void refusesAnythingElse() throws Exception {
    byte[] request = Requests.about(1);
    assertEquals("request", refusal(new byte[0]).reason());
    assertEquals(400, refusal(Arrays.copyOf(request, request.length + 1)).status());
    assertEquals(400, refusal(Arrays.copyOf(request, request.length - 1)).status());
    assertEquals(
        400,
        refusal("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .status());
    assertEquals(400, refusal(new byte[] {0x30, 0}).status());
    assertEquals(413, refusal(new byte[16 * 1024 + 1]).status());
  }

  @Test
  void refusesOtherEncodingsThanDer() throws Exception {
    byte[] request = Requests.about(1);
    byte[] indefinite = new byte[request.length + 2];
    System.arraycopy(request, 0, indefinite, 0, request.length);
    indefinite[1] = (byte) 0x80;
    assertEquals("The body is not in DER.", refusal(indefinite).detail());
  }

  @Test
  void boundsTheDepth() {
    byte[] nested = new byte[8000];
    for (int i = 0; i < nested.length; i += 2) {
      nested[i] = 0x30;
      nested[i + 1] = (byte) 0x80;
    }
    assertEquals(400, refusal(nested).status());
  }

  private static Problem refusal(byte[] body) {
    return assertThrows(ProblemException.class, () -> OcspRequestCheck.hasNonce(body)).problem();
  }
}
