package dev.signet.e2e.engine;

import static dev.signet.e2e.browser.SdkPage.at;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signet.cases.EngineUnderTest;
import dev.signet.e2e.browser.Reply;
import dev.signet.e2e.browser.SdkEngine;
import dev.signet.e2e.browser.SdkPage;
import dev.signet.e2e.stage.Stage;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The built engine behind the SDK in Chromium, for the cases that the plain Java engine passes. */
final class BrowserEngine implements EngineUnderTest {
  /** Beyond this the page fetches an argument, which is faster than the driver's text. */
  private static final int LARGE = 100_000;

  private static final AtomicInteger SERVED = new AtomicInteger();

  private final SdkEngine engine;

  BrowserEngine(SdkPage page, List<byte[]> anchors, boolean revocationOff) {
    Map<String, Object> options = new HashMap<>();
    options.put("trustAnchors", anchors.stream().map(SdkPage::bytes).toList());
    if (revocationOff) {
      options.put("ocsp", false);
    }
    engine = page.create(options);
  }

  /** Engines in a page that is loaded once. */
  static Factory factory() {
    SdkPage page = Stage.get().sdk();
    return (anchors, revocationOff) -> new BrowserEngine(page, anchors, revocationOff);
  }

  private JsonNode call(String operation, Object... arguments) {
    Reply reply = engine.call(operation, arguments);
    if (reply.error() == null) {
      return reply.value();
    }
    String code = reply.code();
    Map<String, String> details = new HashMap<>();
    for (Map.Entry<String, JsonNode> detail : reply.error().path("details").properties()) {
      details.put(detail.getKey(), detail.getValue().asText());
    }
    throw new EngineError(code, reply.error().path("message").asText(), details);
  }

  private static Map<String, Object> bytes(byte[] bytes) {
    return bytes.length < LARGE
        ? SdkPage.bytes(bytes)
        : Stage.get().served("argument-" + SERVED.incrementAndGet(), bytes);
  }

  private static byte[] fromBase64(JsonNode text) {
    return Base64.getDecoder().decode(text.asText());
  }

  private static List<Map<String, Object>> all(List<byte[]> many) {
    return many.stream().map(BrowserEngine::bytes).toList();
  }

  @Override
  public JsonNode inspectPkcs12(byte[] p12) {
    return call("inspectPkcs12", bytes(p12));
  }

  @Override
  public JsonNode unlock(byte[] p12, String passphrase) {
    return call("unlock", bytes(p12), passphrase);
  }

  @Override
  public JsonNode unlockInsecurely(byte[] p12, String passphrase) {
    Map<String, Object> insecure = Map.of("acceptClearKeys", true, "acceptMissingMac", true);
    return call("unlock", bytes(p12), passphrase, insecure);
  }

  @Override
  public byte[] reprotectPkcs12(
      byte[] p12, String passphrase, String newPassphrase, boolean compatible) {
    return fromBase64(
        call(
            "reprotectPkcs12",
            bytes(p12),
            passphrase,
            newPassphrase,
            Map.of("compatible", compatible)));
  }

  @Override
  public JsonNode keys() {
    return call("keys");
  }

  @Override
  public void lock() {
    call("lock");
  }

  @Override
  public JsonNode readCertificates(byte[] bytes) {
    return call("readCertificates", bytes(bytes));
  }

  @Override
  public JsonNode checkCertificate(byte[] der, Judged judged, String purpose, Policies policies) {
    Map<String, Object> options = options(judged);
    options.put("purpose", purpose);
    options.put(
        "policies",
        Map.of(
            "initial", policies.initial(),
            "requireExplicit", policies.requireExplicit(),
            "inhibitMapping", policies.inhibitMapping(),
            "inhibitAny", policies.inhibitAny()));
    return call("checkCertificate", bytes(der), options);
  }

