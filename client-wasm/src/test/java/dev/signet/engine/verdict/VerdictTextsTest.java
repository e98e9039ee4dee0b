package dev.signet.engine.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.signet.engine.report.Colour;
import dev.signet.engine.report.InnerParts;
import dev.signet.engine.report.Status;
import dev.signet.engine.report.StatusCode;
import dev.signet.engine.report.Text;
import dev.signet.testing.Texts;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("What a verdict says")
class VerdictTextsTest {
  private static void sound(Status status) {
    for (Text text : status.texts()) {
      Texts.ENGLISH.of(text.key());
      Texts.GERMAN.of(text.key());
    }
    String last = status.texts().get(status.texts().size() - 1).key();
    if (status.colour() == Colour.RED) {
      assertEquals("status.treat-as-unsigned", last);
      assertEquals("Treat this message as unsigned.", Texts.ENGLISH.of(last));
    } else {
      assertNotEquals("status.treat-as-unsigned", last);
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is there for each code, and ends, where it is red, in what to do")
  void codes(StatusCode code) {
    sound(MessageVerdict.of(code));
    sound(VerdictTexts.of(code, "alice@example.org", "1.2.3"));
  }

  @Test
  @DisplayName("has its own sentences for what the code does not say")
  void variants() {
    sound(MessageVerdict.changedOnTheWay());
    sound(MessageVerdict.unsupportedForm("winmail.dat"));
    for (int signed = 0; signed < 2; signed++) {
      for (int encrypted = 0; encrypted < 2; encrypted++) {
        Status status = MessageVerdict.of(null, false, new InnerParts(signed, encrypted));
        sound(status);
        assertEquals(signed + encrypted == 0 ? 1 : 2, status.texts().size());
      }
    }
    assertEquals(
        List.of(
            new Text("status.address-mismatch.no-address"), new Text("status.treat-as-unsigned")),
        VerdictTexts.of(StatusCode.ADDRESS_MISMATCH, null, null).texts());
  }
}
