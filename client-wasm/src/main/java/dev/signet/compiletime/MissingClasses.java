package dev.signet.compiletime;

import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/**
 * Classes of the JDK that TeaVM's class library lacks and Bouncy Castle names: {@code a.b.C} is
 * taken from {@code dev.signet.compiletime.library.a.b.TC} where that exists. Only names; none of
 * them does anything in the module.
 */
public final class MissingClasses implements SubstitutionPolicy {
  private static final String LIBRARY = "dev.signet.compiletime.library";

  @Override
  public void contribute(SubstitutionSink sink) {
    sink.selectClasses(name -> name.startsWith("java.") || name.startsWith("javax."))
        .packagePrefix(LIBRARY)
        .simpleNamePrefix("T");
  }
}
