package dev.signet.engine.report;

import dev.signet.engine.cert.CertificateFacts;
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
                .texts("weaknesses", info.weaknesses()));
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
                        .raw("certificate", certificate(key.certificate()))
                        .raw("chain", certificates(key.chain()))
                        .flag("canSign", key.canSign())
                        .flag("canDecrypt", key.canDecrypt())
                        .text("friendlyName", key.friendlyName())));
  }

  /** {@code Certificate[]}. */
  public static String certificates(List<MailCertificate> certificates) {
    return Json.array(certificates, ReportJson::certificate);
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

  private static String certificate(MailCertificate certificate) {
    CertificateFacts facts = new CertificateFacts(certificate);
    return Json.object(
        json ->
            json.text("der", Base64.toBase64String(certificate.der()))
                .text("subject", certificate.subjectText())
                .text("issuer", certificate.issuerText())
                .text("serialNumber", certificate.serialNumber())
                .number("notBefore", certificate.notBefore())
                .number("notAfter", certificate.notAfter())
                .texts("emailAddresses", certificate.emailAddresses())
                .text("keyAlgorithm", facts.keyAlgorithm())
                .number("keyBits", facts.keyBits())
                .texts("keyUsage", facts.keyUsage())
                .texts("extendedKeyUsage", facts.extendedKeyUsage())
                .flag("isCa", certificate.isCa())
                .raw(
                    "fingerprints",
                    Json.object(
                        prints ->
                            prints.text("sha256", facts.sha256()).text("sha1", facts.sha1()))));
  }

  /** {@code CertificateReport}. */
  public static String certificate(CertificateReport report) {
    return Json.object(
        json ->
            json.raw("certificate", certificate(report.certificate()))
                .flag("trusted", report.trusted())
                .raw("chain", certificates(report.chain()))
                .text("revocation", report.revocation().text())
                .number("revokedAt", report.revokedAt())
                .raw("problems", Json.array(report.problems(), ReportJson::problem))
                .raw("advice", Json.array(report.advice(), ReportJson::advice)));
  }

  private static String problem(Problem problem) {
    return Json.object(
        json ->
            json.text("code", problem.code().text())
                .number("at", problem.at())
                .text("detail", problem.detail()));
  }

  private static String advice(Advice advice) {
    return Json.object(json -> json.text("code", advice.code().text()).number("at", advice.at()));
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
        json ->
            json.raw("status", status(signer.status()))
                .raw(
                    "certificate",
                    signer.certificate() == null ? "null" : certificate(signer.certificate()))
                .text("digest", signer.digest())
                .text("algorithm", signer.algorithm())
                .number("signingTime", signer.signingTime())
                .text("matchedAddress", signer.matchedAddress())
                .texts("capabilities", signer.capabilities())
                .text("encryptionCertificate", signer.encryptionCertificate())
                .raw(
                    "countersigners",
                    Json.array(signer.countersigners(), ReportJson::countersigner)));
  }

  private static String countersigner(CountersignerReport signer) {
    return Json.object(
        json ->
            json.flag("valid", signer.fault() == null)
                .text("fault", signer.fault() == null ? null : signer.fault().text())
                .raw(
                    "certificate",
                    signer.certificate() == null ? "null" : certificate(signer.certificate()))
                .text("digest", signer.digest())
                .text("algorithm", signer.algorithm())
                .number("signingTime", signer.signingTime())
                .raw(
                    "countersigners",
                    Json.array(signer.countersigners(), ReportJson::countersigner)));
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
