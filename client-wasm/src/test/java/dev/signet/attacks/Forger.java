package dev.signet.attacks;

import dev.signet.testing.BcPerson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DSAParameter;
import org.bouncycastle.operator.ContentSigner;

/** Signs with no DSA key: the parameters' generator is the public number, and has few powers. */
final class Forger implements ContentSigner {
  private final DSAParameter domain;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();

  Forger(DSAParameter domain) {
    this.domain = domain;
  }

  @Override
  public AlgorithmIdentifier getAlgorithmIdentifier() {
    return new AlgorithmIdentifier(NISTObjectIdentifiers.dsa_with_sha256);
  }

  @Override
  public OutputStream getOutputStream() {
    return message;
  }

  /** Fails with {@code IllegalStateException} for some messages. */
  @Override
  public byte[] getSignature() {
    try {
      BigInteger p = domain.getP();
      BigInteger q = domain.getQ();
      BigInteger y = domain.getG();
      byte[] hash =
          MessageDigest.getInstance("SHA-256", BcPerson.PROVIDER).digest(message.toByteArray());
      BigInteger e = new BigInteger(1, Arrays.copyOf(hash, q.bitLength() / 8));
      for (int power = 0; power < 3; power++) {
        BigInteger r = y.modPow(BigInteger.valueOf(power), p).mod(q);
        // Only the remainder by 3 counts.
        for (BigInteger s : List.of(BigInteger.ONE, BigInteger.TWO)) {
          if (r.signum() > 0 && verifies(e, r, s)) {
            return new DERSequence(new ASN1Integer[] {new ASN1Integer(r), new ASN1Integer(s)})
                .getEncoded();
          }
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
    throw new IllegalStateException("not for this message");
  }

  /** FIPS 186-4 section 4.7, where the public number is the generator. */
  private boolean verifies(BigInteger e, BigInteger r, BigInteger s) {
    BigInteger q = domain.getQ();
    BigInteger w = s.modInverse(q);
    BigInteger exponent = e.multiply(w).mod(q).add(r.multiply(w).mod(q));
    return domain.getG().modPow(exponent, domain.getP()).mod(q).equals(r);
  }
}
