package dev.signet.engine.path;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.KeyUse;
import dev.signet.engine.algorithm.SignatureAlgorithms;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.report.Problem;
import dev.signet.engine.report.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;

/** Keys and hashes on a path that are too weak to prove anything. An anchor is taken as it is. */
final class Strength {
  private Strength() {}

  /**
   * @param anchored whether the last certificate is an anchor; the key of a leaf counts even then
   */
  static List<Problem> problems(List<MailCertificate> path, boolean anchored, int minimumRsaBits) {
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < path.size(); i++) {
      boolean anchor = anchored && i == path.size() - 1;
      if (!anchor && weakSignature(path.get(i))) {
        problems.add(new Problem(ProblemCode.WEAK_ALGORITHM, i));
      }
      if ((!anchor || i == 0) && weakKey(path.get(i), minimumRsaBits)) {
        problems.add(new Problem(ProblemCode.WEAK_KEY, i));
      }
    }
    return problems;
  }

  private static boolean weakKey(MailCertificate certificate, int minimumRsaBits) {
    ASN1ObjectIdentifier algorithm = certificate.publicKey().getAlgorithm().getAlgorithm();
    if (!algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)
        && !algorithm.equals(PKCSObjectIdentifiers.id_RSAES_OAEP)
        && !KeyUse.pssOnly(certificate.publicKey().getAlgorithm())) {
      return false;
    }
    try {
      RSAPublicKey key = RSAPublicKey.getInstance(certificate.publicKey().parsePublicKey());
      return key.getModulus().bitLength() < minimumRsaBits;
    } catch (IOException | RuntimeException e) {
      return true;
    }
  }

  private static boolean weakSignature(MailCertificate certificate) {
    try {
      return SignatureAlgorithms.of(certificate.structure().getSignatureAlgorithm())
          .digest()
          .weak();
    } catch (SmimeException e) {
      // An unknown algorithm has not verified either, and is a problem for that.
      return false;
    }
  }
}
