package dev.signet.compiletime;

import org.teavm.model.ClassHolder;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;

/** Writes what a method does. */
interface Body {
  void write(ProgramEmitter emitter, MethodHolder method, ClassHolder owner);
}
