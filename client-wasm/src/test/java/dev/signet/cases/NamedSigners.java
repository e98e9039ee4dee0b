package dev.signet.cases;

import dev.signet.testing.BcPerson;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBMPString;
import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/**
 * Signers whose certificates hold names of any form and any octets, all of one key.
 *
 * <p>Names are written {@code form:value}, several with a bar between: {@code email} is an
 * rfc822Name, {@code utf8} an SmtpUTF8Mailbox, {@code ia5} the same in a wrong string type, {@code
 * dn} the subject's emailAddress as IA5String, {@code dn-utf8} and {@code dn-bmp} as others, {@code
 * dns} and {@code uri} what they say, {@code cn} a common name.
 */
final class NamedSigners {
  private static final ASN1ObjectIdentifier SMTP_UTF8_MAILBOX =
      new ASN1ObjectIdentifier("1.3.6.1.5.5.7.8.9");
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final long DAY = 24L * 60 * 60 * 1000;

  private final BcPerson root = BcPerson.root("EC", new ECGenParameterSpec("P-256"), SIGNATURE);
  private final KeyPair keys;
  private final Map<String, BcPerson> signers = new HashMap<>();

  NamedSigners() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", BcPerson.PROVIDER);
      generator.initialize(new ECGenParameterSpec("P-256"));
      keys = generator.generateKeyPair();
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  byte[] anchor() {
    return root.certificateDer();
  }

  BcPerson named(String names) {
    return signers.computeIfAbsent(names, this::certified);
  }

  private BcPerson certified(String names) {
    X500NameBuilder subject = new X500NameBuilder();
    subject.addRDN(BCStyle.O, "Signet Test");
    List<GeneralName> alternatives = new ArrayList<>();
    for (String name : names.split("\\|", -1)) {
      String form = name.substring(0, name.indexOf(':'));
      String value = name.substring(name.indexOf(':') + 1);
      switch (form) {
        case "cn" -> subject.addRDN(BCStyle.CN, new DERUTF8String(value));
        case "dn" -> addEmail(subject, new DERIA5String(value));
        case "dn-utf8" -> addEmail(subject, new DERUTF8String(value));
        case "dn-bmp" -> addEmail(subject, new DERBMPString(value));
        default -> alternatives.add(alternative(form, value));
      }
    }
    try {
      long now = System.currentTimeMillis();
      JcaX509v3CertificateBuilder builder =
          new JcaX509v3CertificateBuilder(
              root.certificate().getSubject(),
              BigInteger.valueOf(1000L + signers.size()),
              new Date(now - 2 * DAY),
              new Date(now + 300 * DAY),
              subject.build(),
              keys.getPublic());
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage,
          false,
          new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
      if (!alternatives.isEmpty()) {
        builder.addExtension(
            Extension.subjectAlternativeName,
            false,
            new GeneralNames(alternatives.toArray(new GeneralName[0])));
      }
      return new BcPerson(keys, builder.build(root.signer()), SIGNATURE);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void addEmail(X500NameBuilder subject, ASN1Encodable value) {
    subject.addRDN(PKCSObjectIdentifiers.pkcs_9_at_emailAddress, value);
  }

  private static GeneralName alternative(String form, String value) {
    return switch (form) {
      case "email" -> new GeneralName(GeneralName.rfc822Name, new DERIA5String(value));
      case "utf8" -> other(new DERUTF8String(value));
      case "ia5" -> other(new DERIA5String(value));
      case "dns" -> new GeneralName(GeneralName.dNSName, new DERIA5String(value));
      case "uri" -> new GeneralName(GeneralName.uniformResourceIdentifier, new DERIA5String(value));
      default -> throw new IllegalArgumentException(form);
    };
  }

  private static GeneralName other(ASN1Encodable value) {
    return new GeneralName(
        GeneralName.otherName,
        new DERSequence(
            new ASN1Encodable[] {SMTP_UTF8_MAILBOX, new DERTaggedObject(true, 0, value)}));
  }
}
