package dev.signet.engine.cms;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.BerElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a message brings on revocation: RevocationInfoChoices (RFC 5652 section 10.2.1). */
final class RevocationValues {
  private static final int MOST = 64;

  /** Larger values than this are not sent by mail; they are passed over, and tell nothing. */
  private static final int MAX_OCTETS = 4 * 1024 * 1024;

  private static final int LONGEST_OID = 4096;

  /** id-ri-ocsp-response (RFC 5940 section 2.1), as it stands in an encoding. */
  private static final byte[] OCSP_RESPONSE = {
    0x06, 0x08, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x10, 0x02
  };

  private final List<byte[]> crls = new ArrayList<>();
  private final List<byte[]> ocspResponses = new ArrayList<>();

  List<byte[]> crls() {
    return List.copyOf(crls);
  }

  List<byte[]> ocspResponses() {
    return List.copyOf(ocspResponses);
  }

  /** Takes what it knows; other forms carry an OID of their own and are passed over. */
  void read(BerElement set) {
    List<BerElement> choices = set.children();
    if (choices.size() > MOST) {
      throw new SmimeException(
          ErrorCode.TOO_LARGE,
          "there are more than " + MOST + " revocation values",
          Map.of("what", "revocation values", "limit", Integer.toString(MOST)));
    }
    for (BerElement choice : choices) {
      if (choice.tag() == 0x30) {
        add(choice, crls);
      } else if (choice.context(1)) {
        List<BerElement> other = choice.children();
        if (other.size() == 2
            && other.get(0).tag() == 0x06
            && Arrays.equals(other.get(0).encoded(LONGEST_OID), OCSP_RESPONSE)) {
          add(other.get(1), ocspResponses);
        }
      }
    }
  }

  private static void add(BerElement value, List<byte[]> values) {
    try {
      values.add(value.encoded(MAX_OCTETS));
    } catch (SmimeException e) {
      return;
    }
  }
}
