package dev.signet.engine.bc;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.port.Ask;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;

/** ECDSA (FIPS 186-4) with the value as DER SEQUENCE of r and s. */
public final class EcdsaSignature {
  /** P-521's longest is 139; nothing that is longer needs to be parsed. */
  private static final int LONGEST = 160;

  private EcdsaSignature() {}

  static byte[] sign(Ask.Sign ask) {
    if (!(ask.key().parameters() instanceof ECPrivateKeyParameters key)) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs an EC key");
    }
    // The nonce out of key and hash (RFC 6979): a weak source of randomness cannot betray the key.
    ECDSASigner signer = new ECDSASigner(new HMacDSAKCalculator(Digests.of(ask.scheme().digest())));
    signer.init(true, key);
    BigInteger[] value =
        signer.generateSignature(Digests.digest(ask.scheme().digest(), ask.message()));
    try {
      return new DERSequence(
              new ASN1Integer[] {new ASN1Integer(value[0]), new ASN1Integer(value[1])})
          .getEncoded("DER");
    } catch (IOException e) {
      throw new IllegalStateException("a signature value of fixed shape");
    }
  }

  static boolean verify(Ask.Verify ask) {
    Optional<ECPublicKeyParameters> key = PublicKeys.ec(ask.publicKey());
    Optional<BigInteger[]> value = parse(ask.signature());
    if (key.isEmpty() || value.isEmpty()) {
      return false;
    }
    ECDSASigner signer = new ECDSASigner();
    signer.init(false, key.get());
    // It refuses r and s outside 1 to n-1.
    return signer.verifySignature(
        Digests.digest(ask.scheme().digest(), ask.message()), value.get()[0], value.get()[1]);
  }

  /** The two numbers of a DER SEQUENCE; empty for anything else. DSA has the same form. */
  public static Optional<BigInteger[]> parse(byte[] signature) {
    if (signature.length > LONGEST) {
      return Optional.empty();
    }
    try {
      ASN1Primitive structure = ASN1Primitive.fromByteArray(signature);
      if (structure instanceof ASN1Sequence sequence
          && sequence.size() == 2
          && sequence.getObjectAt(0) instanceof ASN1Integer r
          && sequence.getObjectAt(1) instanceof ASN1Integer s
          // DER has one encoding only; a second one for the same value would be another signature.
          && Arrays.equals(signature, structure.getEncoded("DER"))) {
        return Optional.of(new BigInteger[] {r.getValue(), s.getValue()});
      }
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }
}
