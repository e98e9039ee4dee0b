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
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A name with a key that certifies others; each certificate as a test wants it. */
record Authority(X500Name name, KeyPair keys, byte[] identifier, String signature) {
  static final long NOW = 1_790_000_000_000L;
  static final long DAY = 24L * 60 * 60 * 1000;

  private static int serial = 1;

  static Authority named(String name) {
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
  MailCertificate self() {
    return certify(this).make();
  }

  /** A certificate for another, as an authority, valid for years. */
  Making certify(Authority other) {
    return new Making(this, other);
  }

  /** A certificate for somebody with a fresh key. */
  MailCertificate leaf() {
    return certify(named("CN=Leaf")).leaf().make();
  }

  SubjectPublicKeyInfo publicKey() {
    return SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded());
  }

  /** What a certificate is to say. */
  static final class Making {
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

    Making leaf() {
      authority = false;
      return this;
    }

    Making expired() {
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

    MailCertificate make() {
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
            new KeyUsage(authority ? KeyUsage.keyCertSign : KeyUsage.digitalSignature));
        if (subject.identifier != null) {
          builder.addExtension(
              Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(subject.identifier));
        }
        if (authorityKey != null) {
          builder.addExtension(
              Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(authorityKey));
        }
        return MailCertificate.of(
            builder
                .build(
                    new JcaContentSignerBuilder(issuer.signature)
                        .setProvider(BcPerson.PROVIDER)
                        .build(issuer.keys.getPrivate()))
                .getEncoded());
      } catch (IOException | OperatorCreationException e) {
        throw new AssertionError(e);
      }
    }
  }
}
