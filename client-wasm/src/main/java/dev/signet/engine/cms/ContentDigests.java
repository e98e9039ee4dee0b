package dev.signet.engine.cms;

import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.List;

/** Hashes of contents, each computed once however many signers there are. */
public final class ContentDigests {
  private record Known(DigestAlgorithm algorithm, Bulk content, byte[] value) {}

  private final List<Known> known = new ArrayList<>();
  private final DigestAllowance allowance;

  /**
   * @param allowance what the message's signatures may ask for together
   */
  public ContentDigests(DigestAllowance allowance) {
    this.allowance = allowance;
  }

  Step<byte[]> of(DigestAlgorithm algorithm, Bulk content) {
    for (Known each : known) {
      if (each.algorithm == algorithm && each.content == content) {
        return Step.done(each.value);
      }
    }
    allowance.spend(content.length());
    return Step.ask(new Ask.Digest(algorithm, content))
        .map(
            value -> {
              known.add(new Known(algorithm, content, value));
              return value;
            });
  }
}
