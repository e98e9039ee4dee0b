package dev.signet.engine;

/**
 * What a caller accepts although it is insecure.
 *
 * @param clearKeys private keys that lie in clear in the file
 * @param missingMac a file that nothing authenticates
 */
public record Pkcs12Acceptance(boolean clearKeys, boolean missingMac) {
  public static final Pkcs12Acceptance NONE = new Pkcs12Acceptance(false, false);
}
