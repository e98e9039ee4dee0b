package dev.signet.engine.algorithm;

import dev.signet.engine.SmimeException;

/** Key encapsulation mechanisms (RFC 9629). */
public enum KemAlgorithm {
  /** RFC 9936; FIPS 203. */
  ML_KEM_512("ML-KEM-512", "2.16.840.1.101.3.4.4.1"),
  ML_KEM_768("ML-KEM-768", "2.16.840.1.101.3.4.4.2"),
  ML_KEM_1024("ML-KEM-1024", "2.16.840.1.101.3.4.4.3"),
  /** RFC 9690: id-kem-rsa; in the rare part. */
  RSA_KEM("RSA-KEM", "1.0.18033.2.2.4");

  private final String display;
  private final String oid;

  KemAlgorithm(String display, String oid) {
    this.display = display;
    this.oid = oid;
  }

  public String display() {
    return display;
  }

  public String oid() {
    return oid;
  }

  /** Whether only {@link dev.signet.engine.bc.rare} has it. */
  public boolean rare() {
    return this == RSA_KEM;
  }

  /**
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public static KemAlgorithm of(String oid) {
    for (KemAlgorithm each : values()) {
      if (oid.equals(each.oid)) {
        return each;
      }
    }
    throw SmimeException.unsupported(oid);
  }
}
