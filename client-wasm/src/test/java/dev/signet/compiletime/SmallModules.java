package dev.signet.compiletime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.teavm.backend.wasm.WasmGCTarget;
import org.teavm.interop.Export;
import org.teavm.interop.Import;
import org.teavm.jso.JSBody;
import org.teavm.vm.MemoryBuildTarget;
import org.teavm.vm.TeaVM;
import org.teavm.vm.TeaVMBuilder;

/** Programs of a few lines, compiled as the engine is. */
final class SmallModules {
  private static final Map<Class<?>, byte[]> COMPILED = new HashMap<>();

  private SmallModules() {}

  /** Imports one function. */
  static final class Plain {
    private Plain() {}

    @Export(name = "run")
    static int run(int number) {
      return given(number) + 1;
    }

    @Import(module = "signet", name = "given")
    private static native int given(int number);
  }

  /** The same, and a JavaScript body. */
  static final class WithBody {
    private WithBody() {}

    @Export(name = "run")
    static int run(int number) {
      return given(number) + body(number);
    }

    @Import(module = "signet", name = "given")
    private static native int given(int number);

    @JSBody(params = "number", script = "return number << 1;")
    private static native int body(int number);
  }

  /** Draws randomness by the class library's own types. */
  static final class WithRandomness {
    private WithRandomness() {}

    @Export(name = "run")
    static int run() {
      byte[] octets = new byte[100_000];
      new java.security.SecureRandom().nextBytes(octets);
      return octets[0] + new java.util.Random().nextInt() + (int) (9 * Math.random());
    }
  }

  /** The module that TeaVM makes with the plugin. */
  static synchronized byte[] of(Class<?> program) {
    return COMPILED.computeIfAbsent(program, SmallModules::compile);
  }

  private static byte[] compile(Class<?> program) {
    WasmGCTarget target = new WasmGCTarget();
    target.setStrict(true);
    TeaVM compiler =
        new TeaVMBuilder(target).setClassLoader(SmallModules.class.getClassLoader()).build();
    compiler.installPlugins();
    compiler.setEntryPoint(program.getName());
    MemoryBuildTarget output = new MemoryBuildTarget();
    compiler.build(output, "small.wasm");
    assertEquals(List.of(), compiler.getProblemProvider().getSevereProblems());
    return output.getContent("small.wasm");
  }
}
