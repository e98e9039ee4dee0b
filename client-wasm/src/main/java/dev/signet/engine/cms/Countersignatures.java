package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;

/**
 * Signatures over signature values (RFC 5652 section 11.4), in an attribute that nobody has signed.
 * What is damaged in there is left out: anybody can put it there, so it must not spoil anything.
 */
public final class Countersignatures {
  /** Of one message, whatever stands over what: each costs a verification. */
  private static final int MOST = 32;

  private static final int MAX_DEPTH = 4;

  private final List<MailCertificate> certificates;
  private final Host host;
  private int verified;

  /** A countersigner, and those over its own signature value. */
  public record Countersigner(SignerFacts facts, List<Countersigner> countersigners) {}

  /**
   * For one message.
   *
   * @param certificates where their certificates are looked for
   */
  public Countersignatures(List<MailCertificate> certificates, Host host) {
    this.certificates = certificates;
    this.host = host;
  }

  /** Those over a signer's value, in their order. */
  public Step<List<Countersigner>> of(SignerStructure signer) {
    return of(signer, 1);
  }

  private Step<List<Countersigner>> of(SignerStructure signer, int depth) {
    List<SignerStructure> found = depth > MAX_DEPTH ? List.of() : read(signer);
    if (found.isEmpty()) {
      return Step.done(List.of());
    }
    Bulk value = host.hold(signer.info().getEncryptedDigest().getOctets().clone());
    ContentDigests digests = new ContentDigests(new DigestAllowance());
    return Step.each(
        found,
        each ->
            SignerVerification.ofSignature(each, certificates, host)
                .verify(List.of(value), digests)
                .then(facts -> of(each, depth + 1).map(over -> new Countersigner(facts, over))));
  }

  private List<SignerStructure> read(SignerStructure signer) {
    List<SignerStructure> found = new ArrayList<>();
    ASN1Set attributes = signer.info().getUnauthenticatedAttributes();
    if (attributes == null) {
      return found;
    }
    try {
      for (ASN1Encodable each : attributes) {
        Attribute attribute = Attribute.getInstance(each);
        if (attribute.getAttrType().equals(CMSAttributes.counterSignature)) {
          for (ASN1Encodable value : attribute.getAttrValues()) {
            if (verified++ < MOST) {
              found.add(SignerStructure.read(value.toASN1Primitive().getEncoded()));
            }
          }
        }
      }
    } catch (IOException | IllegalArgumentException | SmimeException e) {
      return found;
    }
    return found;
  }
}
