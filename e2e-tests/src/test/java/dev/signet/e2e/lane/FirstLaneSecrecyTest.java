package dev.signet.e2e.lane;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;

@DisplayName("Over the whole run of the first lane")
@Order(Integer.MAX_VALUE)
final class FirstLaneSecrecyTest extends Secrecy {}
