package dev.signet.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.signet.cases.EngineUnderTest.EngineError;
import dev.signet.testing.Identity;
import dev.signet.testing.OpenSsl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key files as OpenSSL writes them: opened, refused by name, described, protected anew. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A .p12")
public abstract class Pkcs12Cases {
  private final World world = World.get();
  private EngineUnderTest engine;

  protected abstract EngineUnderTest.Factory engines();

  @BeforeEach
  void createEngine() {
    engine = engines().create(List.of(world.ca().certificateDer()), true);
  }

  @AfterEach
  void closeEngine() {
    engine.close();
  }

  private EngineError refused(String code, byte[] p12, String passphrase) {
    EngineError error = assertThrows(EngineError.class, () -> engine.unlock(p12, passphrase));
    assertEquals(code, error.code());
    assertFalse(error.toString().contains(passphrase) && passphrase.length() > 3);
    assertEquals(0, engine.keys().size());
    return error;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-legacy",
        "-descert -legacy",
        "-keypbe AES-128-CBC -certpbe AES-192-CBC -macalg sha1 -iter 1",
        "-keypbe AES-256-CBC -certpbe NONE -macalg sha512 -iter 100000",
        "-keypbe PBE-SHA1-RC2-128 -certpbe PBE-SHA1-RC2-40 -legacy",
        "-keypbe DES-EDE3-CBC -certpbe DES-EDE3-CBC",
        "-nomaciter",
      })
  @DisplayName("opens under each scheme, with its certificate and chain")
  void opens(String options) {
    String[] words = options.isEmpty() ? new String[0] : options.split(" ");
    JsonNode keys = engine.unlock(world.alice().p12(World.PASSPHRASE, words), World.PASSPHRASE);
    assertEquals(1, keys.size());
    JsonNode key = keys.get(0);
    assertEquals(keys, engine.keys());
    assertEquals(
        Base64.getEncoder().encodeToString(world.alice().certificateDer()),
        key.at("/certificate/der").asText());
    assertEquals("alice@example.org", key.at("/certificate/emailAddresses/0").asText());
    assertEquals("RSA", key.at("/certificate/keyAlgorithm").asText());
    assertEquals(2048, key.at("/certificate/keyBits").asInt());
    assertEquals(2, key.get("chain").size());
    assertTrue(key.get("canSign").asBoolean());
    assertTrue(key.get("canDecrypt").asBoolean());
    assertFalse(keys.toString().contains("BEGIN"));
  }

  @Test
  @DisplayName("with an elliptic curve key opens")
  void ellipticCurve() {
    for (Identity person : List.of(world.carol(), world.dave())) {
      JsonNode key = engine.unlock(person.p12(World.PASSPHRASE), World.PASSPHRASE).get(0);
      assertTrue(key.get("canSign").asBoolean());
      assertTrue(key.at("/certificate/keyAlgorithm").asText().startsWith("EC P-"));
    }
    assertEquals(2, engine.keys().size());
  }

  @Test
  @DisplayName("with a wrong passphrase, damaged, or of another kind is refused by name")
  void refusals() {
    byte[] p12 = world.alice().p12(World.PASSPHRASE, "-iter", "10");
    refused("wrong-passphrase", p12, "wrong horse");
    refused("wrong-passphrase", p12, "");
    refused("damaged-pkcs12", Arrays.copyOf(p12, p12.length - 40), World.PASSPHRASE);
    refused("not-pkcs12", "not a key file".getBytes(UTF_8), World.PASSPHRASE);
    refused("not-pkcs12", new byte[0], World.PASSPHRASE);
    refused("not-pkcs12", world.alice().certificateDer(), World.PASSPHRASE);
    assertEquals(1, engine.unlock(p12, World.PASSPHRASE).size());
  }

  @Test
  @DisplayName("with an algorithm that is not there is refused with its OID")
  void unsupported() throws IOException {
    Pfx pfx = Pfx.getInstance(pkcs12With());
    AlgorithmIdentifier mdc2 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("2.5.8.3.101"));
    MacData mac =
        new MacData(
            new DigestInfo(mdc2, pfx.getMacData().getMac().getDigest()),
            pfx.getMacData().getSalt(),
            1);
    byte[] p12 = new Pfx(pfx.getAuthSafe(), mac).getEncoded();
    EngineError error = refused("unsupported-algorithm", p12, World.PASSPHRASE);
    assertEquals(Map.of("oid", "2.5.8.3.101"), error.details());
  }

  private byte[] pkcs12With(String... options) {
    return world.alice().p12(World.PASSPHRASE, options);
  }

  @Test
  @DisplayName("that protects nothing is refused, unless the caller accepts that")
  void insecure() {
    refused("unprotected-key", pkcs12With("-keypbe", "NONE"), World.PASSPHRASE);
    refused("unauthenticated-pkcs12", pkcs12With("-nomac"), World.PASSPHRASE);
    assertEquals(1, engine.unlockInsecurely(pkcs12With("-nomac"), World.PASSPHRASE).size());
    assertEquals(
        1, engine.unlockInsecurely(pkcs12With("-keypbe", "NONE"), World.PASSPHRASE).size());
  }

  @Test
  @DisplayName("without a key or without a certificate is refused by name")
  void incomplete() {
    Path folder = world.folder();
    OpenSsl.run(
        folder,
        "pkcs12",
        "-export",
        "-nokeys",
        "-in",
        world.alice().certificate().toString(),
        "-passout",
        "pass:" + World.PASSPHRASE,
        "-out",
        "nokey.p12");
    OpenSsl.run(
        folder,
        "pkcs12",
        "-export",
        "-nocerts",
        "-inkey",
        world.alice().key().toString(),
        "-passout",
        "pass:" + World.PASSPHRASE,
        "-out",
        "nocert.p12");
    refused("no-private-key", read(folder.resolve("nokey.p12")), World.PASSPHRASE);
    refused("no-certificate", read(folder.resolve("nocert.p12")), World.PASSPHRASE);
  }

  @Test
  @DisplayName(
      "with more rounds than anybody should do is refused before any work, with the figure")
  void rounds() throws IOException {
    Pfx pfx = Pfx.getInstance(pkcs12With());
    MacData mac =
        new MacData(pfx.getMacData().getMac(), pfx.getMacData().getSalt(), Integer.MAX_VALUE);
    byte[] p12 = new Pfx(pfx.getAuthSafe(), mac).getEncoded();
    long start = System.currentTimeMillis();
    EngineError error = refused("refused-parameters", p12, World.PASSPHRASE);
    assertTrue(error.details().containsValue("2147483647"), error::toString);
    assertTrue(System.currentTimeMillis() - start < 20_000);
  }

  @Test
  @DisplayName("tells what protects it without its passphrase")
  void inspect() {
    JsonNode info = engine.inspectPkcs12(pkcs12With("-legacy"));
    assertEquals("SHA-1", info.at("/mac/algorithm").asText().replace("HMAC-", ""));
    assertEquals(2048, info.at("/mac/iterations").asInt());
    assertTrue(info.get("everyKeyEncrypted").asBoolean());
    assertTrue(info.get("weaknesses").size() > 0);
    assertEquals(0, info.get("certificates").size());

    JsonNode open =
        engine.inspectPkcs12(pkcs12With("-certpbe", "NONE", "-keypbe", "NONE", "-nomac"));
    assertTrue(open.get("mac").isNull());
    assertFalse(open.get("everyKeyEncrypted").asBoolean());
    assertEquals(2, open.get("certificates").size());
    assertTrue(open.get("weaknesses").size() > 0);
  }

  @Test
  @DisplayName("is protected anew, so that the engine opens it, OpenSSL too, and nothing is weak")
  void reprotect() {
    byte[] old = pkcs12With("-legacy", "-name", "Alice\u2019s own");
    byte[] fresh = engine.reprotectPkcs12(old, World.PASSPHRASE, "a new one");
    assertEquals(
        "PBMAC1 with HMAC-SHA-256", engine.inspectPkcs12(fresh).at("/mac/algorithm").asText());
    assertEquals(0, engine.inspectPkcs12(fresh).get("weaknesses").size());
    JsonNode named = engine.unlock(fresh, "a new one");
    assertEquals("Alice\u2019s own", named.at("/0/friendlyName").asText());
    assertThrows(EngineError.class, () -> engine.unlock(fresh, World.PASSPHRASE));

    compatible(engine.reprotectPkcs12(old, World.PASSPHRASE, "a new one", true));

    assertEquals(
        "wrong-passphrase",
        assertThrows(EngineError.class, () -> engine.reprotectPkcs12(old, "wrong", "a new one"))
            .code());
    assertEquals(
        "passphrase-characters",
        assertThrows(
                EngineError.class, () -> engine.reprotectPkcs12(old, World.PASSPHRASE, "gr\u00fcn"))
            .code());
  }

  private void compatible(byte[] fresh) {
    JsonNode info = engine.inspectPkcs12(fresh);
    assertEquals("HMAC-SHA-256", info.at("/mac/algorithm").asText());
    assertEquals(0, info.get("weaknesses").size(), info::toString);
    assertEquals(2, info.get("certificates").size());
    assertTrue(info.get("everyKeyEncrypted").asBoolean());
    assertEquals(1, engine.unlock(fresh, "a new one").size());
    assertThrows(EngineError.class, () -> engine.unlock(fresh, World.PASSPHRASE));

    Path file = world.folder().resolve("fresh.p12");
    write(file, fresh);
    String text =
        new String(
            OpenSsl.run(
                world.folder(),
                "pkcs12",
                "-in",
                file.toString(),
                "-passin",
                "pass:a new one",
                "-nodes"),
            UTF_8);
    assertTrue(text.contains("BEGIN PRIVATE KEY") && text.contains("BEGIN CERTIFICATE"));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
