package dev.signet.e2e.lane;

import org.junit.platform.suite.api.ExcludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** Every test class that is not in the first lane. */
@Suite
@SelectPackages("dev.signet.e2e")
@IncludeClassNamePatterns(".*Test")
@ExcludeClassNamePatterns(FirstLaneSuite.PATTERN)
final class SecondLaneSuite {}
