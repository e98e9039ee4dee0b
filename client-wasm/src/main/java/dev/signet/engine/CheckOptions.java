package dev.signet.engine;

import dev.signet.engine.cert.Purpose;
import dev.signet.engine.path.PolicyInputs;

/** How to judge one certificate. */
public record CheckOptions(Judging judging, Purpose purpose, PolicyInputs policies) {}
