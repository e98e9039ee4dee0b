package dev.signet.engine.encrypt;

import dev.signet.testing.ModernIdentity;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSAuthEnvelopedData;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.KEMRecipientId;
import org.bouncycastle.cms.KEMRecipientInformation;
import org.bouncycastle.cms.KeyAgreeRecipientId;
import org.bouncycastle.cms.KeyAgreeRecipientInformation;
import org.bouncycastle.cms.KeyTransRecipientId;
import org.bouncycastle.cms.Recipient;
import org.bouncycastle.cms.RecipientId;
import org.bouncycastle.cms.RecipientInformation;
import org.bouncycastle.cms.RecipientInformationStore;
import org.bouncycastle.cms.jcajce.JceKEMAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKEMEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyAgreeEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransAuthEnvelopedRecipient;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;

/** Bouncy Castle's own CMS over the JCA: a second reader of what the engine writes. */
final class BouncyCastleReader {
  private static final ASN1ObjectIdentifier AUTH_ENVELOPED =
      new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.23");

  private BouncyCastleReader() {}

  /**
   * The content, decrypted as the one recipient.
   *
   * @param pkcs8 DER of the private key
   */
  static byte[] content(byte[] cms, byte[] certificate, byte[] pkcs8) {
    try {
      boolean authenticated = ContentInfo.getInstance(cms).getContentType().equals(AUTH_ENVELOPED);
      RecipientInformationStore store =
          authenticated
              ? new CMSAuthEnvelopedData(cms).getRecipientInfos()
              : new CMSEnvelopedData(cms).getRecipientInfos();
      X509CertificateHolder holder = new X509CertificateHolder(certificate);
      PrivateKey key = key(pkcs8);
      for (RecipientInformation each : store.getRecipients()) {
        if (id(each, holder).equals(each.getRID())) {
          return each.getContent(recipient(each, key, authenticated));
        }
      }
      throw new AssertionError("the recipient is not named");
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static PrivateKey key(byte[] pkcs8) throws Exception {
    String algorithm =
        PrivateKeyInfo.getInstance(pkcs8).getPrivateKeyAlgorithm().getAlgorithm().getId();
    return KeyFactory.getInstance(algorithm, ModernIdentity.PROVIDER)
        .generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
  }

  private static RecipientId id(RecipientInformation information, X509CertificateHolder holder) {
    if (information instanceof KeyAgreeRecipientInformation) {
      return new KeyAgreeRecipientId(holder.getIssuer(), holder.getSerialNumber());
    }
    return information instanceof KEMRecipientInformation
        ? new KEMRecipientId(holder.getIssuer(), holder.getSerialNumber())
        : new KeyTransRecipientId(holder.getIssuer(), holder.getSerialNumber());
  }

  private static Recipient recipient(
      RecipientInformation information, PrivateKey key, boolean authenticated) {
    if (information instanceof KeyAgreeRecipientInformation) {
      return (authenticated
              ? new JceKeyAgreeAuthEnvelopedRecipient(key)
              : new JceKeyAgreeEnvelopedRecipient(key))
          .setProvider(ModernIdentity.PROVIDER);
    }
    if (information instanceof KEMRecipientInformation) {
      return (authenticated
              ? new JceKEMAuthEnvelopedRecipient(key)
              : new JceKEMEnvelopedRecipient(key))
          .setProvider(ModernIdentity.PROVIDER);
    }
    return (authenticated
            ? new JceKeyTransAuthEnvelopedRecipient(key)
            : new JceKeyTransEnvelopedRecipient(key))
        .setProvider(ModernIdentity.PROVIDER);
  }
}
