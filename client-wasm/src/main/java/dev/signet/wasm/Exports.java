package dev.signet.wasm;

import dev.signet.engine.CheckOptions;
import dev.signet.engine.EngineSettings;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.Policy;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.port.Step;
import java.util.List;
import org.teavm.interop.Export;
import org.teavm.jso.JSObject;

/**
 * What the module exports. {@code src/main/js/loader.ts} has the other side.
 *
 * <p>An operation takes the number of its job first. It returns at once; its end is told through
 * {@link HostFunctions#succeeded} or {@link HostFunctions#failed}, possibly before it returns.
 * Instants are milliseconds since 1970, as a {@code double} because that is what JavaScript has.
 */
final class Exports {
  private static final String VERSION = "0.1.0";

  private static final WasmHost HOST = new WasmHost();
  private static final Jobs JOBS = new Jobs();
  private static SmimeEngine engine;

  private Exports() {}

  /** The version of the engine. */
  @Export(name = "version")
  static JSObject version() {
    return Window.text(VERSION);
  }

  /** Sets the engine up anew: no key is unlocked then. */
  @Export(name = "configure")
  static void configure(
      int job,
      JSObject trustAnchors,
      boolean revocationOff,
      JSObject contentCipher,
      JSObject digest,
      boolean asciiPassphrases,
      int minimumRsaBits) {
    JOBS.start(
        job,
        () -> {
          HostKeyAsks.forgetKeys();
          engine =
              new SmimeEngine(
                  HOST,
                  new EngineSettings(
                      WasmBulk.list(trustAnchors),
                      revocationOff,
                      new Policy(
                          Window.text(contentCipher),
                          Arguments.digest(digest),
                          asciiPassphrases,
                          minimumRsaBits)));
          return Step.done(Outcome.report(null));
        });
  }

  @Export(name = "inspectPkcs12")
  static void inspectPkcs12(int job, JSObject p12) {
    JOBS.start(job, () -> engine().inspectPkcs12(new WasmBulk(p12)).map(Reports::info));
  }

  @Export(name = "unlock")
  static void unlock(
      int job,
      JSObject p12,
      JSObject passphrase,
      boolean acceptClearKeys,
      boolean acceptMissingMac) {
    JOBS.start(
        job,
        () ->
            engine()
                .unlock(
                    new WasmBulk(p12),
                    Window.text(passphrase),
                    new Pkcs12Acceptance(acceptClearKeys, acceptMissingMac))
                .map(Reports::keys));
  }

  @Export(name = "reprotectPkcs12")
  static void reprotectPkcs12(
      int job, JSObject p12, JSObject passphrase, JSObject newPassphrase, boolean compatible) {
    JOBS.start(
        job,
        () ->
            engine()
                .reprotectPkcs12(
                    new WasmBulk(p12),
                    Window.text(passphrase),
                    Window.text(newPassphrase),
                    compatible)
                .map(Outcome::content));
  }

  @Export(name = "keys")
  static void keys(int job) {
    JOBS.start(job, () -> Step.done(Reports.keys(engine().keys())));
  }

  @Export(name = "readCertificates")
  static void readCertificates(int job, JSObject bytes) {
    JOBS.start(
        job, () -> Step.done(Reports.certificates(engine().readCertificates(new WasmBulk(bytes)))));
  }

  /**
   * @param purpose {@code any}, or null: mail
   * @param policies OIDs of the initial policies; empty: any
   */
  @Export(name = "checkCertificate")
  static void checkCertificate(
      int job,
      JSObject certificate,
      double at,
      JSObject intermediates,
      JSObject trustAnchors,
      JSObject crls,
      JSObject ocspResponses,
      JSObject purpose,
      JSObject policies,
      boolean requireExplicit,
      boolean inhibitMapping,
      boolean inhibitAny) {
    JOBS.start(
        job,
        () ->
            engine()
                .checkCertificate(
                    new WasmBulk(certificate),
                    new CheckOptions(
                        Arguments.judging(at, intermediates, trustAnchors, crls, ocspResponses),
                        Arguments.purpose(Window.text(purpose)),
                        new PolicyInputs(
                            Window.texts(policies), requireExplicit, inhibitMapping, inhibitAny)))
                .map(Reports::certificate));
  }

  @Export(name = "sign")
  static void sign(
      int job,
      JSObject message,
      JSObject key,
      boolean opaque,
      JSObject digest,
      JSObject padding,
      double at) {
    JOBS.start(
        job,
        () ->
            engine()
                .sign(
                    new WasmBulk(message), Arguments.signOptions(key, opaque, digest, padding, at))
                .map(Outcome::content));
  }

