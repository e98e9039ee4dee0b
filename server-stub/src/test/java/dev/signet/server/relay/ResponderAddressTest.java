package dev.signet.server.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.server.http.ProblemException;
import dev.signet.server.settings.Network;
import dev.signet.server.settings.RelaySettings.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponderAddressTest {
  private static final Destinations PUBLIC = new Destinations(List.of());

  @ParameterizedTest
  @CsvSource({
    "http://ocsp.example, http://ocsp.example/",
    "HTTP://OCSP.Example/, http://ocsp.example/",
    "http://ocsp.example.:80/a?b=c, http://ocsp.example/a?b=c",
    "https://ocsp.example:443/x%2Fy, https://ocsp.example/x%2Fy",
    "http://ocsp.example:443/, http://ocsp.example:443/",
    "http://b\u00fccher.example/, http://xn--bcher-kva.example/",
    "http://8.8.8.8/, http://8.8.8.8/",
    "'http://[2606:4700::1111]/', 'http://[2606:4700::1111]/'",
    "http://1.example/, http://1.example/"
  })
  void hasOneForm(String url, String form) throws Exception {
    assertEquals(form, ResponderAddress.parse(url, PUBLIC).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gopher://ocsp.example/ | responder-scheme
          file:///etc/passwd | responder-scheme
          ftp://ocsp.example/ | responder-scheme
          javascript:alert(1) | responder-scheme
          ocsp.example | responder-syntax
          //ocsp.example/ | responder-syntax
          http:ocsp.example | responder-host
          http:///x | responder-host
          http://ocsp.example:22/ | responder-port
          http://ocsp.example:8080/ | responder-port
          http://ocsp.example:0/ | responder-port
          http://ocsp.example:65616/ | responder-port
          http://ocsp.example:/ | responder-host
          http://ocsp.example:80:80/ | responder-host
          http://user@ocsp.example/ | responder-userinfo
          http://ocsp.example:80@127.0.0.1/ | responder-userinfo
          http://ocsp.example/#x | responder-fragment
          http://ocsp.example\\@127.0.0.1/ | responder-syntax
          http://ocsp.example/a b | responder-syntax
          http://ocsp.example/%zz | responder-syntax
          http://127.1/ | responder-host
          http://2130706433/ | responder-host
          http://0x7f.1/ | responder-host
          http://0x7f000001/ | responder-host
          http://017700000001/ | responder-host
          http://0177.0.0.1/ | responder-host
          http://127.0.0.01/ | responder-host
          http://127.0.0.1.1/ | responder-host
          http://256.0.0.1/ | responder-host
          http://127.0.0.0x1./ | responder-host
          http://%31%32%37.0.0.1/ | responder-host
          http://[fe80::1%25eth0]/ | responder-host
          http://[fe80::1%eth0]/ | responder-host
          http://[::1/ | responder-host
          http://[v1.x]/ | responder-host
          http://a..example/ | responder-host
          http://-a.example/ | responder-host
          """)
  void isRefusedWithAReason(String url, String reason) {
    assertEquals(reason, reason(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://ocsp.example/\r\nX: y",
        "http://ocsp.example\u0000/",
        " http://ocsp.example/",
        "http://\uff11\uff12\uff17.1/",
        ""
      })
  void refusesWhatReadersDifferAbout(String url) {
    assertTrue(reason(url).startsWith("responder-"));
  }

  @Test
  void seesThroughDigitsOfOtherScripts() throws Exception {
    // IDN maps them to 127.0.0.1, which the check of addresses then refuses.
    assertTrue(
        ResponderAddress.parse("http://\uff11\uff12\uff17.0.0.1/", PUBLIC)
            .host()
            .literal()
            .orElseThrow()
            .isLoopbackAddress());
  }

  @Test
  void isBoundedInLength() {
    assertEquals("responder-length", reason("http://ocsp.example/" + "a".repeat(2029)));
    assertEquals("responder-host", reason("http://" + "a".repeat(64) + ".example/"));
    assertEquals("responder-host", reason("http://" + "a.".repeat(130) + "example/"));
  }

  @Test
  void mayHaveAPortThatIsListed() throws Exception {
    Destinations listed =
        new Destinations(List.of(new Place(Network.parse("127.0.0.0/8").orElseThrow(), 8888)));
    assertEquals(8888, ResponderAddress.parse("http://127.0.0.1:8888/", listed).port());
  }

  private static String reason(String url) {
    return assertThrows(ProblemException.class, () -> ResponderAddress.parse(url, PUBLIC))
        .problem()
        .reason();
  }
}
