package dev.signet.engine.revocation.ocsp;

/** Answers that were verified, until their {@code nextUpdate}; bounded. */
public final class OcspCache {}
