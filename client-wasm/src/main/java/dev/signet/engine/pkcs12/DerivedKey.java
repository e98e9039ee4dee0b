package dev.signet.engine.pkcs12;

import java.util.Arrays;

/** A key that came out of the passphrase, and the initialisation vector that goes with it. */
record DerivedKey(byte[] key, byte[] iv) {
  void wipe() {
    Arrays.fill(key, (byte) 0);
  }

  @Override
  public String toString() {
    return "DerivedKey";
  }
}
