package dev.signet.engine.bc.rare;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.BouncyCastleAnswers;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;

/** Answers the {@link Ask#rare()} asks at once, in Java. */
public final class RareAnswers implements Answers {
  /**
   * @param host holds the bulk results and gives the randomness
   */
  public RareAnswers(Host host) {}

  /** Everything that the engine can ask for, answered in one place; for the JVM. */
  public static Answers withCommon(Host host) {
    Answers common = new BouncyCastleAnswers(host);
    Answers rare = new RareAnswers(host);
    return new Answers() {
      @Override
      public <A> A answer(Ask<A> ask) {
        return (ask.rare() ? rare : common).answer(ask);
      }
    };
  }

  @Override
  public <A> A answer(Ask<A> ask) {
    throw new SmimeException(ErrorCode.UNSUPPORTED_ALGORITHM, "an ask without an answer");
  }
}
