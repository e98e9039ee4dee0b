package dev.signet.engine.path;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A name with a key that certifies others; each certificate as a test wants it. */
public record Authority(X500Name name, KeyPair keys, byte[] identifier, String signature) {
  public static final long NOW = 1_790_000_000_000L;
  private static final long DAY = 24L * 60 * 60 * 1000;

  private static int serial = 1;

  public static Authority named(String name) {
    return new Authority(
            new X500Name(name),
            keys("EC", new ECGenParameterSpec("P-256")),
            null,
            "SHA256withECDSA")
        .identified();
  }

  private Authority identified() {
    byte[] key = keys.getPublic().getEncoded();
    byte[] tail = new byte[20];
    System.arraycopy(key, key.length - 20, tail, 0, 20);
    return new Authority(name, keys, tail, signature);
  }

  Authority withoutIdentifier() {
    return new Authority(name, keys, null, signature);
  }

  Authority signing(String algorithm) {
    return new Authority(name, keys, identifier, algorithm);
  }

  Authority with(KeyPair other, String algorithm) {
    return new Authority(name, other, null, algorithm).identified();
  }

  static KeyPair keys(String algorithm, AlgorithmParameterSpec spec) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, BcPerson.PROVIDER);
      generator.initialize(spec);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** Its own certificate. */
  public MailCertificate self() {
    return certify(this).make();
  }

  /** A certificate for another, as an authority, valid for years. */
  public Making certify(Authority other) {
    return new Making(this, other);
  }

  /** A certificate for somebody with a fresh key. */
  public MailCertificate leaf() {
    return certify(named("CN=Leaf")).leaf().make();
  }

  /** DER of its list of what it has revoked, fresh at {@link #NOW}. */
  public byte[] list(MailCertificate... revoked) {
    try {
      X509v2CRLBuilder builder = new X509v2CRLBuilder(name, new Date(NOW - DAY));
      builder.setNextUpdate(new Date(NOW + DAY));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.ONE));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier));
      for (MailCertificate each : revoked) {
        builder.addCRLEntry(
            each.structure().getSerialNumber().getValue(), new Date(NOW - 2 * DAY), 0);
      }
      return builder.build(signer()).getEncoded();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private ContentSigner signer() {
    try {
      return new JcaContentSignerBuilder(signature)
          .setProvider(BcPerson.PROVIDER)
          .build(keys.getPrivate());
    } catch (OperatorCreationException e) {
      throw new AssertionError(e);
    }
  }

  SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  /** What a certificate is to say. */
  public static final class Making {
    private final Authority issuer;
    private final Authority subject;
    private boolean authority = true;
    private long notBefore = NOW - 100 * DAY;
    private long notAfter = NOW + 100 * DAY;
    private byte[] authorityKey;
    private X500Name issuerName;
    private SubjectPublicKeyInfo key;

    private Making(Authority issuer, Authority subject) {
      this.issuer = issuer;
      this.subject = subject;
      authorityKey = issuer.identifier;
      issuerName = issuer.name;
      key = subject.publicKey();
    }

    public Making leaf() {
      authority = false;
      return this;
    }

    public Making expired() {
      notAfter = NOW - DAY;
      return this;
    }

    /** Says that another key is its issuer's. */
    Making naming(byte[] identifier) {
      authorityKey = identifier;
      return this;
    }

    Making naming(String name) {
      issuerName = new X500Name(name);
      return this;
    }

    Making key(SubjectPublicKeyInfo other) {
      key = other;
      return this;
    }

    public MailCertificate make() {
      try {
        X509v3CertificateBuilder builder =
            new X509v3CertificateBuilder(
                issuerName,
                BigInteger.valueOf(serial++),
                new Date(notBefore),
                new Date(notAfter),
                subject.name,
                key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(
                authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.digitalSignature));
        if (subject.identifier != null) {
          builder.addExtension(
              Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(subject.identifier));
        }
        if (authorityKey != null) {
          builder.addExtension(
              Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(authorityKey));
        }
        return MailCertificate.of(builder.build(issuer.signer()).getEncoded());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }
}
