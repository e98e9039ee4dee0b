package dev.signet.engine.bc.rare;

import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Ask;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.SLHDSAParameters;
import org.bouncycastle.crypto.params.SLHDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.SLHDSASigner;

/** SLH-DSA over the message itself (FIPS 205 section 10.3, RFC 9814), all pure parameter sets. */
final class SlhDsaSignature {
  private static final String ARC = "2.16.840.1.101.3.4.3.";
  private static final int FIRST = 20;

  /** In the order of their OIDs (RFC 9814 section 2). */
  private static final SLHDSAParameters[] SETS = {
    SLHDSAParameters.sha2_128s,
    SLHDSAParameters.sha2_128f,
    SLHDSAParameters.sha2_192s,
    SLHDSAParameters.sha2_192f,
    SLHDSAParameters.sha2_256s,
    SLHDSAParameters.sha2_256f,
    SLHDSAParameters.shake_128s,
    SLHDSAParameters.shake_128f,
    SLHDSAParameters.shake_192s,
    SLHDSAParameters.shake_192f,
    SLHDSAParameters.shake_256s,
    SLHDSAParameters.shake_256f,
  };

  private SlhDsaSignature() {}

  static boolean verify(Ask.Verify ask) {
    Optional<SLHDSAPublicKeyParameters> key = key(ask.publicKey());
    if (key.isEmpty()) {
      return false;
    }
    SLHDSASigner signer = new SLHDSASigner();
    signer.init(false, key.get());
    return signer.verifySignature(ask.message(), ask.signature());
  }

  private static Optional<SLHDSAPublicKeyParameters> key(byte[] publicKey) {
    try {
      SubjectPublicKeyInfo info = SubjectPublicKeyInfo.getInstance(publicKey);
      SLHDSAParameters parameters = parameters(info.getAlgorithm().getAlgorithm());
      byte[] octets = info.getPublicKeyData().getOctets();
      return info.getAlgorithm().getParameters() == null && octets.length == 2 * parameters.getN()
          ? Optional.of(new SLHDSAPublicKeyParameters(parameters, octets))
          : Optional.empty();
    } catch (IllegalArgumentException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static SLHDSAParameters parameters(ASN1ObjectIdentifier algorithm) {
    for (int i = 0; i < SETS.length; i++) {
      if (algorithm.getId().equals(ARC + (FIRST + i))) {
        return SETS[i];
      }
    }
    throw SmimeException.unsupported(algorithm.getId());
  }
}