  @Export(name = "encrypt")
  static void encrypt(
      int job,
      JSObject message,
      JSObject recipients,
      JSObject hiddenRecipients,
      JSObject alsoFor,
      JSObject capabilities,
      JSObject contentCipher,
      double at) {
    JOBS.start(
        job,
        () ->
            engine()
                .encrypt(
                    new WasmBulk(message),
                    Arguments.encryptOptions(
                        recipients, hiddenRecipients, alsoFor, capabilities, contentCipher, at))
                .map(Outcome::content));
  }

  @Export(name = "encryptSeparately")
  static void encryptSeparately(
      int job,
      JSObject message,
      JSObject recipients,
      JSObject hiddenRecipients,
      JSObject alsoFor,
      JSObject capabilities,
      JSObject contentCipher,
      double at) {
    JOBS.start(
        job,
        () ->
            engine()
                .encryptSeparately(
                    new WasmBulk(message),
                    Arguments.encryptOptions(
                        recipients, hiddenRecipients, alsoFor, capabilities, contentCipher, at))
                .map(Reports::copies));
  }

  @Export(name = "signAndEncrypt")
  static void signAndEncrypt(
      int job,
      JSObject message,
      JSObject key,
      boolean opaque,
      JSObject digest,
      JSObject padding,
      JSObject recipients,
      JSObject hiddenRecipients,
      JSObject alsoFor,
      JSObject capabilities,
      JSObject contentCipher,
      double at) {
    JOBS.start(
        job,
        () ->
            engine()
                .signAndEncrypt(
                    new WasmBulk(message),
                    Arguments.signOptions(key, opaque, digest, padding, at),
                    Arguments.encryptOptions(
                        recipients, hiddenRecipients, alsoFor, capabilities, contentCipher, at))
                .map(Outcome::content));
  }

  @Export(name = "signAndEncryptSeparately")
  static void signAndEncryptSeparately(
      int job,
      JSObject message,
      JSObject key,
      boolean opaque,
      JSObject digest,
      JSObject padding,
      JSObject recipients,
      JSObject hiddenRecipients,
      JSObject alsoFor,
      JSObject capabilities,
      JSObject contentCipher,
      double at) {
    JOBS.start(
        job,
        () ->
            engine()
                .signAndEncryptSeparately(
                    new WasmBulk(message),
                    Arguments.signOptions(key, opaque, digest, padding, at),
                    Arguments.encryptOptions(
                        recipients, hiddenRecipients, alsoFor, capabilities, contentCipher, at))
                .map(Reports::copies));
  }

  @Export(name = "open")
  static void open(
      int job,
      JSObject message,
      double at,
      JSObject intermediates,
      JSObject trustAnchors,
      JSObject crls,
      JSObject ocspResponses,
      JSObject passwords,
      JSObject keyIdentifiers,
      JSObject keyEncryptionKeys,
      JSObject held) {
    JOBS.start(
        job,
        () ->
            engine()
                .open(
                    new WasmBulk(message),
                    new OpenOptions(
                        Arguments.judging(at, intermediates, trustAnchors, crls, ocspResponses),
                        Window.texts(passwords),
                        Arguments.keyEncryptionKeys(keyIdentifiers, keyEncryptionKeys),
                        WasmBulk.list(held)))
                .map(Reports::opened));
  }

  /** The host's answer to an ask; null where decryption failed. */
  @Export(name = "answered")
  static void answered(int job, int ask, JSObject value) {
    JOBS.step(job, running -> running.answered(ask, value));
  }

  /** The host could not do what was asked, or the caller has given up. */
  @Export(name = "refused")
  static void refused(int job, int ask, JSObject code) {
    JOBS.step(job, running -> running.refused(ask, HostAnswers.error(Window.text(code))));
  }

  /** The host has no such primitive after all. */
  @Export(name = "declined")
  static void declined(int job, int ask) {
    JOBS.step(job, running -> running.declined(ask));
  }

  /** The loader has given the job up: an exception that Java cannot catch went through it. */
  @Export(name = "forget")
  static void forget(int job) {
    JOBS.forget(job);
  }

  private static SmimeEngine engine() {
    if (engine == null) {
      engine = new SmimeEngine(HOST, new EngineSettings(List.of(), false, Policy.DEFAULT));
    }
    return engine;
  }
}
