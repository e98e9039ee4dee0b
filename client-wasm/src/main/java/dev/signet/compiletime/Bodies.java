package dev.signet.compiletime;

import dev.signet.compiletime.library.Asn1Times;
import org.teavm.model.FieldReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** The few forms that a replaced method's body has. Variable 0 is {@code this}. */
final class Bodies {
  private static final ValueType OCTETS = ValueType.parse(byte[].class);

  private Bodies() {}

  static Body nothing() {
    return (emitter, method, owner) -> emitter.exit();
  }

  static Body returnSelf() {
    return (emitter, method, owner) -> emitter.var(0, owner).returnValue();
  }

  static Body returnNull() {
    return (emitter, method, owner) -> emitter.constantNull(method.getResultType()).returnValue();
  }

  /** Returns a static field of the class, of the method's type. */
  static Body returnStaticField(String field) {
    return (emitter, method, owner) ->
        emitter
            .getField(new FieldReference(owner.getName(), field), method.getResultType())
            .returnValue();
  }

  static Body setStaticText(String field, String text) {
    return (emitter, method, owner) -> {
      emitter.setField(new FieldReference(owner.getName(), field), emitter.constant(text));
      emitter.exit();
    };
  }

  /** A constructor that passes 0 to its superclass's. */
  static Body superOverZero() {
    return (emitter, method, owner) -> {
      emitter.var(0, owner).invokeSpecial(owner.getParent(), "<init>", emitter.constant(0L));
      emitter.exit();
    };
  }

  /** What a static function makes of the same parameters. */
  static Body toFunction(Class<?> functions, String function) {
    return (emitter, method, owner) -> {
      ValueEmitter[] parameters = new ValueEmitter[method.parameterCount()];
      for (int i = 0; i < parameters.length; i++) {
        parameters[i] = emitter.var(i + 1, method.parameterType(i));
      }
      ends(emitter, call(emitter, functions, function, method.getResultType(), parameters));
    };
  }

  /** What a static function makes of the object. */
  static Body overSelf(Class<?> functions, String function) {
    return (emitter, method, owner) ->
        ends(
            emitter,
            call(emitter, functions, function, method.getResultType(), emitter.var(0, owner)));
  }

  /** What a function of {@link Asn1Times} makes of the object's field {@code contents}. */
  static Body overContents(String function) {
    return (emitter, method, owner) ->
        ends(
            emitter,
            call(
                emitter,
                Asn1Times.class,
                function,
                method.getResultType(),
                emitter.var(0, owner).getField("contents", OCTETS)));
  }

  /** A constructor whose field {@code contents} is what {@link Asn1Times} makes of its date. */
  static Body constructorOverDate(String function) {
    return (emitter, method, owner) -> {
      ValueEmitter self = emitter.var(0, owner);
      self.invokeSpecial(owner.getParent(), "<init>");
      ValueEmitter date = emitter.var(1, method.parameterType(0));
      self.setField("contents", call(emitter, Asn1Times.class, function, OCTETS, date));
      emitter.exit();
    };
  }

  private static ValueEmitter call(
      ProgramEmitter emitter,
      Class<?> functions,
      String function,
      ValueType result,
      ValueEmitter... parameters) {
    return emitter.invoke(functions.getName(), function, result, parameters);
  }

  private static void ends(ProgramEmitter emitter, ValueEmitter result) {
    if (result == null) {
      emitter.exit();
    } else {
      result.returnValue();
    }
  }
}
