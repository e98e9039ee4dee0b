package dev.signet.conformance;

import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.engine.SmimeException;
import java.util.Map;

/**
 * What a case came to.
 *
 * @param what one of the words of its kind of case, or {@link #refused}
 */
public record Outcome(Case published, String what) {
  public boolean expected() {
    return published.expected().contains(what);
  }

  public static String refused(SmimeException error) {
    return refused(error.code().text(), error.details());
  }

  public static String refused(EngineError error) {
    return refused(error.code(), error.details());
  }

  private static String refused(String code, Map<String, String> details) {
    String oid = details == null ? null : details.get("oid");
    return "refused " + code + (oid == null ? "" : " " + oid);
  }

  @Override
  public String toString() {
    return what
        + ", expected "
        + String.join(" or ", published.expected().stream().sorted().toList());
  }
}
