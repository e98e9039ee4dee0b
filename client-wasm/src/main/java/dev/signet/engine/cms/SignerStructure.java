package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.heap.HeapBulk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.cms.SignerInfo;

/**
 * One SignerInfo (RFC 5652 section 5.3), its version not looked at: senders get it wrong, and
 * nothing hangs on it.
 *
 * @param info never null
 * @param attributesAsSent the signed attributes as they stand in the message, each one's encoding;
 *     null where there are none
 */
public record SignerStructure(SignerInfo info, List<byte[]> attributesAsSent) {
  /**
   * Elements of one SET: a signature needs them in order, and putting many in order takes time that
   * grows with their square. Signers have about ten attributes of one value each.
   */
  private static final int MAX_SET = 512;

  /** All signed attributes together; what grows large (time stamps, lists) stands unsigned. */
  private static final int MAX_SIGNED_OCTETS = 256 * 1024;

  private static final int SET = 0x31;

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE}, {@code TOO_LARGE}
   */
  static SignerStructure read(BerElement element) {
    requireSmallSets(element);
    List<byte[]> asSent = null;
    List<BerElement> fields = element.children(0x30);
    // Version, identifier and digest algorithm come first; the identifier may have this tag too.
    if (fields.size() > 3 && fields.get(3).context(0)) {
      asSent = new ArrayList<>();
      fields.get(3).encoded(MAX_SIGNED_OCTETS);
      for (BerElement attribute : fields.get(3).children()) {
        asSent.add(attribute.encoded(MAX_SIGNED_OCTETS));
      }
    }
    SignerInfo info =
        Asn1.read("a signer info", () -> SignerInfo.getInstance(CmsMessage.structure(element)));
    return new SignerStructure(info, asSent);
  }

  /** The same, of an encoding that is small. */
  static SignerStructure read(byte[] encoding) {
    return read(BerElement.first(new HeapBulk(encoding)));
  }

  private static void requireSmallSets(BerElement signer) {
    Deque<BerElement> open = new ArrayDeque<>();
    open.add(signer);
    while (!open.isEmpty()) {
      BerElement element = open.removeLast();
      if (!element.constructed()) {
        continue;
      }
      boolean set = element.tag() == SET || element.context(0) || element.context(1);
      if (set && element.children().size() > MAX_SET) {
        throw new SmimeException(
            ErrorCode.TOO_LARGE,
            "a signer info passes a bound",
            Map.of("what", "attributes", "limit", Integer.toString(MAX_SET)));
      }
      open.addAll(element.children());
    }
  }
}
