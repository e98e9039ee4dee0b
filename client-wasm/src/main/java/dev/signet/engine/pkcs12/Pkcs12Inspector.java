package dev.signet.engine.pkcs12;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.Pkcs12Info;
import dev.signet.engine.report.Pkcs12Info.Protection;
import java.util.ArrayList;
import java.util.List;

/** Says what protects a file, as far as that can be seen without its passphrase. */
public final class Pkcs12Inspector {
  private Pkcs12Inspector() {}

  /**
   * What protects a file. An algorithm that the engine does not have is named by its OID.
   *
   * <p>Errors: {@code NOT_PKCS12}, {@code DAMAGED_PKCS12}, {@code TOO_LARGE}, {@code
   * REFUSED_PARAMETERS}; {@code UNSUPPORTED_ALGORITHM} only for a file that is signed with a public
   * key.
   */
  public static Step<Pkcs12Info> inspect(Bulk p12) {
    return Step.start(() -> Step.done(describe(Pkcs12File.read(p12))));
  }

  private static Pkcs12Info describe(Pkcs12File file) {
    List<Protection> protections = new ArrayList<>();
    List<Bag.X509> certificates = new ArrayList<>();
    Weaknesses weaknesses = new Weaknesses();
    boolean everyKeyEncrypted = true;
    for (Pkcs12File.Part part : file.parts()) {
      if (part.bags() == null) {
        protections.add(protection(part.sealed(), "certificates", weaknesses));
        continue;
      }
      for (Bag bag : part.bags()) {
        if (bag instanceof Bag.ShroudedKey key) {
          protections.add(protection(key.sealed(), "key", weaknesses));
        } else if (bag instanceof Bag.X509 certificate) {
          certificates.add(certificate);
        } else {
          everyKeyEncrypted = false;
          weaknesses.clearKey();
        }
      }
    }
    weaknesses.mac(file.mac());
    List<MailCertificate> readable = new ArrayList<>();
    Pkcs12Reader.readable(certificates).forEach(each -> readable.add(each.certificate()));
    return new Pkcs12Info(
        mac(file.mac()), protections, everyKeyEncrypted, readable, weaknesses.list());
  }

  private static Protection protection(Sealed part, String scope, Weaknesses weaknesses) {
    Scheme scheme = part.scheme();
    if (scheme == null) {
      return new Protection(part.unsupported().details().get("oid"), "unknown", 0, scope);
    }
    weaknesses.scheme(scheme, scope);
    return new Protection(
        scheme.cipher().display(), scheme.kdf(), Rounds.clamped(scheme.iterations()), scope);
  }

  private static Pkcs12Info.Mac mac(Mac mac) {
    return mac == null ? null : new Pkcs12Info.Mac(mac.display(), Rounds.clamped(mac.iterations()));
  }
}
