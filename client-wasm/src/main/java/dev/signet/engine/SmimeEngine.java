package dev.signet.engine;

import dev.signet.engine.cert.CertificateReader;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.recipient.Secrets;
import dev.signet.engine.correspondent.Correspondents;
import dev.signet.engine.encrypt.EncryptionPlan;
import dev.signet.engine.key.KeyRing;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.open.CertificateMail;
import dev.signet.engine.open.MessageOpener;
import dev.signet.engine.open.SignerCheck;
import dev.signet.engine.path.VerifiedSignatures;
import dev.signet.engine.pkcs12.Pkcs12Inspector;
import dev.signet.engine.pkcs12.Pkcs12Key;
import dev.signet.engine.pkcs12.Pkcs12Protector;
import dev.signet.engine.pkcs12.Pkcs12Reader;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.CertificateReport;
import dev.signet.engine.report.EncryptedCopy;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.Pkcs12Info;
import dev.signet.engine.revocation.Evidence;
import dev.signet.engine.revocation.crl.CrlReader;
import dev.signet.engine.revocation.ocsp.OcspCache;
import dev.signet.engine.sign.MessageSigner;
import dev.signet.engine.trust.CertificateTrust;
import dev.signet.engine.trust.Question;
import java.util.ArrayList;
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
  private final KeyRing keys;
  private final List<MailCertificate> anchors;
  private final OcspCache answers = new OcspCache();
  private final VerifiedSignatures verified = new VerifiedSignatures();

  /**
   * @throws SmimeException {@code NOT_A_CERTIFICATE} when a trust anchor cannot be read
   */
  public SmimeEngine(Host host, EngineSettings settings) {
    this.host = host;
    this.settings = settings;
    keys = new KeyRing(host);
    anchors = certificates(settings.trustAnchors());
  }

  /** What protects a .p12, read without its passphrase; see {@link Pkcs12Inspector}. */
  public Step<Pkcs12Info> inspectPkcs12(Bulk p12) {
    return Pkcs12Inspector.inspect(p12);
  }

  /**
   * Opens a .p12; its keys are held until {@link #lock}. See {@link Pkcs12Reader} for its errors.
   */
  public Step<List<UnlockedKey>> unlock(Bulk p12, String passphrase, Pkcs12Acceptance acceptance) {
    return new Pkcs12Reader(host)
        .open(p12, passphrase, acceptance)
        .map(
            opened -> {
              List<UnlockedKey> unlocked = new ArrayList<>();
              for (Pkcs12Key key : opened) {
                unlocked.add(
                    keys.add(key.privateKey(), key.certificate(), key.chain(), key.friendlyName()));
              }
              return unlocked;
            });
  }

  /**
   * The same keys and certificates under a new passphrase and today's protection. See {@link
   * Pkcs12Protector} for its errors.
   *
   * @param compatible whether readers without PBMAC1 are to open it
   */
  public Step<Bulk> reprotectPkcs12(
      Bulk p12, String passphrase, String newPassphrase, boolean compatible) {
    return new Pkcs12Protector(host, settings.policy().asciiPassphrases(), compatible)
        .reprotect(p12, passphrase, newPassphrase);
  }

  /** The keys unlocked now. */
  public List<UnlockedKey> keys() {
    return keys.list();
  }

  /** Forgets every key. */
  public void lock() {
    keys.clear();
  }

  /**
   * Certificates in PEM, DER, or a certs-only CMS, as files or as the body of a mail.
   *
   * @throws SmimeException {@code NOT_A_CERTIFICATE} or {@code TOO_LARGE}
   */
  public List<MailCertificate> readCertificates(Bulk bytes) {
    return CertificateMail.read(bytes, host);
  }

  /**
   * Whether a certificate is trusted (RFC 5280 section 6), with revocation as the engine is set up;
   * fails with {@code NOT_A_CERTIFICATE}, or {@code TOO_LARGE} where building a path takes too much
   * work.
   */
  public Step<CertificateReport> checkCertificate(Bulk certificate, CheckOptions options) {
    return Step.start(
        () ->
            trust(options.judging(), certificates(options.judging().intermediates()))
                .judge(
                    CertificateReader.read(certificate).get(0),
                    new Question(
                        options.purpose(), options.policies(), List.of(), Evidence.NONE, true)));
  }

  /** Signs a complete message, or a bare entity; see {@link MessageSigner} for its errors. */
  public Step<Bulk> sign(Bulk message, SignOptions options) {
    return Progress.around(message.length(), () -> signNow(message, options));
  }

  private Step<Bulk> signNow(Bulk message, SignOptions options) {
    return Step.start(
        () ->
            new MessageSigner(host)
                .sign(message, keys.find(options.keyId()), keys.list(), withDigest(options)));
  }

  private SignOptions withDigest(SignOptions options) {
    return options.digest() != null
        ? options
        : new SignOptions(
            options.keyId(),
            options.opaque(),
            settings.policy().digest(),
            options.at(),
            options.padding());
  }

  /**
   * Encrypts a complete message, or a bare entity, to all recipients at once; see {@link
   * EncryptionPlan} for its errors.
   */
  public Step<Bulk> encrypt(Bulk message, EncryptOptions options) {
    return Progress.around(
        message.length(),
        () -> together(options).then(plan -> plan.encrypt(message)).map(SmimeEngine::onlyCopy));
  }

  /**
   * Encrypts once to those who may know of each other, and once to each hidden recipient, so that
   * no message tells who else got it.
   */
  public Step<List<EncryptedCopy>> encryptSeparately(Bulk message, EncryptOptions options) {
    return Progress.around(
        message.length(), () -> separately(options).then(plan -> plan.encrypt(message)));
  }

  /** First signs, then encrypts. Nothing is signed unless every recipient can be encrypted to. */
  public Step<Bulk> signAndEncrypt(Bulk message, SignOptions sign, EncryptOptions encrypt) {
    return Progress.around(
        message.length(),
        () ->
            together(encrypt)
                .then(plan -> signNow(message, sign).then(plan::encrypt))
                .map(SmimeEngine::onlyCopy));
  }

  /** As {@link #encryptSeparately}; what is encrypted is signed once. */
  public Step<List<EncryptedCopy>> signAndEncryptSeparately(
      Bulk message, SignOptions sign, EncryptOptions encrypt) {
    return Progress.around(
        message.length(),
        () -> separately(encrypt).then(plan -> signNow(message, sign).then(plan::encrypt)));
  }

  private Step<EncryptionPlan> together(EncryptOptions options) {
    return Step.start(() -> EncryptionPlan.together(host, options, settings.policy()));
  }

  private Step<EncryptionPlan> separately(EncryptOptions options) {
    return Step.start(() -> EncryptionPlan.separately(host, options, settings.policy()));
  }

  private static Bulk onlyCopy(List<EncryptedCopy> copies) {
    return copies.get(0).message();
  }

  /**
   * Decrypts, verifies and unwraps whatever arrives; never fails for a bad message. Fails with
   * {@code NOT_A_CERTIFICATE} when the options hold something else.
   */
  public Step<OpenedMessage> open(Bulk message, OpenOptions options) {
    return Step.start(
        () -> {
          List<MailCertificate> more = certificates(options.judging().intermediates());
          CertificateTrust trust = trust(options.judging(), more);
          return new MessageOpener(
                  host,
                  secrets(options, more),
                  new SignerCheck(host, trust, more),
                  new Correspondents(trust, certificates(options.held())))
              .open(message);
        });
  }

  private Secrets secrets(OpenOptions options, List<MailCertificate> more) {
    List<MailCertificate> originators = new ArrayList<>(more);
    for (UnlockedKey key : keys.list()) {
      originators.addAll(key.chain());
    }
    return new Secrets(keys.list(), options.passwords(), options.keyEncryptionKeys(), originators);
  }

  private CertificateTrust trust(Judging judging, List<MailCertificate> intermediates) {
    return new CertificateTrust(
        host,
        answers,
        new CertificateTrust.Inputs(
            judging.trustAnchors() == null ? anchors : certificates(judging.trustAnchors()),
            intermediates,
            new Evidence(
                judging.ocspResponses().stream().map(Bulk::read).toList(),
                CrlReader.read(judging.crls())),
            settings.revocationOff(),
            settings.policy().minimumRsaBits(),
            judging.at(),
            verified));
  }

  private static List<MailCertificate> certificates(List<Bulk> inputs) {
    List<MailCertificate> certificates = new ArrayList<>();
    for (Bulk input : inputs) {
      certificates.addAll(CertificateReader.read(input));
    }
    return certificates;
  }
}
