package dev.signet.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A person with a key of a kind that OpenSSL 3.0 issues no certificates for; by Bouncy Castle. */
public final class ModernIdentity {
  /** Not installed for the whole process: each test names it. */
  public static final Provider PROVIDER = new BouncyCastleProvider();

  private static final long DAY = 24L * 3600 * 1000;

  private static KeyPair authority;
  private static long serial = 1000;

  private final KeyPair keys;
  private final X509Certificate certificate;

  private ModernIdentity(KeyPair keys, X509Certificate certificate) {
    this.keys = keys;
    this.certificate = certificate;
  }

  /**
   * A new key and its certificate.
   *
   * @param algorithm as the JCA names it: {@code X25519}, {@code ML-KEM-768} …
   * @param keyUsage bits of {@link KeyUsage}
   */
  public static synchronized ModernIdentity of(String algorithm, String address, int keyUsage) {
    try {
      if (authority == null) {
        authority = KeyPairGenerator.getInstance("RSA", PROVIDER).generateKeyPair();
      }
      KeyPair keys = KeyPairGenerator.getInstance(algorithm, PROVIDER).generateKeyPair();
      long now = System.currentTimeMillis();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              new X500Name("CN=Modern Authority"),
              BigInteger.valueOf(serial++),
              new Date(now - DAY),
              new Date(now + 365 * DAY),
              new X500Name("CN=" + address),
              keys.getPublic());
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
      builder.addExtension(
          Extension.subjectAlternativeName,
          false,
          new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .setProvider(PROVIDER)
              .getCertificate(
                  builder.build(
                      new JcaContentSignerBuilder("SHA256withRSA")
                          .setProvider(PROVIDER)
                          .build(authority.getPrivate())));
      return new ModernIdentity(keys, certificate);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** With X25519, for key agreement. */
  public static ModernIdentity x25519(String address) {
    return of("X25519", address, KeyUsage.keyAgreement);
  }

  /** With ML-KEM, for encapsulation, which shares its key usage with RSA. */
  public static ModernIdentity mlKem(int size, String address) {
    return of("ML-KEM-" + size, address, KeyUsage.keyEncipherment);
  }

  public byte[] certificateDer() {
    try {
      return certificate.getEncoded();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  public PrivateKey privateKey() {
    return keys.getPrivate();
  }

  /** A .p12 with the key and its certificate. */
  public byte[] p12(String passphrase) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12", PROVIDER);
      store.load(null, null);
      store.setKeyEntry(
          "modern", keys.getPrivate(), passphrase.toCharArray(), new Certificate[] {certificate});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, passphrase.toCharArray());
      return out.toByteArray();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
