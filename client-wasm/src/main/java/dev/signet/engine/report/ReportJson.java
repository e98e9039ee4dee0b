package dev.signet.engine.report;

import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.key.UnlockedKey;
import java.util.List;
import org.bouncycastle.util.encoders.Base64;

/**
 * Reports as JSON in the contract's shapes: instants as milliseconds since 1970, DER as base64.
 * Content is never part of it.
 */
public final class ReportJson {
  private ReportJson() {}

  /** {@code Pkcs12Info}. */
  public static String info(Pkcs12Info info) {
    return Json.object(
        json ->
            json.raw("mac", info.mac() == null ? "null" : mac(info.mac()))
                .raw("encryption", Json.array(info.encryption(), ReportJson::protection))
                .flag("everyKeyEncrypted", info.everyKeyEncrypted())
                .raw("certificates", certificates(info.certificates()))
                .raw("weaknesses", Json.array(info.weaknesses(), ReportJson::text)));
  }

  private static String mac(Pkcs12Info.Mac mac) {
    return Json.object(
        json -> json.text("algorithm", mac.algorithm()).number("iterations", mac.iterations()));
  }

  private static String protection(Pkcs12Info.Protection protection) {
    return Json.object(
        json ->
            json.text("algorithm", protection.algorithm())
                .text("kdf", protection.kdf())
                .number("iterations", protection.iterations())
                .text("scope", protection.scope()));
  }

  /** {@code Key[]}; private keys are no part of it. */
  public static String keys(List<UnlockedKey> keys) {
    return Json.array(
        keys,
        key ->
            Json.object(
                json ->
                    json.text("id", key.id())
                        .raw("certificate", CertificateJson.certificate(key.certificate()))
                        .raw("chain", certificates(key.chain()))
                        .flag("canSign", key.canSign())
                        .flag("canDecrypt", key.canDecrypt())
                        .text("friendlyName", key.friendlyName())));
  }

  /** {@code Certificate[]}. */
  public static String certificates(List<MailCertificate> certificates) {
    return CertificateJson.certificates(certificates);
  }

  /** For each copy the DER of the certificates that it is encrypted to. */
  public static String copies(List<EncryptedCopy> copies) {
    return Json.array(
        copies,
        copy ->
            Json.array(
                copy.recipients(),
                certificate -> '"' + Base64.toBase64String(certificate.der()) + '"'));
  }

  /** {@code CertificateReport}. */
  public static String certificate(CertificateReport report) {
    return CertificateJson.report(report);
  }

  /** {@code OpenedMessage} without its content. */
  public static String opened(OpenedMessage message) {
    return Json.object(
        json ->
            json.raw("layers", Json.array(message.layers(), ReportJson::layer))
                .raw("status", status(message.status()))
                .raw("signature", signature(message.signers()))
                .raw(
                    "encryption",
                    message.encryption() == null ? "null" : encryption(message.encryption()))
                .raw("inner", inner(message.inner())));
  }

  private static String inner(InnerParts inner) {
    return Json.object(
        json -> json.number("signed", inner.signed()).number("encrypted", inner.encrypted()));
  }

  private static String layer(Layer layer) {
    return Json.object(
        json -> {
          json.text("type", layer.type());
          if (layer.form() != null) {
            json.text("form", layer.form());
          }
        });
  }

  private static String status(Status status) {
    return Json.object(
        json ->
            json.text("colour", status.colour().text())
                .text("code", status.code().text())
                .raw("texts", Json.array(status.texts(), ReportJson::text)));
  }

  private static String text(Text text) {
    return Json.object(
        json ->
            json.text("key", text.key())
                .text("address", text.address())
                .text("detail", text.detail()));
  }

  private static String signature(List<SignerReport> signers) {
    return signers == null
        ? "null"
        : Json.object(json -> json.raw("signers", Json.array(signers, ReportJson::signer)));
  }

  private static String signer(SignerReport signer) {
    return Json.object(
        json -> {
          json.raw("status", status(signer.status()))
              .text("matchedAddress", signer.matchedAddress())
              .texts("capabilities", signer.capabilities())
              .raw("encryption", correspondent(signer.encryption()));
          signature(
              json,
              signer.certificate(),
              signer.digest(),
              signer.algorithm(),
              signer.signingTime());
          countersigners(json, signer.countersigners());
        });
  }

  private static String countersigner(CountersignerReport signer) {
    return Json.object(
        json -> {
          json.flag("valid", signer.fault() == null)
              .text("fault", signer.fault() == null ? null : signer.fault().text());
          signature(
              json,
              signer.certificate(),
              signer.digest(),
              signer.algorithm(),
              signer.signingTime());
          countersigners(json, signer.countersigners());
        });
  }

  /** What is said of every signature, whatever it is over. */
  private static void signature(
      Json json, CertificateReport certificate, String digest, String algorithm, Long time) {
    json.raw("certificate", certificate == null ? "null" : certificate(certificate))
        .text("digest", digest)
        .text("algorithm", algorithm)
        .number("signingTime", time);
  }

  private static void countersigners(Json json, List<CountersignerReport> countersigners) {
    json.raw("countersigners", Json.array(countersigners, ReportJson::countersigner));
  }

  private static String correspondent(CorrespondentReport report) {
    return report == null
        ? "null"
        : Json.object(
            json ->
                json.raw("certificate", certificate(report.certificate()))
                    .text("address", report.address())
                    .text("decision", report.decision().text())
                    .text("replaces", report.replaces()));
  }

  private static String encryption(EncryptionReport report) {
    return Json.object(
        json ->
            json.text("contentCipher", report.contentCipher())
                .flag("authenticated", report.authenticated())
                .text("keyTransport", report.keyTransport())
                .number("recipients", report.recipientIds().size())
                .raw("recipientIds", Json.array(report.recipientIds(), ReportJson::recipient))
                .text("key", report.key()));
  }

  private static String recipient(EncryptionReport.RecipientId id) {
    return Json.object(
        json ->
            json.text("issuer", id.issuer())
                .text("serialNumber", id.serialNumber())
                .text("subjectKeyIdentifier", id.subjectKeyIdentifier()));
  }
}
