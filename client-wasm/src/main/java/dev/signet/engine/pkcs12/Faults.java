package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.asn1.Asn1;
import java.util.Map;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Primitive;

/** The errors that a PKCS#12 file ends in. */
final class Faults {
  private Faults() {}

  static SmimeException damaged() {
    return new SmimeException(ErrorCode.DAMAGED_PKCS12, "the PKCS#12 file is damaged");
  }

  static SmimeException notPkcs12() {
    return new SmimeException(ErrorCode.NOT_PKCS12, "this is not a PKCS#12 file");
  }

  static SmimeException wrongPassphrase() {
    return new SmimeException(ErrorCode.WRONG_PASSPHRASE, "the passphrase is wrong");
  }

  static SmimeException tooLarge(String what, int limit) {
    return new SmimeException(
        ErrorCode.TOO_LARGE,
        "the PKCS#12 file passes a bound",
        Map.of("what", what, "limit", Integer.toString(limit)));
  }

  static SmimeException refused(String what, String figure, String limit) {
    return new SmimeException(
        ErrorCode.REFUSED_PARAMETERS,
        "the PKCS#12 file asks for more work than is sensible",
        Map.of("what", what, "figure", figure, "limit", limit));
  }

  /** Parses one element, its depth and count bounded before Bouncy Castle recurses into it. */
  static ASN1Primitive parse(byte[] encoding) {
    try {
      return Asn1.parse(encoding);
    } catch (SmimeException e) {
      throw e.code() == ErrorCode.TOO_LARGE ? e : damaged();
    }
  }

  /** Runs code that reads structure; what Bouncy Castle throws there means a damaged file. */
  static <T> T reading(Supplier<T> code) {
    try {
      return code.get();
    } catch (SmimeException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged();
    }
  }
}
