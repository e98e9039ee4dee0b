package dev.signet.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.signet.engine.CheckOptions;
import dev.signet.engine.EncryptOptions;
import dev.signet.engine.EngineSettings;
import dev.signet.engine.ErrorCode;
import dev.signet.engine.Judging;
import dev.signet.engine.KeyEncryptionKey;
import dev.signet.engine.OpenOptions;
import dev.signet.engine.Pkcs12Acceptance;
import dev.signet.engine.Policy;
import dev.signet.engine.SignOptions;
import dev.signet.engine.SmimeEngine;
import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cert.Purpose;
import dev.signet.engine.heap.HeapBulk;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.path.PolicyInputs;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Step;
import dev.signet.engine.report.EncryptedCopy;
import dev.signet.engine.report.OpenedMessage;
import dev.signet.engine.report.ReportJson;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** The plain Java engine, with Bouncy Castle answering what it asks. */
public final class JvmEngine implements EngineUnderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HeapHost host = new HeapHost();
  private final Answers answers;
  private final SmimeEngine engine;

  public JvmEngine(List<byte[]> anchors, boolean revocationOff) {
    this(anchors, revocationOff, (responder, request) -> null);
  }

  /**
   * @param responders what the responder of that address answers to a request; null: nothing
   */
  public JvmEngine(
      List<byte[]> anchors, boolean revocationOff, BiFunction<String, byte[], byte[]> responders) {
    answers = withResponders(RareAnswers.withCommon(host), responders);
    EngineSettings settings = new EngineSettings(bulks(anchors), revocationOff, Policy.DEFAULT);
    engine = answered(() -> Step.done(new SmimeEngine(host, settings)));
  }

  private static Answers withResponders(
      Answers others, BiFunction<String, byte[], byte[]> responders) {
    return new Answers() {
      @Override
      public <A> A answer(Ask<A> ask) {
        if (ask instanceof Ask.AskResponder question) {
          byte[] answer = responders.apply(question.responder(), question.request());
          if (answer == null) {
            throw new SmimeException(ErrorCode.ENGINE_UNAVAILABLE, "the responder gave no answer");
          }
          @SuppressWarnings("unchecked")
          A octets = (A) answer;
          return octets;
        }
        return others.answer(ask);
      }
    };
  }

  private <T> T answered(Supplier<Step<T>> operation) {
    try {
      return answers.run(Step.start(operation));
    } catch (SmimeException e) {
      throw new EngineError(e.code().text(), e.getMessage(), e.details());
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static Bulk bulk(byte[] bytes) {
    return new HeapBulk(bytes);
  }

  private static List<Bulk> bulks(List<byte[]> all) {
    return all.stream().map(JvmEngine::bulk).toList();
  }

  private static SignOptions signOptions(String keyId, boolean opaque, String digest) {
    DigestAlgorithm algorithm =
        digest == null
            ? null
            : DigestAlgorithm.valueOf(digest.replace("-", "").toUpperCase(Locale.ROOT));
    return new SignOptions(keyId, opaque, algorithm, System.currentTimeMillis());
  }

  private static EncryptOptions encryptOptions(Encryption encryption) {
    return new EncryptOptions(
        bulks(encryption.recipients()),
        bulks(encryption.hiddenRecipients()),
        encryption.alsoFor() == null ? null : bulk(encryption.alsoFor()),
        encryption.capabilities(),
        encryption.contentCipher(),
        System.currentTimeMillis());
  }

  @Override
  public JsonNode inspectPkcs12(byte[] p12) {
    return json(ReportJson.info(answered(() -> engine.inspectPkcs12(bulk(p12)))));
  }

  @Override
  public JsonNode unlock(byte[] p12, String passphrase) {
    return unlock(p12, passphrase, Pkcs12Acceptance.NONE);
  }

  @Override
  public JsonNode unlockInsecurely(byte[] p12, String passphrase) {
    return unlock(p12, passphrase, new Pkcs12Acceptance(true, true));
  }

  private JsonNode unlock(byte[] p12, String passphrase, Pkcs12Acceptance acceptance) {
    return json(ReportJson.keys(answered(() -> engine.unlock(bulk(p12), passphrase, acceptance))));
  }

  @Override
  public byte[] reprotectPkcs12(
      byte[] p12, String passphrase, String newPassphrase, boolean compatible) {
    return answered(() -> engine.reprotectPkcs12(bulk(p12), passphrase, newPassphrase, compatible))
        .read();
  }

  @Override
  public JsonNode keys() {
    return json(ReportJson.keys(engine.keys()));
  }

  @Override
  public void lock() {
    engine.lock();
  }

  @Override
  public JsonNode readCertificates(byte[] bytes) {
    return json(
        ReportJson.certificates(answered(() -> Step.done(engine.readCertificates(bulk(bytes))))));
  }

  @Override
  public JsonNode checkCertificate(byte[] der, Judged judged, String purpose, Policies policies) {
    CheckOptions options =
        new CheckOptions(
            judging(judged),
            purpose.equals("any") ? Purpose.ANY : Purpose.MAIL,
            new PolicyInputs(
                policies.initial(),
                policies.requireExplicit(),
                policies.inhibitMapping(),
                policies.inhibitAny()));
    return json(
        ReportJson.certificate(answered(() -> engine.checkCertificate(bulk(der), options))));
  }

  private static Judging judging(Judged judged) {
    return new Judging(
        judged.at(),
        bulks(judged.intermediates()),
        judged.anchors() == null ? null : bulks(judged.anchors()),
        bulks(judged.crls()),
        bulks(judged.ocspResponses()));
  }

  @Override
  public byte[] sign(byte[] message, String keyId, boolean opaque, String digest) {
    return answered(() -> engine.sign(bulk(message), signOptions(keyId, opaque, digest))).read();
  }

  @Override
  public byte[] signPss(byte[] message, String keyId, boolean opaque, String digest) {
    SignOptions plain = signOptions(keyId, opaque, digest);
    SignOptions options =
        new SignOptions(
            plain.keyId(), plain.opaque(), plain.digest(), plain.at(), SignOptions.Padding.PSS);
    return answered(() -> engine.sign(bulk(message), options)).read();
  }

  @Override
  public byte[] encrypt(byte[] message, Encryption encryption) {
    return answered(() -> engine.encrypt(bulk(message), encryptOptions(encryption))).read();
  }

  @Override
  public byte[] signAndEncrypt(byte[] message, String keyId, Encryption encryption) {
    return answered(
            () ->
                engine.signAndEncrypt(
                    bulk(message), signOptions(keyId, false, null), encryptOptions(encryption)))
        .read();
  }

  @Override
  public List<Separate> encryptSeparately(byte[] message, String keyId, Encryption encryption) {
    EncryptOptions options = encryptOptions(encryption);
    List<EncryptedCopy> copies =
        answered(
            () ->
                keyId == null
                    ? engine.encryptSeparately(bulk(message), options)
                    : engine.signAndEncryptSeparately(
                        bulk(message), signOptions(keyId, false, null), options));
    return copies.stream()
        .map(
            copy ->
                new Separate(
                    copy.recipients().stream().map(MailCertificate::der).toList(),
                    copy.message().read()))
        .toList();
  }

  @Override
  public Opened open(byte[] message, Judged judged, List<byte[]> held) {
    return open(message, new OpenOptions(judging(judged), List.of(), List.of(), bulks(held)));
  }

  @Override
  public Opened openWith(
      byte[] message, List<String> passwords, Map<String, byte[]> keyEncryptionKeys) {
    List<KeyEncryptionKey> keys = new ArrayList<>();
    keyEncryptionKeys.forEach(
        (identifier, key) ->
            keys.add(new KeyEncryptionKey(HexFormat.of().parseHex(identifier), key)));
    return open(
        message,
        new OpenOptions(Judging.at(System.currentTimeMillis()), passwords, keys, List.of()));
  }

  private Opened open(byte[] message, OpenOptions options) {
    OpenedMessage opened = answered(() -> engine.open(bulk(message), options));
    return new Opened(
        json(ReportJson.opened(opened)), opened.content() == null ? null : opened.content().read());
  }

  @Override
  public void close() {
    engine.lock();
  }
}
