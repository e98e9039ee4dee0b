package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A private key in clear: its octets, and the public key that belongs to it. Nothing is computed
 * with it here; {@link dev.signet.engine.bc.key} reads the numbers where they are needed, and the
 * browser's own crypto takes the octets. {@link #toString()} says the kind only.
 */
public final class PrivateKey {
  /** Kinds of key that the engine can use. */
  public enum Kind {
    RSA(true, true, false),
    EC(true, true, false),
    ED25519(true, false, false),
    X25519(false, true, false),
    ML_DSA(true, false, false),
    ML_KEM(false, true, false),
    ED448(true, false, true),
    X448(false, true, true);

    private final boolean signs;
    private final boolean decrypts;
    private final boolean rare;

    Kind(boolean signs, boolean decrypts, boolean rare) {
      this.signs = signs;
      this.decrypts = decrypts;
      this.rare = rare;
    }

    /** Whether there are signatures with it. */
    public boolean signs() {
      return signs;
    }

    /** Whether content keys are encrypted to it: by transport, agreement or encapsulation. */
    public boolean decrypts() {
      return decrypts;
    }

    /** Whether only {@link dev.signet.engine.bc.rare} computes with it. */
    public boolean rare() {
      return rare;
    }
  }

  /** Reads the numbers of a key. */
  public interface Reading<T> {
    /**
     * @throws IOException or an unchecked exception when the key breaks its own format, or its
     *     parts do not fit together
     */
    T read(PrivateKeyInfo info) throws IOException;
  }

  private final Kind kind;
  private final byte[] pkcs8;
  private final SubjectPublicKeyInfo publicKey;

  /** What {@link #computed} has read, kept because reading checks and checks take time. */
  private Object computed;

  private PrivateKey(Kind kind, byte[] pkcs8, SubjectPublicKeyInfo publicKey, Object computed) {
    this.kind = kind;
    this.pkcs8 = pkcs8;
    this.publicKey = publicKey;
    this.computed = computed;
  }

  /**
   * A key by its PKCS#8 PrivateKeyInfo (RFC 5958), of which nothing is read but the kind: what else
   * is wrong with it shows when {@link dev.signet.engine.port.Ask.PublicKeyOf} is asked.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of an algorithm that the
   *     engine does not have
   */
  public static PrivateKey of(PrivateKeyInfo info) {
    String oid = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    try {
      return new PrivateKey(kind(oid), info.getEncoded("DER"), null, null);
    } catch (IOException e) {
      throw damaged();
    }
  }

  /**
   * A key by the DER of its PrivateKeyInfo.
   *
   * @throws SmimeException as {@link #of(PrivateKeyInfo)}, or {@code DAMAGED_PKCS12}
   */
  public static PrivateKey of(byte[] pkcs8) {
    return of(info(pkcs8));
  }

  private static PrivateKeyInfo info(byte[] pkcs8) {
    try {
      return PrivateKeyInfo.getInstance(pkcs8);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw damaged();
    }
  }

  private static SmimeException damaged() {
    return new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
  }

  private static Kind kind(String oid) {
    return switch (oid) {
      // A key that is restricted to PSS, OAEP or RSA-KEM is a key like any other here.
      case "1.2.840.113549.1.1.1",
          "1.2.840.113549.1.1.10",
          "1.2.840.113549.1.1.7",
          "1.2.840.113549.1.9.16.3.14" ->
          Kind.RSA;
      case "1.2.840.10045.2.1" -> Kind.EC;
      case "1.3.101.112" -> Kind.ED25519;
      case "1.3.101.110" -> Kind.X25519;
      case "2.16.840.1.101.3.4.3.17", "2.16.840.1.101.3.4.3.18", "2.16.840.1.101.3.4.3.19" ->
          Kind.ML_DSA;
      case "2.16.840.1.101.3.4.4.1", "2.16.840.1.101.3.4.4.2", "2.16.840.1.101.3.4.4.3" ->
          Kind.ML_KEM;
      case "1.3.101.113" -> Kind.ED448;
      case "1.3.101.111" -> Kind.X448;
      default -> throw SmimeException.unsupported(oid);
    };
  }

  /**
   * The same key, which now knows what {@link dev.signet.engine.port.Ask.PublicKeyOf} answered for
   * it.
   *
   * @param publicKey DER of its SubjectPublicKeyInfo
   */
  public PrivateKey withPublicKey(byte[] publicKey) {
    return new PrivateKey(kind, pkcs8, SubjectPublicKeyInfo.getInstance(publicKey), computed);
  }

  /** Whether this certificate speaks of this key; never before {@link #withPublicKey}. */
  public boolean belongsTo(SubjectPublicKeyInfo other) {
    return publicKey != null && SamePublicKey.of(kind, publicKey, other);
  }

  /** The named curve of an elliptic-curve key; null for another one. */
  public ASN1ObjectIdentifier curve() {
    return kind == Kind.EC
            && info(pkcs8).getPrivateKeyAlgorithm().getParameters()
                instanceof ASN1ObjectIdentifier named
        ? named
        : null;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * The key's numbers, read once.
   *
   * @param reading always the same one for keys of a kind
   * @throws SmimeException {@code DAMAGED_PKCS12} when the key cannot be read, or what the reading
   *     throws of this type
   */
  @SuppressWarnings("unchecked")
  public <T> T computed(Reading<T> reading) {
    if (computed == null) {
      try {
        computed = reading.read(info(pkcs8));
      } catch (IOException
          | IllegalArgumentException
          | IllegalStateException
          | ArithmeticException e) {
        throw damaged();
      }
    }
    return (T) computed;
  }

  /** DER of the PrivateKeyInfo, for import into the browser's own crypto; the caller copies it. */
  public byte[] pkcs8() {
    return pkcs8;
  }

  /** Overwrites the encoding; the numbers are left to the garbage collector. */
  void wipe() {
    Arrays.fill(pkcs8, (byte) 0);
    computed = null;
  }

  @Override
  public String toString() {
    return "PrivateKey[" + kind + "]";
  }
}
