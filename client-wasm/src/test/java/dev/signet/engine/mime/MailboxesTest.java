package dev.signet.engine.mime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An address list")
class MailboxesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "alice@example.org | alice@example.org",
        "Alice <alice@example.org> | alice@example.org",
        "\"Alice, A.\" <alice@example.org> | alice@example.org",
        "\"bob@example.org\" <mallory@example.net> | mallory@example.net",
        "Alice (of the (old) team) <alice@example.org> | alice@example.org",
        "alice@example.org (a (nested) comment) | alice@example.org",
        "\"al ice\"@example.org | al ice@example.org",
        "\"a\\\"b\"@example.org | a\"b@example.org",
        "a.b@example.org | a.b@example.org",
        "=?utf-8?Q?B=40ob?= <alice@example.org> | alice@example.org",
        "A. L. Ice <alice@example.org> | alice@example.org",
        "< alice@example.org > | alice@example.org",
        "x@[192.0.2.1] | x@[192.0.2.1]",
      })
  void givesTheAddress(String value, String address) {
    assertEquals(Optional.of(List.of(address)), Mailboxes.parse(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a@x.org, b@y.org | a@x.org b@y.org",
        "Team: a@x.org, B <b@y.org>; | a@x.org b@y.org",
        "Team: a@x.org;, c@z.org | a@x.org c@z.org",
        "a@x.org,, b@y.org, | a@x.org b@y.org",
      })
  void givesAllAddresses(String value, String addresses) {
    assertEquals(Optional.of(List.of(addresses.split(" "))), Mailboxes.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice",
        "alice@",
        "@example.org",
        "alice@example.org bob@example.org",
        "<alice@example.org> <bob@example.org>",
        "Alice <alice@example.org> bob",
        "<@relay.org:alice@example.org>",
        "<alice@example.org",
        "\"open <alice@example.org>",
        "(open alice@example.org",
        "alice@good.com .evil.com",
        "alice@ example.org",
        "alice@example. org",
        "alice @example.org",
        "alice(bob)@example.org",
        "a. b@example.org",
        "<alice (c)@example.org>",
        "<a .b@example.org>",
        "eve@evil.com (( ) <alice@good.com> )",
        "(x(y) <alice@good.com> ) eve@evil.com",
        "al\rice@example.org",
        "Alice (bob@example.org) <alice@example.org>",
        "(\\)<bob@example.org>) alice@example.org",
        "a..b@example.org",
        "a b@example.org",
        "alice@exa mple.org",
        "alice@example..org",
        "Team: a@x.org",
        "a@x.org; b@y.org",
        "alice@example.org\\",
      })
  void givesNothingWhenTheSyntaxIsBroken(String value) {
    assertEquals(Optional.empty(), Mailboxes.parse(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "undisclosed-recipients:;"})
  void mayBeEmpty(String value) {
    assertEquals(Optional.of(List.of()), Mailboxes.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "alice@example.org",
        "Alice <alice@example.org> (a comment)",
        "\"alice\"@example.org",
        "(a) \"al\\ice\" <(b)alice@example.org(c)>",
      })
  void isSingle(String value) {
    assertEquals(Optional.of("alice@example.org"), Mailboxes.single(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alice@example.org, bob@example.org",
        "alice@example.org, alice@example.org",
        "Team: alice@example.org;",
        "Team:;, alice@example.org",
        "alice@example.org,",
        ", alice@example.org",
        "undisclosed:;",
      })
  void isNotSingle(String value) {
    assertEquals(Optional.empty(), Mailboxes.single(value));
  }
}
