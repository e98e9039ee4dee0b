package dev.signet.attacks;

import dev.signet.cases.Mail;
import dev.signet.cases.World;
import dev.signet.engine.report.StatusCode;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A signer's certificate whose key has no octets")
class EmptyKeyTest {
  private static final int KEY = 6;

  @Test
  @DisplayName("is no certificate, and the verdict says that the signer is missing")
  void noSigner() {
    Mail mail = Mail.fromAlice();
    byte[] cms = Sample.cms(mail.signed(Mail.ENTITY, World.get().alice(), "-binary", "-nodetach"));
    SignedData genuine = Forged.signedData(cms);
    ASN1Sequence certificate = ASN1Sequence.getInstance(genuine.getCertificates().getObjectAt(0));
    ASN1Sequence body = ASN1Sequence.getInstance(certificate.getObjectAt(0));
    ASN1Sequence key = ASN1Sequence.getInstance(body.getObjectAt(KEY));
    ASN1EncodableVector fields = new ASN1EncodableVector();
    for (int i = 0; i < body.size(); i++) {
      fields.add(
          i == KEY
              ? new DERSequence(key.getObjectAt(0), new DERBitString(new byte[0]))
              : body.getObjectAt(i));
    }
    ASN1EncodableVector changed = new ASN1EncodableVector();
    changed.add(new DERSequence(fields));
    changed.add(certificate.getObjectAt(1));
    changed.add(certificate.getObjectAt(2));
    byte[] forged =
        Forged.der(
            new ContentInfo(
                CMSObjectIdentifiers.signedData,
                new SignedData(
                    genuine.getDigestAlgorithms(),
                    genuine.getEncapContentInfo(),
                    new DERSet(new DERSequence(changed)),
                    null,
                    genuine.getSignerInfos())));
    new AttackedEngine().verdict(StatusCode.NO_SIGNER, mail.of(Sample.holding(forged)));
  }
}
