package dev.signet.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.Identity;
import dev.signet.testing.Texts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What cases about opening messages share: an engine that trusts the world's authority. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MessageCases {
  protected final World world = World.get();
  protected EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  protected Opened verdict(String code, String colour, byte[] mail) {
    return verdict(code, colour, engine.open(mail));
  }

  protected static Opened verdict(String code, String colour, Opened opened) {
    assertEquals(colour + " " + code, opened.colour() + " " + opened.code(), opened::toString);
    assertTrue(Texts.of(opened.report().get("status")).length() > 10);
    if (colour.equals("red")) {
      assertTrue(
          Texts.of(opened.report().get("status")).endsWith("Treat this message as unsigned."));
    }
    return opened;
  }

  protected static String layers(Opened opened) {
    StringBuilder text = new StringBuilder();
    for (var layer : opened.report().get("layers")) {
      text.append(layer.get("type").asText())
          .append(' ')
          .append(layer.path("form").asText(""))
          .append(';');
    }
    return text.toString();
  }

  protected void unlock(Identity person) {
    engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE);
  }
}
