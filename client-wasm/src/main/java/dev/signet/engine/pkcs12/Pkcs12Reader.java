package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.CertificateChains;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens files: their keys, each with its certificate and chain. */
public final class Pkcs12Reader {
  private final Host host;

  public Pkcs12Reader(Host host) {
    this.host = host;
  }

  /**
   * The keys of a file that the engine can use, in the file's order; at least one.
   *
   * <p>Errors: {@code NOT_PKCS12}, {@code DAMAGED_PKCS12}, {@code TOO_LARGE}, {@code
   * REFUSED_PARAMETERS} with the figure; {@code UNSUPPORTED_ALGORITHM} with the OID, where it keeps
   * every key from being used; {@code UNAUTHENTICATED_PKCS12} and {@code UNPROTECTED_KEY} unless
   * accepted; {@code WRONG_PASSPHRASE}; {@code NO_PRIVATE_KEY}; {@code NO_CERTIFICATE} when none
   * belongs to any key.
   */
  public Step<List<Pkcs12Key>> open(Bulk p12, String passphrase, Pkcs12Acceptance acceptance) {
    return Step.start(
        () ->
            Opening.open(host, Pkcs12File.read(p12), passphrase, acceptance)
                .then(
                    contents ->
                        Step.each(contents.keys(), OwnKey::read)
                            .map(keys -> usable(contents, keys))));
  }

  private static List<Pkcs12Key> usable(Contents contents, List<OwnKey> keys) {
    SmimeException unsupported = contents.unsupported();
    List<MatchedCertificate> certificates = readable(contents.certificates());
    List<MailCertificate> all = new ArrayList<>();
    certificates.forEach(each -> all.add(each.certificate()));
    List<Pkcs12Key> usable = new ArrayList<>();
    boolean keyRead = false;
    for (OwnKey each : keys) {
      if (each.key() == null) {
        unsupported = unsupported == null ? each.unsupported() : unsupported;
        continue;
      }
      keyRead = true;
      Optional<MatchedCertificate> own = MatchedCertificate.of(each, certificates);
      if (own.isPresent()) {
        MailCertificate certificate = own.get().certificate();
        String name = Bag.friendlyName(each.bag().attributes());
        usable.add(
            new Pkcs12Key(
                each.key(),
                certificate,
                CertificateChains.upwards(certificate, all),
                name == null ? Bag.friendlyName(own.get().bag().attributes()) : name));
      }
    }
    if (!usable.isEmpty()) {
      return usable;
    }
    if (unsupported != null) {
      throw unsupported;
    }
    throw keyRead
        ? new SmimeException(
            ErrorCode.NO_CERTIFICATE, "the PKCS#12 file has no certificate for its key")
        : new SmimeException(ErrorCode.NO_PRIVATE_KEY, "the PKCS#12 file has no private key");
  }

  /** Certificates that can be read; a strange one among the others keeps no key from its use. */
  static List<MatchedCertificate> readable(List<Bag.X509> bags) {
    List<MatchedCertificate> certificates = new ArrayList<>();
    for (Bag.X509 bag : bags) {
      try {
        certificates.add(new MatchedCertificate(MailCertificate.of(bag.der()), bag));
      } catch (SmimeException e) {
        if (e.code() != ErrorCode.NOT_A_CERTIFICATE) {
          throw e;
        }
      }
    }
    return certificates;
  }
}
