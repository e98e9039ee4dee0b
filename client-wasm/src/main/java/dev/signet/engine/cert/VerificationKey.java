package dev.signet.engine.cert;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureScheme;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.io.IOException;
import java.util.List;
import org.bouncycastle.asn1.ASN1Null;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A certificate's key, for verifying what it has signed: messages, certificates, lists. */
public final class VerificationKey {
  private final SubjectPublicKeyInfo key;

  private VerificationKey(SubjectPublicKeyInfo key) {
    this.key = key;
  }

  /**
   * The key of a certificate as it stands there.
   *
   * <p>Whose parameters a DSA key inherits (RFC 3279 section 2.3.2) is known only on a path, once
   * the certificates above are verified. Those of any other certificate with the issuer's name
   * could be chosen so that everybody can sign.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} for a key that inherits its parameters
   */
  public static VerificationKey of(MailCertificate certificate) {
    if (inherits(certificate)) {
      throw SmimeException.unsupported(X9ObjectIdentifiers.id_dsa.getId());
    }
    return new VerificationKey(certificate.publicKey());
  }

  /**
   * The key of a certificate on a path. Parameters that a DSA key leaves out are those of the next
   * above that has some, as long as all in between are DSA keys (RFC 5280 section 6.1.4 (e)).
   *
   * @param path from the leaf upwards
   */
  public static VerificationKey onPath(List<MailCertificate> path, int index) {
    SubjectPublicKeyInfo key = path.get(index).publicKey();
    int holder = index;
    while (holder < path.size() && inherits(path.get(holder))) {
      holder++;
    }
    return new VerificationKey(
        holder == index || holder == path.size() || !dsa(path.get(holder))
            ? key
            : new SubjectPublicKeyInfo(
                path.get(holder).publicKey().getAlgorithm(), key.getPublicKeyData().getOctets()));
  }

  private static boolean dsa(MailCertificate certificate) {
    return certificate.publicKey().getAlgorithm().getAlgorithm().equals(X9ObjectIdentifiers.id_dsa);
  }

  /** Whether it has a DSA key whose parameters are its issuer's. */
  public static boolean inherits(MailCertificate certificate) {
    AlgorithmIdentifier algorithm = certificate.publicKey().getAlgorithm();
    return dsa(certificate)
        && (algorithm.getParameters() == null || algorithm.getParameters() instanceof ASN1Null);
  }

  /** Whether it is too weak, as {@link KeyStrength} has it. */
  public boolean weak(int minimumBits) {
    return KeyStrength.weak(key, minimumBits);
  }

  /**
   * Whether this key made the signature; a key that is not for such signatures did not.
   *
   * @param signature the algorithm that the scheme was read from
   */
  public Step<Boolean> verify(
      AlgorithmIdentifier signature, SignatureScheme scheme, byte[] message, byte[] value) {
    if (!KeyUse.allows(key.getAlgorithm(), signature, scheme)) {
      return Step.done(false);
    }
    return Step.ask(new Ask.Verify(encoded(), scheme, message, value));
  }

  /**
   * DER of the SubjectPublicKeyInfo.
   *
   * @throws SmimeException {@code MALFORMED_MESSAGE}
   */
  public byte[] encoded() {
    try {
      return key.getEncoded("DER");
    } catch (IOException e) {
      throw SmimeException.malformed("the signer's key is damaged");
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerificationKey same && key.equals(same.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }
}
