package dev.signet.e2e.lane;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** One of two lanes that are run side by side, each in a process of its own with its own stage. */
@Suite
@SelectPackages("dev.signet.e2e")
@IncludeClassNamePatterns(FirstLaneSuite.PATTERN)
final class FirstLaneSuite {
  /** Chosen so that both lanes take about the same time. */
  static final String PATTERN =
      "dev\\.signet\\.e2e\\.("
          + "(browser|engine|interop|mailserver|manual|responder|stage|world)\\..*Test"
          + "|cases\\.((Provider|Proxy)?SignIn|Import|Passphrase)Test"
          + "|lane\\.FirstLaneSecrecyTest)";
}
