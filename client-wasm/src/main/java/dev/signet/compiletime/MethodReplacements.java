package dev.signet.compiletime;

import static dev.signet.compiletime.Bodies.constructorOverDate;
import static dev.signet.compiletime.Bodies.nothing;
import static dev.signet.compiletime.Bodies.overContents;
import static dev.signet.compiletime.Bodies.overSelf;
import static dev.signet.compiletime.Bodies.returnNull;
import static dev.signet.compiletime.Bodies.returnSelf;
import static dev.signet.compiletime.Bodies.returnStaticField;
import static dev.signet.compiletime.Bodies.setStaticText;
import static dev.signet.compiletime.Bodies.superOverZero;
import static dev.signet.compiletime.Bodies.toFunction;

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
import org.teavm.model.emit.ProgramEmitter;

/**
 * Gives methods of the class library and of Bouncy Castle another body.
 *
 * <ul>
 *   <li>{@code SecureRandom}: its octets come from {@link HostRandom}. The class library's own
 *       ignores failure and gives at most 65,536 octets. {@code Math.random}, which seeds {@code
 *       Random}, draws from the same source.
 *   <li>{@code ASN1UTCTime} and {@code ASN1GeneralizedTime}: read and written by {@link Asn1Times}.
 *       Bouncy Castle's way needs {@code SimpleDateFormat}, which does not read {@code GMT+00:00}
 *       here, and which draws time zones, calendars and locales into the module; so does {@code
 *       Date.toString}.
 *   <li>{@code Throwable}: no stack trace is taken. Without symbols it says nothing, it costs a
 *       call into JavaScript for each exception, and its frames are read by JavaScript property.
 *   <li>{@code Logger}: says nothing. A log line could carry what nobody may see.
 *   <li>{@code Properties}, {@code CryptoServicesRegistrar} and {@code Strings} of Bouncy Castle:
 *       no property is ever set, so its defaults hold and the constraints that a property would
 *       name need not be there.
 * </ul>
 *
 * <p>A method that is named here and no longer there fails the build: a new version of Bouncy
 * Castle or TeaVM has to be looked at.
 */
final class MethodReplacements implements ClassHolderTransformer {
  private record Replacement(String method, Body body) {}

  private static final String DATE_RESULT = "()Ljava/util/Date;";
  private static final String OVER_DATE = "<init>(Ljava/util/Date;)V";
  private static final String OVER_DATE_AND_LOCALE = "<init>(Ljava/util/Date;Ljava/util/Locale;)V";

  private static final Map<String, List<Replacement>> REPLACEMENTS =
      Map.ofEntries(
          Map.entry(
              "java.security.SecureRandom",
              List.of(
                  new Replacement("<init>()V", superOverZero()),
                  new Replacement("nextBytes([B)V", toFunction(HostRandom.class, "fill")))),
          Map.entry(
              "java.lang.Math",
              List.of(new Replacement("random()D", toFunction(HostRandom.class, "fraction")))),
          Map.entry(
              "java.lang.Throwable",
              List.of(
                  new Replacement("fillInStackTrace()Ljava/lang/Throwable;", returnSelf()),
                  new Replacement("ensureStackTrace()V", nothing()))),
          Map.entry(
              "java.util.logging.Logger",
              List.of(new Replacement("log(Ljava/util/logging/LogRecord;)V", nothing()))),
          Map.entry(
              "java.util.Date",
              List.of(
                  new Replacement(
                      "toString()Ljava/lang/String;", overSelf(Asn1Times.class, "text")))),
          Map.entry(
              "org.bouncycastle.asn1.ASN1UTCTime",
              List.of(
                  new Replacement("getDate" + DATE_RESULT, overContents("utcTime")),
                  new Replacement("getAdjustedDate" + DATE_RESULT, overContents("utcTime")),
                  new Replacement(OVER_DATE, constructorOverDate("toUtcTime")),
                  new Replacement(OVER_DATE_AND_LOCALE, constructorOverDate("toUtcTime")))),
          Map.entry(
              "org.bouncycastle.asn1.ASN1GeneralizedTime",
              List.of(
                  new Replacement("getDate" + DATE_RESULT, overContents("generalizedTime")),
                  new Replacement("getTime()Ljava/lang/String;", overContents("generalizedText")),
                  new Replacement(OVER_DATE, constructorOverDate("toGeneralizedTime")),
                  new Replacement(OVER_DATE_AND_LOCALE, constructorOverDate("toGeneralizedTime")))),
          Map.entry(
              "org.bouncycastle.util.Properties",
              List.of(
                  new Replacement(
                      "getPropertyValue(Ljava/lang/String;)Ljava/lang/String;", returnNull()))),
          Map.entry(
              "org.bouncycastle.crypto.CryptoServicesRegistrar",
              List.of(
                  new Replacement(
                      "getDefaultConstraints()"
                          + "Lorg/bouncycastle/crypto/CryptoServicesConstraints;",
                      returnStaticField("noConstraintsImpl")))),
          Map.entry(
              "org.bouncycastle.util.Strings",
              List.of(new Replacement("<clinit>()V", setStaticText("LINE_SEPARATOR", "\n")))));

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
}
