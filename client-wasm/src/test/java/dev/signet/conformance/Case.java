package dev.signet.conformance;

import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Step;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One published case.
 *
 * @param name unique in its file
 * @param comment what its publisher says of it, for the eye
 * @param expected the outcomes that agree with what its publisher states
 */
public record Case(String name, String comment, Set<String> expected, Check check) {

  /** How a case comes to its outcome. */
  public sealed interface Check {}

  /** By what a primitive answers: cases of one file are asked together. */
  record Asking(Supplier<Step<String>> operation) implements Check {}

  /**
   * By what a primitive answers with a private key. A key that the engine does not take is refused
   * where the platform reads key files, so that it is the platform that speaks.
   */
  record AskingWithKey(byte[] pkcs8, Function<PrivateKey, Step<String>> operation)
      implements Check {}

  /** By using an engine of the platform. */
  record Using(Function<Platform, String> use) implements Check {}

  /** The engine has nothing that could be asked; never an expected outcome. */
  record NotOffered(String what) implements Check {}

  public static Case asking(
      String name, String comment, Set<String> expected, Supplier<Step<String>> operation) {
    return new Case(name, comment, expected, new Asking(operation));
  }

  public static Case withKey(
      String name,
      String comment,
      Set<String> expected,
      byte[] pkcs8,
      Function<PrivateKey, Step<String>> operation) {
    return new Case(name, comment, expected, new AskingWithKey(pkcs8, operation));
  }

  public static Case using(String name, String expected, Function<Platform, String> use) {
    return new Case(name, "", Set.of(expected), new Using(use));
  }

  public static Case using(
      String name, String comment, String expected, Function<Platform, String> use) {
    return new Case(name, comment, Set.of(expected), new Using(use));
  }

  public static Case notOffered(String name, String comment, String what) {
    return new Case(name, comment, Set.of(), new NotOffered(what));
  }
}
