package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.BcMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a message is from, and who its certificate is for: only exact matches are green. */
@DisplayName("The address of a signed message")
public abstract class IdentityCases extends MessageCases {
  private static final NamedSigners SIGNERS = new NamedSigners();

  @Override
  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(SIGNERS.anchor()), true);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.signet.cases.IdentityVariants#matching")
  @DisplayName("that is the certificate's is green")
  void matching(IdentityVariants.Variant variant) {
    Opened opened = verdict("verified-revocation-off", "green", mail(variant));
    assertEquals(
        variant.shown(), opened.report().at("/signature/signers/0/matchedAddress").asText());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.signet.cases.IdentityVariants#differing")
  @DisplayName("that is not exactly the certificate's is red")
  void differing(IdentityVariants.Variant variant) {
    Opened opened = verdict("address-mismatch", "red", mail(variant));
    assertTrue(opened.report().at("/signature/signers/0/matchedAddress").isNull());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.signet.cases.IdentityVariants#malformed")
  @DisplayName("that a certificate holds in a form that it must not is red")
  void malformed(IdentityVariants.Variant variant) {
    // Whether such a certificate is relied on for anything else is for the path's rules to say.
    Opened opened = engine.open(mail(variant));
    assertEquals("red", opened.colour(), opened::toString);
    assertTrue(opened.report().at("/signature/signers/0/matchedAddress").isNull());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dev.signet.cases.IdentityVariants#senders")
  @DisplayName("that is Sender's alone is orange")
  void senders(IdentityVariants.Variant variant) {
    Opened opened = verdict("sender-only-match", "orange", mail(variant));
    assertTrue(opened.report().at("/signature/signers/0/matchedAddress").isNull());
  }

  @Test
  @DisplayName("is shown as the certificate has it, and the display name nowhere")
  void shown() {
    var green =
        new IdentityVariants.Variant(
            "", "From: Bank of Nowhere <ALICE@example.org>", "email:alice@example.org", "");
    var red =
        new IdentityVariants.Variant(
            "", "From: alice@example.org <mallory@evil.example>", "email:m@evil.example", "");
    for (var variant : List.of(green, red)) {
      String report = engine.open(mail(variant)).report().toString();
      assertFalse(report.contains("Bank of Nowhere"), report);
      assertFalse(report.contains("ALICE@"), report);
    }
    assertFalse(engine.open(mail(red)).report().toString().contains("alice@example.org"));
  }

  @Test
  @DisplayName("is one of the certificate's addresses, and what is no address is none of them")
  void certificate() {
    String names =
        "email:alice@example.org|email:a@x.org\u0000.y.org|email:two@x.org,three@x.org|email:alice"
            + "|email:j\u00fcrgen@x.org|utf8:j\u00fcrgen@x.org|utf8:plain@x.org|ia5:ia5@x.org"
            + "|dns:example.org|uri:mailto:uri@example.org|cn:cn@example.org|dn:old@example.org";
    var report = engine.readCertificates(SIGNERS.named(names).certificateDer());
    List<String> addresses = new ArrayList<>();
    report.get(0).get("emailAddresses").forEach(each -> addresses.add(each.asText()));
    assertEquals(List.of("alice@example.org", "j\u00fcrgen@x.org", "old@example.org"), addresses);
  }

  @Test
  @DisplayName("is found among 5,000, of which a report lists 256")
  void many() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 5_000; i++) {
      names.append("email:a").append(i).append("@x.org|");
    }
    names.append("email:alice@example.org");
    var variant = new IdentityVariants.Variant("", "From: alice@example.org", names.toString(), "");
    Opened opened = verdict("verified-revocation-off", "green", mail(variant));
    var signer = opened.report().at("/signature/signers/0");
    assertEquals("alice@example.org", signer.get("matchedAddress").asText());
    assertEquals(256, signer.at("/certificate/certificate/emailAddresses").size());
  }

  @Test
  @DisplayName("has been asked of more than seventy variants")
  void enough() {
    long count =
        Stream.of(
                IdentityVariants.matching(),
                IdentityVariants.differing(),
                IdentityVariants.senders())
            .mapToLong(Stream::count)
            .sum();
    assertTrue(count > 70, () -> "only " + count);
  }

  private static byte[] mail(IdentityVariants.Variant variant) {
    try {
      byte[] signed =
          BcMail.entity(
              BcMail.sign(Mail.ENTITY, SIGNERS.named(variant.certificate())).getEncoded());
      Charset charset = variant.octets() ? ISO_8859_1 : UTF_8;
      String date =
          DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(Instant.now());
      byte[] header =
          (variant.header()
                  + "\r\nTo: bob@example.org\r\nDate: "
                  + date
                  + "\r\nMIME-Version: 1.0\r\n")
              .getBytes(charset);
      byte[] whole = java.util.Arrays.copyOf(header, header.length + signed.length);
      System.arraycopy(signed, 0, whole, header.length, signed.length);
      return whole;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
