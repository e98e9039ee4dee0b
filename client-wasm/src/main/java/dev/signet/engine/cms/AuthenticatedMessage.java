package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.cms.recipient.RecipientList;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.Arrays;

/**
 * AuthenticatedData (RFC 5652 section 9): content in clear under a MAC whose key every recipient
 * has. It shows that nobody else changed the content; who wrote it, it does not.
 */
public final class AuthenticatedMessage implements CmsMessage {
  /** The OID that RFC 3370 section 3.1 gives to HMAC with SHA-1. */
  private static final String HMAC_SHA1 = "1.3.6.1.5.5.8.1.2";

  private final RecipientList recipients;
  private final String macOid;
  private final String digestOid;
  private final EncapsulatedContent content;
  private final AttributeSet attributes;
  private final byte[] mac;

  private AuthenticatedMessage(Fields fields, Host host) {
    fields.skip();
    fields.optional(0);
    recipients = RecipientList.read(fields.next());
    macOid = algorithm(fields.next());
    BerElement digest = fields.optional(1);
    digestOid = digest == null ? null : CmsMessage.oid(digest.children().get(0));
    content = EncapsulatedContent.read(fields.next(), host);
    attributes = AttributeSet.read(fields.optional(2));
    mac = fields.octets();
    fields.optional(3);
    fields.end();
  }

  private static String algorithm(BerElement element) {
    return AlgorithmIdentifier.getInstance(CmsMessage.structure(element)).getAlgorithm().getId();
  }

  static AuthenticatedMessage parse(BerElement authenticatedData, Host host) {
    return Asn1.read(
        "the authenticated data",
        () -> new AuthenticatedMessage(new Fields(authenticatedData), host));
  }

  public RecipientList recipients() {
    return recipients;
  }

  /** OID of the content. */
  public String contentType() {
    return content.type();
  }

  public Bulk content() {
    return content.octets();
  }

  /**
   * Octets that the key may have: those of a hash value or of its block, or another that senders
   * use. HMAC takes any, and the message does not say.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public List<Integer> keySizes() {
    int hash = digest().bytes();
    List<Integer> sizes = new ArrayList<>(List.of(hash));
    for (int size : new int[] {hash > 32 ? 128 : 64, 64, 32, 24, 20, 16}) {
      if (!sizes.contains(size)) {
        sizes.add(size);
      }
    }
    return sizes;
  }

  private DigestAlgorithm digest() {
    return macOid.equals(HMAC_SHA1) ? DigestAlgorithm.SHA1 : DigestAlgorithm.ofHmac(macOid);
  }

  /**
   * The content, once its MAC was found right.
   *
   * @return fails with {@code MALFORMED_MESSAGE} where it is wrong
   */
  public Step<Bulk> verify(byte[] key, Host host) {
    if (attributes.empty()) {
      return verify(key, content.octets());
    }
    byte[] digested = attributes.messageDigest();
    if (digested == null || digestOid == null || !content.type().equals(attributes.contentType())) {
      throw wrong();
    }
    return Step.ask(new Ask.Digest(DigestAlgorithm.of(digestOid), content.octets()))
        .then(
            digest -> {
              if (!Arrays.constantTimeAreEqual(digest, digested)) {
                throw wrong();
              }
              return verify(key, host.hold(attributes.der()));
            });
  }

  private Step<Bulk> verify(byte[] key, Bulk authenticated) {
    return Step.ask(new Ask.Hmac(digest(), key, authenticated))
        .map(
            expected -> {
              if (!Arrays.constantTimeAreEqual(expected, mac)) {
                throw wrong();
              }
              return content.octets();
            });
  }

  private static SmimeException wrong() {
    return SmimeException.malformed("the message authentication code is wrong");
  }
}
