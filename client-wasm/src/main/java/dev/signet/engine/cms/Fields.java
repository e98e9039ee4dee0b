package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import java.util.List;
import org.bouncycastle.asn1.ASN1OctetString;

/** The fields of a SEQUENCE, read one after the other. */
final class Fields {
  private final List<BerElement> fields;
  private int at;

  Fields(BerElement sequence) {
    fields = sequence.children(0x30);
  }

  /**
   * @throws SmimeException {@code MALFORMED_MESSAGE} where there is none left
   */
  BerElement next() {
    if (at == fields.size()) {
      throw damaged();
    }
    return fields.get(at++);
  }

  /** Passes a field of no use: a version, which follows from what else is there. */
  void skip() {
    next();
  }

  /** The next field where it has that context-specific tag; else null. */
  BerElement optional(int tag) {
    return at < fields.size() && fields.get(at).context(tag) ? fields.get(at++) : null;
  }

  /** A small OCTET STRING. */
  byte[] octets() {
    return ASN1OctetString.getInstance(CmsMessage.structure(next())).getOctets();
  }

  void end() {
    if (at != fields.size()) {
      throw damaged();
    }
  }

  private static SmimeException damaged() {
    return SmimeException.malformed("the CMS structure is incomplete");
  }
}
