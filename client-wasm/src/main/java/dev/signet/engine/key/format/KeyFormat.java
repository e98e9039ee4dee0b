package dev.signet.engine.key.format;

import java.io.IOException;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/** One kind of private key in PKCS#8 (RFC 5958). */
public interface KeyFormat {
  /**
   * Reads the key.
   *
   * @return the key for Bouncy Castle's engines; null where only the rare part computes with it
   * @throws IOException or an unchecked exception when the key breaks its own format, or its parts
   *     do not fit together
   * @throws dev.signet.engine.SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of a curve,
   *     {@code REFUSED_PARAMETERS} for a key beyond measure
   */
  AsymmetricKeyParameter read(PrivateKeyInfo info) throws IOException;

  /**
   * Whether a public key belongs to a key that {@link #read} gave.
   *
   * @throws IOException or an unchecked exception when the public key is damaged
   */
  boolean belongs(AsymmetricKeyParameter key, SubjectPublicKeyInfo publicKey) throws IOException;
}
