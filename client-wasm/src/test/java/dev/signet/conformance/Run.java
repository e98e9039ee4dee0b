package dev.signet.conformance;

import dev.signet.cases.EngineUnderTest;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.conformance.Case.Asking;
import dev.signet.conformance.Case.AskingWithKey;
import dev.signet.conformance.Case.NotOffered;
import dev.signet.conformance.Case.Using;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answer;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import dev.signet.testing.KeyFiles;
import dev.signet.testing.Keys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.util.encoders.Hex;

/** Brings the cases of one file to their outcomes. */
final class Run {
  private final Platform platform;
  private final Map<String, String> refusedKeys = new HashMap<>();

  Run(Platform platform) {
    this.platform = platform;
  }

  List<Outcome> outcomes(List<Case> cases) {
    List<Step<String>> steps = new ArrayList<>();
    for (Case each : cases) {
      steps.add(begin(each.check()));
    }
    finish(steps);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      outcomes.add(new Outcome(cases.get(i), what(steps.get(i))));
    }
    return outcomes;
  }

  private Step<String> begin(Case.Check check) {
    if (check instanceof Asking asking) {
      return Step.start(asking.operation());
    }
    if (check instanceof AskingWithKey asking) {
      PrivateKey key;
      try {
        key = Keys.read(PrivateKeyInfo.getInstance(asking.pkcs8()));
      } catch (SmimeException | IllegalArgumentException e) {
        return Step.done(keyFile(asking.pkcs8()));
      }
      return Step.start(() -> asking.operation().apply(key));
    }
    if (check instanceof Using using) {
      return Step.done(use(using));
    }
    return Step.done("not offered: " + ((NotOffered) check).what());
  }

  private String use(Using using) {
    try {
      return using.use().apply(platform);
    } catch (EngineError e) {
      return Outcome.refused(e);
    } catch (RuntimeException | AssertionError e) {
      return "failed: " + e;
    }
  }

  /** What comes of a file with this key, which the engine on the JVM does not take. */
  private String keyFile(byte[] pkcs8) {
    return refusedKeys.computeIfAbsent(
        Hex.toHexString(pkcs8),
        hex -> {
          try (EngineUnderTest engine = platform.engines().create(List.of(), true)) {
            engine.unlock(KeyFiles.withAnyCertificate(pkcs8), KeyFiles.PASSPHRASE);
            return "key accepted";
          } catch (EngineError e) {
            return "key " + Outcome.refused(e);
          }
        });
  }

  /** All together, round by round: one crossing to the platform for each round. */
  private void finish(List<Step<String>> steps) {
    while (true) {
      List<Ask<?>> asks = new ArrayList<>();
      for (Step<String> step : steps) {
        asks.addAll(step.asks());
      }
      if (asks.isEmpty()) {
        return;
      }
      List<Answer> answers = platform.answer(asks);
      int from = 0;
      for (int i = 0; i < steps.size(); i++) {
        int to = from + steps.get(i).asks().size();
        if (to > from) {
          steps.set(i, steps.get(i).resume(answers.subList(from, to)));
        }
        from = to;
      }
    }
  }

  private static String what(Step<String> step) {
    try {
      return step.result();
    } catch (SmimeException e) {
      return Outcome.refused(e);
    }
  }
}