  private static Map<String, Object> options(Judged judged) {
    Map<String, Object> options = new HashMap<>();
    options.put("at", at(judged.at()));
    options.put("intermediates", all(judged.intermediates()));
    if (judged.anchors() != null) {
      options.put("trustAnchors", all(judged.anchors()));
    }
    options.put("crls", all(judged.crls()));
    options.put("ocspResponses", all(judged.ocspResponses()));
    return options;
  }

  @Override
  public byte[] sign(byte[] message, String keyId, boolean opaque, String digest) {
    return sign(message, options(keyId, opaque, digest));
  }

  @Override
  public byte[] signPss(byte[] message, String keyId, boolean opaque, String digest) {
    Map<String, Object> options = options(keyId, opaque, digest);
    options.put("padding", "pss");
    return sign(message, options);
  }

  private byte[] sign(byte[] message, Map<String, Object> options) {
    return fromBase64(call("sign", bytes(message), options));
  }

  private static Map<String, Object> options(String keyId, boolean opaque, String digest) {
    Map<String, Object> options = new HashMap<>();
    options.put("key", SdkPage.key(keyId));
    options.put("form", opaque ? "opaque" : "detached");
    if (digest != null) {
      options.put("digest", digest);
    }
    return options;
  }

  private static Map<String, Object> options(Encryption encryption) {
    Map<String, Object> options = new HashMap<>();
    options.put("recipients", all(encryption.recipients()));
    if (!encryption.hiddenRecipients().isEmpty()) {
      options.put("hiddenRecipients", all(encryption.hiddenRecipients()));
    }
    if (encryption.alsoFor() != null) {
      options.put("alsoFor", Map.of("certificate", Map.of("der", bytes(encryption.alsoFor()))));
    }
    if (!encryption.capabilities().isEmpty()) {
      options.put("capabilities", encryption.capabilities());
    }
    if (encryption.contentCipher() != null) {
      options.put("contentCipher", encryption.contentCipher());
    }
    return options;
  }

  @Override
  public byte[] encrypt(byte[] message, Encryption encryption) {
    return fromBase64(call("encrypt", bytes(message), options(encryption)));
  }

  @Override
  public byte[] signAndEncrypt(byte[] message, String keyId, Encryption encryption) {
    Map<String, Object> options = options(encryption);
    options.put("key", SdkPage.key(keyId));
    return fromBase64(call("signAndEncrypt", bytes(message), options));
  }

  @Override
  public List<Separate> encryptSeparately(byte[] message, String keyId, Encryption encryption) {
    Map<String, Object> options = options(encryption);
    if (keyId != null) {
      options.put("key", SdkPage.key(keyId));
    }
    String operation = keyId == null ? "encryptSeparately" : "signAndEncryptSeparately";
    List<Separate> separate = new ArrayList<>();
    for (JsonNode each : call(operation, bytes(message), options)) {
      List<byte[]> recipients = new ArrayList<>();
      each.get("recipients").forEach(der -> recipients.add(fromBase64(der)));
      separate.add(new Separate(recipients, fromBase64(each.get("message"))));
    }
    return separate;
  }

  @Override
  public Opened open(byte[] message, Judged judged, List<byte[]> held) {
    Map<String, Object> options = options(judged);
    options.put("held", all(held));
    return opened(message, options);
  }

  @Override
  public Opened openWith(
      byte[] message, List<String> passwords, Map<String, byte[]> keyEncryptionKeys) {
    List<Map<String, Object>> keys = new ArrayList<>();
    keyEncryptionKeys.forEach(
        (identifier, key) ->
            keys.add(
                Map.of(
                    "identifier", bytes(HexFormat.of().parseHex(identifier)), "key", bytes(key))));
    return opened(message, Map.of("passwords", passwords, "keyEncryptionKeys", keys));
  }

  private Opened opened(byte[] message, Map<String, Object> options) {
    ObjectNode report = (ObjectNode) call("open", bytes(message), options);
    JsonNode content = report.remove("content");
    return new Opened(report, content.isNull() ? null : fromBase64(content));
  }

  @Override
  public void close() {
    engine.call("close").result();
  }
}
