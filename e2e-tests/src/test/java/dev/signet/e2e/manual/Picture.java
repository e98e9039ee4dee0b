package dev.signet.e2e.manual;

import dev.signet.e2e.browser.Chromium;
import dev.signet.e2e.browser.Screenshots;
import java.lang.reflect.Method;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Takes a picture of the page as each sentence's test leaves it. */
final class Picture implements AfterTestExecutionCallback {
  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      context
          .getTestMethod()
          .ifPresent(
              method -> {
                Chromium browser = ((ManualCase) context.getRequiredTestInstance()).browser();
                new Screenshots(browser).takeLight("manual/" + name(method));
              });
    }
  }

  static String name(Method method) {
    return method.getDeclaringClass().getSimpleName().replace("Test", "") + "-" + method.getName();
  }
}
