package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.format.Curve25519Keys;
import dev.signet.engine.key.format.EcKeys;
import dev.signet.engine.key.format.KeyFormat;
import dev.signet.engine.key.format.MlDsaKeys;
import dev.signet.engine.key.format.MlKemKeys;
import dev.signet.engine.key.format.RareKeys;
import dev.signet.engine.key.format.RsaKeys;
import java.io.IOException;
import java.util.Arrays;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;

/**
 * A private key in clear.
 *
 * <p>Not Bouncy Castle's {@code PrivateKeyFactory}: that one links every algorithm there is. {@link
 * #toString()} says the kind only.
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

  private final Kind kind;
  private final KeyFormat format;
  private final AsymmetricKeyParameter parameters;
  private final byte[] pkcs8;

  private PrivateKey(Kind kind, KeyFormat format, AsymmetricKeyParameter parameters, byte[] pkcs8) {
    this.kind = kind;
    this.format = format;
    this.parameters = parameters;
    this.pkcs8 = pkcs8;
  }

  /**
   * Reads a PKCS#8 PrivateKeyInfo (RFC 5958).
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID of an algorithm or curve that
   *     the engine does not have; {@code DAMAGED_PKCS12} when the key breaks its own format, or its
   *     parts do not fit together; {@code REFUSED_PARAMETERS} for an RSA key beyond measure
   */
  public static PrivateKey of(PrivateKeyInfo info) {
    String oid = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    Kind kind = kind(oid);
    return read(kind, format(kind, info), info);
  }

  private static PrivateKey read(Kind kind, KeyFormat format, PrivateKeyInfo info) {
    try {
      return new PrivateKey(kind, format, format.read(info), info.getEncoded("DER"));
    } catch (IOException
        | IllegalArgumentException
        | IllegalStateException
        | ArithmeticException e) {
      throw new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
    }
  }

  /**
   * Reads the DER of a PKCS#8 PrivateKeyInfo.
   *
   * @throws SmimeException as {@link #of(PrivateKeyInfo)}
   */
  public static PrivateKey of(byte[] pkcs8) {
    return of(info(pkcs8));
  }

  /**
   * Reads the DER of a PKCS#8 PrivateKeyInfo that the rare part computes with: RSA, for RSA-KEM, or
   * of a rare kind. By itself: the rare part need not link how the other kinds are read.
   *
   * @throws SmimeException as {@link #of(PrivateKeyInfo)}
   */
  public static PrivateKey rare(byte[] pkcs8) {
    PrivateKeyInfo info = info(pkcs8);
    Kind kind = kind(info.getPrivateKeyAlgorithm().getAlgorithm().getId());
    if (kind != Kind.RSA && !kind.rare()) {
      throw new SmimeException(ErrorCode.KEY_UNUSABLE, "this needs a key of a rare kind");
    }
    return read(kind, kind == Kind.RSA ? new RsaKeys() : new RareKeys(null), info);
  }

  private static PrivateKeyInfo info(byte[] pkcs8) {
    try {
      return PrivateKeyInfo.getInstance(pkcs8);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new SmimeException(ErrorCode.DAMAGED_PKCS12, "a private key cannot be read");
    }
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

  private static KeyFormat format(Kind kind, PrivateKeyInfo info) {
    return switch (kind) {
      case RSA -> new RsaKeys();
      case EC -> new EcKeys();
      case ED25519 -> Curve25519Keys.ed25519();
      case X25519 -> Curve25519Keys.x25519();
      case ML_DSA -> MlDsaKeys.of(info.getPrivateKeyAlgorithm().getAlgorithm());
      case ML_KEM -> new MlKemKeys();
      case ED448, X448 -> new RareKeys(null);
    };
  }

  /**
   * Whether this certificate speaks of this key; never for one of a rare kind before {@link
   * #withPublicKey}.
   */
  public boolean belongsTo(SubjectPublicKeyInfo publicKey) {
    try {
      return format.belongs(parameters, publicKey);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      return false;
    }
  }

  /**
   * The same key of a rare kind, which now knows what {@link
   * dev.signet.engine.port.Ask.PublicKeyOf} answered for it.
   *
   * @param publicKey DER of its SubjectPublicKeyInfo
   */
  public PrivateKey withPublicKey(byte[] publicKey) {
    return new PrivateKey(kind, new RareKeys(publicKey), parameters, pkcs8);
  }

  public Kind kind() {
    return kind;
  }

  /** The key for Bouncy Castle's engines; null for a rare kind, which has {@link #pkcs8} alone. */
  public AsymmetricKeyParameter parameters() {
    return parameters;
  }

  /** DER of the PrivateKeyInfo, for import into the browser's own crypto; the caller copies it. */
  public byte[] pkcs8() {
    return pkcs8;
  }

  /** Overwrites the encoding; the numbers are left to the garbage collector. */
  void wipe() {
    Arrays.fill(pkcs8, (byte) 0);
  }

  @Override
  public String toString() {
    return "PrivateKey[" + kind + "]";
  }
}
