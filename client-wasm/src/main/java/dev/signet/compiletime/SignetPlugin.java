package dev.signet.compiletime;

import org.teavm.vm.spi.TeaVMHost;
import org.teavm.vm.spi.TeaVMPlugin;

/** TeaVM's way in. */
public final class SignetPlugin implements TeaVMPlugin {
  @Override
  public void install(TeaVMHost host) {
    host.add(new MethodReplacements());
    host.add(new MissingMethods());
  }
}
