package dev.signet.compiletime;

import dev.signet.compiletime.library.Octets;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.teavm.model.AccessLevel;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Adds methods of the JDK that classes of TeaVM's class library lack; {@link Octets} has what they
 * do.
 */
final class MissingMethods implements ClassHolderTransformer {
  @Override
  public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
    if (cls.getName().equals(ByteArrayOutputStream.class.getName())) {
      MethodHolder method = add(cls, context, "writeBytes", byte[].class, void.class);
      ProgramEmitter emitter = ProgramEmitter.create(method, context.getHierarchy());
      emitter.invoke(Octets.class, "write", emitter.var(0, cls), emitter.var(1, byte[].class));
      emitter.exit();
    }
    if (cls.getName().equals(Arrays.class.getName())) {
      MethodHolder method =
          add(cls, context, "compareUnsigned", byte[].class, byte[].class, int.class);
      method.getModifiers().add(ElementModifier.STATIC);
      ProgramEmitter emitter = ProgramEmitter.create(method, context.getHierarchy());
      emitter
          .invoke(
              Octets.class,
              "compareUnsigned",
              int.class,
              emitter.var(1, byte[].class),
              emitter.var(2, byte[].class))
          .returnValue();
    }
  }

  private static MethodHolder add(
      ClassHolder cls, ClassHolderTransformerContext context, String name, Class<?>... signature) {
    MethodDescriptor descriptor = new MethodDescriptor(name, signature);
    if (cls.getMethod(descriptor) != null) {
      context
          .getDiagnostics()
          .error(null, "The class library has it now: " + cls.getName() + "." + descriptor);
    }
    MethodHolder method = new MethodHolder(descriptor);
    method.setLevel(AccessLevel.PUBLIC);
    cls.addMethod(method);
    return method;
  }
}
