package dev.signet.server.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip, deflate, br, zstd   | true  | true
          gzip                      | true  | false
          GZIP;q=0.5, br;q=0        | true  | false
          br;q=0.001                | false | true
          *                         | true  | true
          *;q=0, br                 | false | true
          identity                  | false | false
          x-gzip, brr               | false | false
          gzip ; q=0.000            | false | false
          ;;;===,,                  | false | false
                                    | false | false
          """)
  void allows(String field, boolean gzip, boolean brotli) {
    AcceptEncoding accepted = AcceptEncoding.of(field);
    assertEquals(gzip, accepted.allows(Coding.GZIP));
    assertEquals(brotli, accepted.allows(Coding.BROTLI));
  }
}
