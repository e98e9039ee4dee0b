package dev.signet.engine.pkcs12;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.misc.MiscObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** A key derivation that stands in a file by itself, as PBES2 and PBMAC1 have it (RFC 8018). */
sealed interface Kdf {
  /** The name for reports. */
  String display();

  /** The rounds, or what scrypt has in their place, its cost. */
  BigInteger iterations();

  /** Octets of key that the file says, or null. */
  BigInteger keyLength();

  /** Takes its work out of what one file may ask for. */
  void spend(Rounds rounds);

  /** The key out of a passphrase. */
  Step<byte[]> derive(byte[] passphrase, int keyBytes);

  /** PBKDF2 (RFC 8018 appendix A.2). */
  record Pbkdf2(DigestAlgorithm prf, byte[] salt, BigInteger iterations, BigInteger keyLength)
      implements Kdf {
    @Override
    public String display() {
      return "PBKDF2 with HMAC-" + prf.display();
    }

    @Override
    public void spend(Rounds rounds) {
      rounds.spend(iterations, prf);
    }

    @Override
    public Step<byte[]> derive(byte[] passphrase, int keyBytes) {
      return Step.ask(new Ask.Pbkdf2(prf, passphrase, salt, iterations.intValue(), keyBytes));
    }
  }

  /** scrypt (RFC 7914 section 7.1). */
  record Scrypt(
      byte[] salt,
      BigInteger cost,
      BigInteger blockSize,
      BigInteger parallelization,
      BigInteger keyLength)
      implements Kdf {
    @Override
    public String display() {
      return "scrypt";
    }

    @Override
    public BigInteger iterations() {
      return cost;
    }

    @Override
    public void spend(Rounds rounds) {
      rounds.spend(this);
    }

    @Override
    public Step<byte[]> derive(byte[] passphrase, int keyBytes) {
      return Step.ask(
          new Ask.Scrypt(
              passphrase,
              salt,
              cost.intValue(),
              blockSize.intValue(),
              parallelization.intValue(),
              keyBytes));
    }
  }

  /**
   * Reads it.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code REFUSED_PARAMETERS}
   */
  static Kdf of(AlgorithmIdentifier algorithm) {
    ASN1ObjectIdentifier oid = algorithm.getAlgorithm();
    if (oid.equals(PKCSObjectIdentifiers.id_PBKDF2)) {
      PBKDF2Params parameters = PBKDF2Params.getInstance(algorithm.getParameters());
      return new Pbkdf2(
          DigestAlgorithm.ofHmac(parameters.getPrf().getAlgorithm().getId()),
          Bounds.salt(parameters.getSalt()),
          parameters.getIterationCount(),
          Bounds.keyLength(parameters.getKeyLength()));
    }
    if (oid.equals(MiscObjectIdentifiers.id_scrypt)) {
      return scrypt(ASN1Sequence.getInstance(algorithm.getParameters()));
    }
    throw SmimeException.unsupported(oid.getId());
  }

  private static Kdf scrypt(ASN1Sequence parameters) {
    // Not Bouncy Castle's ScryptParams, which takes whatever follows.
    if (parameters.size() < 4 || parameters.size() > 5) {
      throw Faults.damaged();
    }
    return new Scrypt(
        Bounds.salt(ASN1OctetString.getInstance(parameters.getObjectAt(0)).getOctets()),
        number(parameters.getObjectAt(1)),
        number(parameters.getObjectAt(2)),
        number(parameters.getObjectAt(3)),
        parameters.size() == 5 ? Bounds.keyLength(number(parameters.getObjectAt(4))) : null);
  }

  private static BigInteger number(ASN1Encodable value) {
    return ASN1Integer.getInstance(value).getValue();
  }
}
