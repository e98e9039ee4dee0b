package dev.signet.compiletime;

import dev.signet.compiletime.library.Asn1Times;
import dev.signet.wasm.HostRandom;
import java.util.List;
import java.util.Map;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Gives methods another body.
 *
 * <ul>
 *   <li>{@code SecureRandom}: its octets come from {@link HostRandom}. The class library's own
 *       ignores failure and gives at most 65,536 octets. {@code Math.random}, which seeds {@code
 *       Random}, draws from the same source.
 *   <li>{@code ASN1UTCTime} and {@code ASN1GeneralizedTime}: read and written by {@link Asn1Times}.
 *       Bouncy Castle's way needs {@code SimpleDateFormat}, which does not read {@code GMT+00:00}
 *       here, and which draws time zones, calendars and locales into the module.
 *   <li>{@code Throwable}: no stack trace is taken. Without symbols it says nothing, it costs a
 *       call into JavaScript for each exception, and its frames are read by JavaScript property.
 * </ul>
 *
 * <p>A method that is named here and no longer there fails the build: a new version of Bouncy
 * Castle or TeaVM has to be looked at.
 */
final class MethodReplacements implements ClassHolderTransformer {
  private interface Body {
    void write(ProgramEmitter emitter, MethodHolder method, ClassHolder owner);
  }

  private static final String DATE = "java.util.Date";
  private static final String UTC_TIME = "org.bouncycastle.asn1.ASN1UTCTime";
  private static final String GENERALIZED_TIME = "org.bouncycastle.asn1.ASN1GeneralizedTime";

  private static final Map<String, List<Replacement>> REPLACEMENTS =
      Map.of(
          "java.security.SecureRandom",
          List.of(
              new Replacement("<init>()V", MethodReplacements::unseeded),
              new Replacement("nextBytes([B)V", MethodReplacements::callHostRandom)),
          "java.lang.Math",
          List.of(new Replacement("random()D", MethodReplacements::callHostFraction)),
          "java.lang.Throwable",
          List.of(
              new Replacement("fillInStackTrace()Ljava/lang/Throwable;", MethodReplacements::self),
              new Replacement("ensureStackTrace()V", MethodReplacements::nothing)),
          UTC_TIME,
          List.of(
              new Replacement("getDate()Ljava/util/Date;", call("utcTime")),
              new Replacement("getAdjustedDate()Ljava/util/Date;", call("utcTime")),
              new Replacement("<init>(Ljava/util/Date;)V", format("toUtcTime")),
              new Replacement("<init>(Ljava/util/Date;Ljava/util/Locale;)V", format("toUtcTime"))),
          GENERALIZED_TIME,
          List.of(
              new Replacement("getDate()Ljava/util/Date;", call("generalizedTime")),
              new Replacement("getTime()Ljava/lang/String;", call("generalizedText")),
              new Replacement("<init>(Ljava/util/Date;)V", format("toGeneralizedTime")),
              new Replacement(
                  "<init>(Ljava/util/Date;Ljava/util/Locale;)V", format("toGeneralizedTime"))));

  private record Replacement(String method, Body body) {}

  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    for (Replacement replacement : REPLACEMENTS.getOrDefault(cls.getName(), List.of())) {
      MethodHolder method = cls.getMethod(MethodDescriptor.parse(replacement.method));
      if (method == null) {
        context
            .getDiagnostics()
            .error(null, "No method to replace: " + cls.getName() + "." + replacement.method);
        continue;
      }
      method.getModifiers().remove(ElementModifier.NATIVE);
      replacement.body.write(ProgramEmitter.create(method, context.getHierarchy()), method, cls);
    }
  }

  private static void callHostRandom(
      ProgramEmitter emitter, MethodHolder method, ClassHolder owner) {
    emitter.invoke(HostRandom.class, "fill", emitter.var(1, byte[].class));
    emitter.exit();
  }

  private static void callHostFraction(
      ProgramEmitter emitter, MethodHolder method, ClassHolder owner) {
    emitter.invoke(HostRandom.class, "fraction", double.class).returnValue();
  }

  /** The superclass wants a seed, which nothing reads. */
  private static void unseeded(ProgramEmitter emitter, MethodHolder method, ClassHolder owner) {
    emitter.var(0, owner).invokeSpecial(owner.getParent(), "<init>", emitter.constant(0L));
    emitter.exit();
  }

  private static void self(ProgramEmitter emitter, MethodHolder method, ClassHolder owner) {
    emitter.var(0, owner).returnValue();
  }

  private static void nothing(ProgramEmitter emitter, MethodHolder method, ClassHolder owner) {
    emitter.exit();
  }

  /** The result of a function of {@link Asn1Times} over the object's own content. */
  private static Body call(String function) {
    return (emitter, method, owner) -> {
      ValueEmitter contents =
          emitter.var(0, owner).getField("contents", ValueType.parse(byte[].class));
      emitter
          .invoke(Asn1Times.class.getName(), function, method.getResultType(), contents)
          .returnValue();
    };
  }

  /** A constructor that takes its content from a function of {@link Asn1Times} over a date. */
  private static Body format(String function) {
    return (emitter, method, owner) -> {
      ValueEmitter self = emitter.var(0, owner);
      self.invokeSpecial(owner.getParent(), "<init>");
      ValueEmitter date = emitter.var(1, ValueType.object(DATE));
      self.setField(
          "contents",
          emitter.invoke(Asn1Times.class.getName(), function, ValueType.parse(byte[].class), date));
      emitter.exit();
    };
  }

  /** The classes that have to be there. */
  static List<String> classes() {
    return REPLACEMENTS.keySet().stream().sorted().toList();
  }
}
