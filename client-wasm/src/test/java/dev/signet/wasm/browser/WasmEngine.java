package dev.signet.wasm.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.cases.EngineUnderTest;
import dev.signet.wasm.browser.WasmPage.HostKind;
import dev.signet.wasm.browser.WasmPage.Result;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** The built module with one kind of host, without the SDK around it. */
final class WasmEngine implements EngineUnderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final WasmPage page;
  private final HostKind host;
  private final List<byte[]> anchors;
  private final boolean revocationOff;

  WasmEngine(WasmPage page, HostKind host, List<byte[]> anchors, boolean revocationOff) {
    this(page, anchors, revocationOff, host);
    start();
  }

  private WasmEngine(WasmPage page, List<byte[]> anchors, boolean revocationOff, HostKind host) {
    this.page = page;
    this.host = host;
    this.anchors = anchors;
    this.revocationOff = revocationOff;
  }

  /** Sets the engine up anew without a new worker, which is faster. */
  static WasmEngine inRunningWorker(
      WasmPage page, HostKind host, List<byte[]> anchors, boolean revocationOff) {
    WasmEngine engine = new WasmEngine(page, anchors, revocationOff, host);
    engine.configure();
    return engine;
  }

  private void start() {
    page.start(host);
    configure();
  }

  private void configure() {
    perform(
        "configure",
        Map.of(
            "trustAnchors",
            all(anchors),
            "revocationOff",
            revocationOff,
            "contentCipher",
            "auto",
            "digest",
            "sha-256",
            "asciiPassphrases",
            true,
            "minimumRsaBits",
            2048));
  }

  private Map<String, String> bytes(byte[] octets) {
    return page.bytes(octets);
  }

  private List<Map<String, String>> all(List<byte[]> many) {
    return many.stream().map(this::bytes).toList();
  }

  private Result perform(String operation, Map<String, ?> arguments) {
    Map<String, Object> all = new HashMap<>(arguments);
    all.put("operation", 7);
    all.putIfAbsent("at", System.currentTimeMillis());
    Result result = page.perform(operation, all);
    if (result.refusal() != null) {
      throw new EngineError(
          result.refusal().code(), result.refusal().message(), result.refusal().details());
    }
    return result;
  }

  private JsonNode report(String operation, Map<String, ?> arguments) {
    return json(perform(operation, arguments).report());
  }

  private byte[] content(String operation, Map<String, ?> arguments) {
    return perform(operation, arguments).parts().get(0);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public JsonNode inspectPkcs12(byte[] p12) {
    return report("inspectPkcs12", Map.of("p12", bytes(p12)));
  }

  @Override
  public JsonNode unlock(byte[] p12, String passphrase) {
    return unlock(p12, passphrase, false);
  }

  @Override
  public JsonNode unlockInsecurely(byte[] p12, String passphrase) {
    return unlock(p12, passphrase, true);
  }

  private JsonNode unlock(byte[] p12, String passphrase, boolean insecurely) {
    return report(
        "unlock",
        Map.of(
            "p12", bytes(p12),
            "passphrase", passphrase,
            "acceptClearKeys", insecurely,
            "acceptMissingMac", insecurely));
  }

  @Override
  public byte[] reprotectPkcs12(
      byte[] p12, String passphrase, String newPassphrase, boolean compatible) {
    return content(
        "reprotectPkcs12",
        Map.of(
            "p12", bytes(p12),
            "passphrase", passphrase,
            "newPassphrase", newPassphrase,
            "compatible", compatible));
  }

  @Override
  public JsonNode keys() {
    return report("keys", Map.of());
  }

  /** As in the page: the worker that held the keys ends, and another begins. */
  @Override
  public void lock() {
    start();
  }

  @Override
  public JsonNode readCertificates(byte[] bytes) {
    return report("readCertificates", Map.of("bytes", bytes(bytes)));
  }

  @Override
  public JsonNode checkCertificate(byte[] der, Judged judged, String purpose, Policies policies) {
    Map<String, Object> arguments = judging(judged);
    arguments.put("certificate", bytes(der));
    arguments.put("purpose", purpose);
    arguments.put("policies", policies.initial());
    arguments.put("requireExplicitPolicy", policies.requireExplicit());
    arguments.put("inhibitPolicyMapping", policies.inhibitMapping());
    arguments.put("inhibitAnyPolicy", policies.inhibitAny());
    return report("checkCertificate", arguments);
  }

  private Map<String, Object> judging(Judged judged) {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("at", judged.at());
    arguments.put("intermediates", all(judged.intermediates()));
    arguments.put("trustAnchors", judged.anchors() == null ? null : all(judged.anchors()));
    arguments.put("crls", all(judged.crls()));
    arguments.put("ocspResponses", all(judged.ocspResponses()));
    return arguments;
  }

  @Override
  public byte[] sign(byte[] message, String keyId, boolean opaque, String digest) {
    Map<String, Object> arguments = signArguments(message, keyId, opaque);
    arguments.put("digest", digest);
    return content("sign", arguments);
  }

  @Override
  public byte[] signPss(byte[] message, String keyId, boolean opaque, String digest) {
    Map<String, Object> arguments = signArguments(message, keyId, opaque);
    arguments.put("digest", digest);
    arguments.put("padding", "pss");
    return content("sign", arguments);
  }

  private Map<String, Object> signArguments(byte[] message, String keyId, boolean opaque) {
    return new HashMap<>(
        Map.of("message", bytes(message), "key", keyId, "form", opaque ? "opaque" : "detached"));
  }

  private void addTo(Map<String, Object> arguments, Encryption encryption) {
    arguments.put("recipients", all(encryption.recipients()));
    arguments.put("hiddenRecipients", all(encryption.hiddenRecipients()));
    arguments.put("alsoFor", encryption.alsoFor() == null ? null : bytes(encryption.alsoFor()));
    arguments.put("capabilities", encryption.capabilities());
    arguments.put("contentCipher", encryption.contentCipher());
  }

  @Override
  public byte[] encrypt(byte[] message, Encryption encryption) {
    Map<String, Object> arguments = new HashMap<>(Map.of("message", bytes(message)));
    addTo(arguments, encryption);
    return content("encrypt", arguments);
  }

  @Override
  public byte[] signAndEncrypt(byte[] message, String keyId, Encryption encryption) {
    Map<String, Object> arguments = signArguments(message, keyId, false);
    addTo(arguments, encryption);
    return content("signAndEncrypt", arguments);
  }

  @Override
  public List<Separate> encryptSeparately(byte[] message, String keyId, Encryption encryption) {
    Map<String, Object> arguments =
        keyId == null
            ? new HashMap<>(Map.of("message", bytes(message)))
            : signArguments(message, keyId, false);
    addTo(arguments, encryption);
    Result result =
        perform(keyId == null ? "encryptSeparately" : "signAndEncryptSeparately", arguments);
    List<Separate> separate = new ArrayList<>();
    for (JsonNode recipients : json(result.report())) {
      List<byte[]> ders = new ArrayList<>();
      recipients.forEach(der -> ders.add(Base64.getDecoder().decode(der.asText())));
      separate.add(new Separate(ders, result.parts().get(separate.size())));
    }
    return separate;
  }

  @Override
  public Opened open(byte[] message, Judged judged, List<byte[]> held) {
    return open(message, judged, held, List.of(), Map.of());
  }

  @Override
  public Opened openWith(
      byte[] message, List<String> passwords, Map<String, byte[]> keyEncryptionKeys) {
    return open(
        message, Judged.at(System.currentTimeMillis()), List.of(), passwords, keyEncryptionKeys);
  }

  private Opened open(
      byte[] message,
      Judged judged,
      List<byte[]> held,
      List<String> passwords,
      Map<String, byte[]> keyEncryptionKeys) {
    List<byte[]> identifiers = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    keyEncryptionKeys.forEach(
        (identifier, key) -> {
          identifiers.add(HexFormat.of().parseHex(identifier));
          keys.add(key);
        });
    Map<String, Object> arguments = judging(judged);
    arguments.put("message", bytes(message));
    arguments.put("passwords", passwords);
    arguments.put("keyIdentifiers", all(identifiers));
    arguments.put("keyEncryptionKeys", all(keys));
    arguments.put("held", all(held));
    Result result = perform("open", arguments);
    return new Opened(
        json(result.report()), result.parts().isEmpty() ? null : result.parts().get(0));
  }

  @Override
  public void close() {
    // The next start ends the worker; the page is closed with the last test.
  }
}
