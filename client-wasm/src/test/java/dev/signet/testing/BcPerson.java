package dev.signet.testing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A key and its certificate, made by Bouncy Castle's provider: for algorithms that OpenSSL 3.0 does
 * not have in CMS.
 *
 * @param signature the provider's name of what it signs with, such as {@code Ed25519}
 */
public record BcPerson(KeyPair keys, X509CertificateHolder certificate, String signature) {
  public static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

  private static final long DAY = 24L * 60 * 60 * 1000;

  /** A root that signs certificates itself. */
  public static BcPerson root(String key, AlgorithmParameterSpec spec, String signature) {
    return certified(keys(key, spec), signature, "CN=Authority " + key, null, null);
  }

  /** Somebody with an address, whose certificate this one has signed. */
  public BcPerson issue(String key, AlgorithmParameterSpec spec, String signature, String address) {
    return certified(keys(key, spec), signature, "CN=" + address, address, this);
  }

  /** Another certificate for keys that are there. */
  public BcPerson certify(KeyPair theirs, String theirSignature, String address) {
    return certified(theirs, theirSignature, "CN=" + address, address, this);
  }

  /** A certificate for a fresh key that has somebody else's key identifier. */
  X509CertificateHolder issueWithIdentifier(byte[] identifier, String address) {
    return certified(keys("RSA", null), signature, "CN=" + address, address, this, identifier)
        .certificate();
  }

  public PrivateKey privateKey() {
    return keys.getPrivate();
  }

  public byte[] certificateDer() {
    try {
      return certificate.getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  public ContentSigner signer() {
    try {
      return new JcaContentSignerBuilder(signature).setProvider(PROVIDER).build(privateKey());
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  private static KeyPair keys(String algorithm, AlgorithmParameterSpec spec) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, PROVIDER);
      if (spec != null) {
        generator.initialize(spec);
      } else if (algorithm.equals("RSA")) {
        generator.initialize(2048);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static BcPerson certified(
      KeyPair keys, String signature, String subject, String address, BcPerson issuer) {
    return certified(keys, signature, subject, address, issuer, null);
  }

  private static BcPerson certified(
      KeyPair keys,
      String signature,
      String subject,
      String address,
      BcPerson issuer,
      byte[] identifier) {
    try {
      long now = System.currentTimeMillis();
      X500Name name = new X500Name(subject);
      X509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              issuer == null ? name : issuer.certificate().getSubject(),
              BigInteger.valueOf(now)
                  .shiftLeft(20)
                  .add(BigInteger.valueOf(System.nanoTime() & 0xfffff)),
              new Date(now - 2 * DAY),
              new Date(now + 300 * DAY),
              name,
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(issuer == null));
      builder.addExtension(
          Extension.keyUsage,
          true,
          new KeyUsage(issuer == null ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          identifier == null
              ? new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic())
              : new SubjectKeyIdentifier(identifier));
      if (issuer != null) {
        builder.addExtension(
            Extension.extendedKeyUsage,
            false,
            new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
      }
      BcPerson self = new BcPerson(keys, null, signature);
      ContentSigner signer = issuer == null ? self.signer() : issuer.signer();
      return new BcPerson(keys, builder.build(signer), signature);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
