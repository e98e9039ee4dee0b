package dev.signet.conformance.wycheproof;

import dev.signet.conformance.Case;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;
import java.math.BigInteger;

/** Agreement on a shared secret. */
final class AgreementVectors {
  private AgreementVectors() {}

  /** The public key is DER, the private one a number. */
  static Case ecdh(Vector vector) {
    byte[] key = PublishedKeys.ec(vector.ofGroup("curve"), number(vector));
    return agree(vector, key, vector.bytes("public"));
  }

  /** The public key is the bare point. */
  static Case ecdhWithPoint(Vector vector) {
    String curve = vector.ofGroup("curve");
    return agree(
        vector,
        PublishedKeys.ec(curve, number(vector)),
        PublishedKeys.ecPublicKey(curve, vector.bytes("public")));
  }

  private static BigInteger number(Vector vector) {
    return new BigInteger(vector.text("private"), 16);
  }

  static Case pem(Vector vector) {
    return agree(vector, Vector.pem(vector.text("private")), Vector.pem(vector.text("public")));
  }

  static Case der(Vector vector) {
    return agree(vector, vector.bytes("private"), vector.bytes("public"));
  }

  /** Both keys are bare. */
  static Case xdh(Vector vector) {
    String oid = vector.file().startsWith("x448") ? "1.3.101.111" : "1.3.101.110";
    return agree(
        vector,
        PublishedKeys.montgomery(oid, vector.bytes("private")),
        PublishedKeys.publicKey(oid, vector.bytes("public")));
  }

  private static Case agree(Vector vector, byte[] pkcs8, byte[] publicKey) {
    return vector.withKey(
        vector.expected(Vector.RIGHT, Vector.REFUSED, Vector.KEY_REFUSED, "refused damaged-pkcs12"),
        pkcs8,
        key ->
            Step.ask(new Ask.Agree(key, publicKey))
                .map(secret -> Vector.compared(vector.bytes("shared"), secret)));
  }
}
