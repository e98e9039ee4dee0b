package dev.signet.engine;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.Pkcs12Info;
import java.util.List;

/**
 * The engine's operations: bytes in, bytes and reports out.
 *
 * <p>Guarantees: private keys leave it only through {@link dev.signet.engine.port.Ask}s to its own
 * driver; {@link OpenedMessage#content()} is exactly what {@link OpenedMessage#signers()} speaks
 * of; every bad input ends in a {@link SmimeException} or a verdict. One instance is used by one
 * thread.
 */
public final class SmimeEngine {
  private final Host host;
  private final EngineSettings settings;

  public SmimeEngine(Host host, EngineSettings settings) {
    this.host = host;
    this.settings = settings;
  }

  /** What protects a .p12, read without its passphrase. */
  public Step<Pkcs12Info> inspectPkcs12(Bulk p12) {
    throw notYet();
  }

  /** Opens a .p12; its keys are held until {@link #lock}. */
  public Step<List<UnlockedKey>> unlock(Bulk p12, String passphrase, Pkcs12Acceptance acceptance) {
    throw notYet();
  }

  /** The same keys and certificates under a new passphrase and today's protection. */
  public Step<Bulk> reprotectPkcs12(Bulk p12, String passphrase, String newPassphrase) {
    throw notYet();
  }

  /** The keys unlocked now. */
  public List<UnlockedKey> keys() {
    throw notYet();
  }

  /** Forgets every key. */
  public void lock() {
    throw notYet();
  }

  /** Certificates in PEM, DER, or a certs-only CMS. */
  public List<MailCertificate> readCertificates(Bulk bytes) {
    throw notYet();
  }

  /** Whether a certificate is trusted for mail. */
  public Step<CertificateReport> checkCertificate(Bulk certificate, OpenOptions options) {
    throw notYet();
  }

  /** Signs a complete message, or a bare entity. */
  public Step<Bulk> sign(Bulk message, SignOptions options) {
    throw notYet();
  }

  /** Encrypts a complete message, or a bare entity, to every recipient. */
  public Step<Bulk> encrypt(Bulk message, EncryptOptions options) {
    throw notYet();
  }

  /** First signs, then encrypts. */
  public Step<Bulk> signAndEncrypt(Bulk message, SignOptions sign, EncryptOptions encrypt) {
    throw notYet();
  }

  /** Decrypts, verifies and unwraps whatever arrives; never fails for a bad message. */
  public Step<OpenedMessage> open(Bulk message, OpenOptions options) {
    throw notYet();
  }

  private SmimeException notYet() {
    return new SmimeException(ErrorCode.INTERNAL_ERROR, "under construction " + host + settings);
  }
}
