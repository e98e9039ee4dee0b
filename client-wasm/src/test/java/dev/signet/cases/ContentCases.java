package dev.signet.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.cases.EngineUnderTest.Opened;
import dev.signet.testing.OpenSsl;
import dev.signet.testing.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.AuthEnvelopedData;
import org.bouncycastle.asn1.cms.AuthenticatedData;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EncryptedContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.OriginatorInfo;
import org.bouncycastle.cms.CMSAlgorithm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever wraps the content: every cipher, authenticated and not, compression, MACs. */
@DisplayName("Content")
public abstract class ContentCases extends MessageCases {
  private Opened decrypts(byte[] entity, String cipher, boolean authenticated) {
    unlock(world.bob());
    Opened opened = verdict("decrypted", "none", Mail.fromAlice().of(entity));
    assertArrayEquals(Mail.ENTITY, opened.content());
    assertEquals(cipher, opened.report().at("/encryption/contentCipher").asText());
    assertEquals(authenticated, opened.report().at("/encryption/authenticated").asBoolean());
    return opened;
  }

  private void refused(String code, byte[] entity) {
    Opened opened = verdict(code, "red", Mail.fromAlice().of(entity));
    if (code.equals("decryption-failed")) {
      assertNull(opened.content());
    } else {
      assertTrue(
          opened.content() == null
              || !new String(opened.content(), ISO_8859_1).contains("Gr\u00c3\u00bc\u00c3\u009fe"));
    }
  }

  private static ASN1ObjectIdentifier cipher(String name) {
    try {
      return (ASN1ObjectIdentifier) CMSAlgorithm.class.getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  @Nested
  @DisplayName("under a cipher without authentication")
  class Unauthenticated {
    @ParameterizedTest
    @CsvSource({
      "aes-128-cbc, AES-128-CBC",
      "aes-192-cbc, AES-192-CBC",
      "aes-256-cbc, AES-256-CBC",
      "des-ede3-cbc, 3DES-CBC",
      "rc2-40, RC2-40-CBC",
      "rc2-64, RC2-64-CBC",
      "rc2-128, RC2-128-CBC",
      "des-cbc, DES-CBC",
      "camellia-128-cbc, Camellia-128-CBC",
      "camellia-192-cbc, Camellia-192-CBC",
      "camellia-256-cbc, Camellia-256-CBC",
      "seed-cbc, SEED-CBC",
      "cast5-cbc, CAST5-CBC",
    })
    @DisplayName("opens as OpenSSL wrote it")
    void openSsl(String option, String name) {
      byte[] entity =
          Mail.fromAlice()
              .encrypted(
                  Mail.ENTITY,
                  world.bob(),
                  "-" + option,
                  "-provider",
                  "default",
                  "-provider",
                  "legacy");
      assertEquals("encrypted enveloped;", layers(decrypts(entity, name, false)));
    }
  }

  @Nested
  @DisplayName("under a key that is bound to its cipher")
  class Derived {
    @ParameterizedTest
    @CsvSource({
      "AES128_CBC, AES-128-CBC, false",
      "AES256_CBC, AES-256-CBC, false",
      "AES256_GCM, AES-256-GCM, true",
      "AES128_CCM, AES-128-CCM, true",
    })
    @DisplayName("opens as Bouncy Castle wrote it")
    void opens(String oid, String name, boolean authenticated) {
      byte[] cms = CmsMaker.derived(Mail.ENTITY, world.bob(), cipher(oid));
      String type = authenticated ? "authEnveloped-data" : "enveloped-data";
      decrypts(CmsMaker.entity(type, cms), name, authenticated);
    }

    @Test
    @DisplayName("does not open once its initialisation vector is another")
    void bound() {
      unlock(world.bob());
      byte[] cms = CmsMaker.derived(Mail.ENTITY, world.bob(), CMSAlgorithm.AES128_CBC);
      byte[] oid = {0x60, (byte) 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x02};
      cms[Bytes.find(cms, oid) + oid.length + 3] ^= 1;
      refused("decryption-failed", CmsMaker.entity("enveloped-data", cms));
    }
  }

  @Nested
  @DisplayName("under an authenticated cipher")
  class Authenticated {
    @ParameterizedTest
    @CsvSource({
      "aes-128-gcm, AES-128-GCM",
      "aes-192-gcm, AES-192-GCM",
      "aes-256-gcm, AES-256-GCM",
    })
    @DisplayName("opens as OpenSSL wrote it")
    void openSsl(String option, String name) {
      byte[] entity = Mail.fromAlice().encrypted(Mail.ENTITY, world.bob(), "-" + option);
      assertEquals("encrypted auth-enveloped;", layers(decrypts(entity, name, true)));
    }

    @ParameterizedTest
    @CsvSource({
      "AES128_GCM, AES-128-GCM", "AES192_GCM, AES-192-GCM", "AES256_GCM, AES-256-GCM",
      "AES128_CCM, AES-128-CCM", "AES192_CCM, AES-192-CCM", "AES256_CCM, AES-256-CCM",
      "ChaCha20Poly1305, ChaCha20-Poly1305",
    })
    @DisplayName("opens as Bouncy Castle wrote it, with and without attributes")
    void bouncyCastle(String oid, String name) {
      for (boolean attributes : new boolean[] {false, true}) {
        byte[] cms = CmsMaker.sealed(Mail.ENTITY, world.bob(), cipher(oid), attributes);
        assertEquals(
            "encrypted auth-enveloped;",
            layers(decrypts(CmsMaker.entity("authEnveloped-data", cms), name, true)));
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AES128_GCM", "AES192_GCM", "AES256_CCM", "ChaCha20Poly1305"})
    @DisplayName("shows nothing once anything of it was changed")
    void changed(String oid) {
      unlock(world.bob());
      byte[] cms = CmsMaker.sealed(Mail.ENTITY, world.bob(), cipher(oid), true);
      AuthEnvelopedData data =
          AuthEnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
      EncryptedContentInfo content = data.getAuthEncryptedContentInfo();
      var parameters = content.getContentEncryptionAlgorithm().getParameters();
      byte[] nonce =
          ASN1OctetString.getInstance(
                  parameters instanceof ASN1Sequence fields ? fields.getObjectAt(0) : parameters)
              .getOctets();
      for (byte[] part :
          List.of(
              data.getMac().getOctets(),
              content.getEncryptedContent().getOctets(),
              nonce,
              "an attribute".getBytes(US_ASCII))) {
        byte[] changed = cms.clone();
        changed[Bytes.find(cms, part) + part.length / 2] ^= 1;
        refused("decryption-failed", CmsMaker.entity("authEnveloped-data", changed));
      }
    }

    @Test
    @DisplayName(
        "is not begun where its tag would not be checked, nor another where one is expected")
    void downgrade() throws Exception {
      unlock(world.bob());
      byte[] cms = CmsMaker.sealed(Mail.ENTITY, world.bob(), CMSAlgorithm.AES256_GCM, false);
      AuthEnvelopedData sealed =
          AuthEnvelopedData.getInstance(ContentInfo.getInstance(cms).getContent());
      EnvelopedData enveloped =
          new EnvelopedData(
              (OriginatorInfo) null,
              sealed.getRecipientInfos(),
              sealed.getAuthEncryptedContentInfo(),
              (ASN1Set) null);
      refused(
          "malformed",
          CmsMaker.entity(
              "enveloped-data",
              CmsMaker.contentInfo(CMSObjectIdentifiers.envelopedData, enveloped)));

      byte[] entity = Mail.fromAlice().encrypted(Mail.ENTITY, world.bob());
      EnvelopedData cbc =
          EnvelopedData.getInstance(ContentInfo.getInstance(Bytes.body(entity)).getContent());
      AuthEnvelopedData dressed =
          new AuthEnvelopedData(
              null,
              cbc.getRecipientInfos(),
              cbc.getEncryptedContentInfo(),
              null,
              new DEROctetString(new byte[16]),
              null);
      refused(
          "malformed",
          CmsMaker.entity(
              "authEnveloped-data",
              CmsMaker.contentInfo(CMSObjectIdentifiers.authEnvelopedData, dressed)));
    }

    @Test
    @DisplayName("and signed outside only is not signed; signed inside it is")
    void signed() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] sealed = mail.encrypted(Mail.ENTITY, world.bob(), "-aes-256-gcm");
      Opened outside =
          verdict("decrypted", "none", mail.of(mail.signed(sealed, world.alice(), "-binary")));
      assertEquals("signed detached;encrypted auth-enveloped;", layers(outside));
      assertTrue(outside.report().get("signature").isNull());
      byte[] signed = mail.signed(Mail.ENTITY, world.alice(), "-binary");
      byte[] inside = mail.encrypted(signed, world.bob(), "-aes-256-gcm");
      Opened opened = verdict("verified-revocation-off", "green", mail.of(inside));
      assertEquals("encrypted auth-enveloped;signed detached;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());
    }

    @Test
    @DisplayName("stays locked until a key is there")
    void locked() {
      Opened opened =
          verdict("locked", "none", Mail.fromAlice().encryptedTo(world.bob(), "-aes-256-gcm"));
      assertNull(opened.content());
      assertTrue(opened.report().at("/encryption/authenticated").asBoolean());
    }
  }

  @Nested
  @DisplayName("that is compressed")
  class Compressed {
    private byte[] compressed(byte[] content) {
      return CmsMaker.entity("compressed-data", CmsMaker.compressed(content));
    }

    @Test
    @DisplayName("expands, and is unsigned")
    void expands() {
      Opened opened = verdict("unsigned", "none", Mail.fromAlice().of(compressed(Mail.ENTITY)));
      assertEquals("compressed ;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());
    }

    @Test
    @DisplayName("is covered by a signature around it and by one within, and both count")
    void signed() {
      Mail mail = Mail.fromAlice();
      byte[] around = mail.signed(compressed(Mail.ENTITY), world.alice(), "-binary");
      Opened opened = verdict("verified-revocation-off", "green", mail.of(around));
      assertEquals("signed detached;compressed ;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());

      byte[] within = mail.signed(Mail.ENTITY, world.alice(), "-binary");
      opened = verdict("verified-revocation-off", "green", mail.of(compressed(within)));
      assertEquals("compressed ;signed detached;", layers(opened));

      byte[] forged = Mail.changed(within, "K\u00f6ln", "Ulm");
      byte[] both = mail.signed(compressed(forged), world.alice(), "-binary", "-nodetach");
      opened = verdict("tampered", "red", mail.of(both));
      assertEquals("signed opaque;compressed ;signed detached;", layers(opened));
    }

    @Test
    @DisplayName("inside of what is signed inside of what is encrypted, signed again, opens")
    void everything() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] entity = mail.signed(compressed(Mail.ENTITY), world.alice(), "-binary");
      entity = mail.encrypted(entity, world.bob(), "-aes-256-gcm");
      entity = mail.signed(compressed(entity), world.alice(), "-binary");
      entity = mail.encrypted(entity, world.bob());
      Opened opened = verdict("verified-revocation-off", "green", mail.of(entity));
      assertEquals(
          "encrypted enveloped;signed detached;compressed ;encrypted auth-enveloped;"
              + "signed detached;compressed ;",
          layers(opened));
      assertEquals(1, opened.report().at("/signature/signers").size());
      assertArrayEquals(Mail.ENTITY, opened.content());
    }

    @Test
    @DisplayName("beyond all bounds is refused soon, and the next call works")
    void bomb() {
      byte[] bomb =
          CmsMaker.compressed(
              CMSObjectIdentifiers.data,
              CmsMaker.deflated(Collections.nCopies(1024, new byte[1 << 20])));
      byte[] mail = Mail.fromAlice().of(CmsMaker.entity("compressed-data", bomb));
      Opened opened =
          assertTimeoutPreemptively(
              Duration.ofSeconds(limitSeconds()), () -> verdict("malformed", "red", mail));
      assertTrue(Texts.of(opened.report().get("status")).contains("too large"), opened::toString);
      verdict("unsigned", "none", Mail.fromAlice().of(Mail.ENTITY));
    }

    @Test
    @DisplayName("in many layers has one bound for all of them")
    void nested() {
      List<byte[]> parts = new ArrayList<>();
      parts.add("Content-Type: text/plain\r\n\r\n".getBytes(US_ASCII));
      parts.addAll(Collections.nCopies(40, new byte[1 << 20]));
      byte[] inner =
          CmsMaker.entity(
              "compressed-data",
              CmsMaker.compressed(CMSObjectIdentifiers.data, CmsMaker.deflated(parts)));
      byte[] outer =
          CmsMaker.entity(
              "compressed-data",
              CmsMaker.compressed(
                  CMSObjectIdentifiers.data,
                  CmsMaker.deflated(List.of(inner, new byte[40 << 20]))));
      Opened opened = verdict("malformed", "red", Mail.fromAlice().of(outer));
      assertEquals("compressed ;compressed ;", layers(opened));
    }

    @Test
    @DisplayName("but damaged, or by another algorithm, is told apart")
    void damaged() {
      byte[] stream = CmsMaker.deflated(Mail.ENTITY);
      stream[stream.length - 1] ^= 1;
      refused(
          "malformed",
          CmsMaker.entity(
              "compressed-data", CmsMaker.compressed(CMSObjectIdentifiers.data, stream)));
      byte[] cms = CmsMaker.compressed(Mail.ENTITY);
      cms[Bytes.find(cms, new byte[] {0x10, 0x03, 0x08}) + 2] = 9;
      refused("unsupported", CmsMaker.entity("compressed-data", cms));
    }
  }

  /** Seconds that a hostile message may take. */
  protected int limitSeconds() {
    return 20;
  }

  @Nested
  @DisplayName("under a message authentication code")
  class Mac {
    private static final String SHA1 = "1.2.840.113549.2.7";
    private static final String SHA256 = "1.2.840.113549.2.9";
    private static final String SHA512 = "1.2.840.113549.2.11";

    private byte[] entity(byte[] cms) {
      return CmsMaker.entity("authenticated-data", cms);
    }

    @ParameterizedTest
    @ValueSource(strings = {SHA1, SHA256, SHA512, "1.3.6.1.5.5.8.1.2"})
    @DisplayName("is shown, with and without a key, and is never green")
    void shown(String mac) {
      for (boolean attributes : new boolean[] {false, true}) {
        byte[] mail =
            Mail.fromAlice()
                .of(
                    entity(
                        CmsMaker.authenticated(
                            Mail.ENTITY, world.bob(), new ASN1ObjectIdentifier(mac), attributes)));
        engine.lock();
        for (int i = 0; i < 2; i++) {
          Opened opened = verdict("unsigned", "none", mail);
          assertEquals("authenticated ;", layers(opened));
          assertArrayEquals(Mail.ENTITY, opened.content());
          assertTrue(opened.report().get("encryption").isNull());
          unlock(world.bob());
        }
      }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("that is wrong is red for who can check it")
    void wrong(boolean attributes) {
      byte[] cms =
          CmsMaker.authenticated(
              Mail.ENTITY, world.bob(), new ASN1ObjectIdentifier(SHA256), attributes);
      AuthenticatedData data =
          AuthenticatedData.getInstance(ContentInfo.getInstance(cms).getContent());
      for (byte[] part :
          List.of(data.getMac().getOctets(), "K\u00c3\u00b6ln".getBytes(ISO_8859_1))) {
        byte[] changed = cms.clone();
        changed[Bytes.find(cms, part)] ^= 1;
        engine.lock();
        verdict("unsigned", "none", Mail.fromAlice().of(entity(changed)));
        unlock(world.bob());
        verdict("tampered", "red", Mail.fromAlice().of(entity(changed)));
      }
    }

    @Test
    @DisplayName("that is wrong stays red around a valid signature")
    void signedWithin() {
      unlock(world.bob());
      Mail mail = Mail.fromAlice();
      byte[] signed = mail.signed(Mail.ENTITY, world.alice(), "-binary");
      byte[] cms =
          CmsMaker.authenticated(signed, world.bob(), new ASN1ObjectIdentifier(SHA256), false);
      verdict("verified-revocation-off", "green", mail.of(entity(cms)));
      byte[] code =
          AuthenticatedData.getInstance(ContentInfo.getInstance(cms).getContent())
              .getMac()
              .getOctets();
      cms[Bytes.find(cms, code)] ^= 1;
      verdict("tampered", "red", mail.of(entity(cms)));
    }
  }

  @Nested
  @DisplayName("of another form")
  class Other {
    @Test
    @DisplayName("is EncryptedData, to which no key of a person fits")
    void encryptedData() {
      unlock(world.bob());
      byte[] cms =
          OpenSsl.runWith(
              Mail.ENTITY,
              world.folder(),
              "cms",
              "-EncryptedData_encrypt",
              "-binary",
              "-aes256",
              "-secretkey",
              "00".repeat(32),
              "-outform",
              "DER");
      Opened opened =
          verdict("no-key", "none", Mail.fromAlice().of(CmsMaker.entity("encrypted-data", cms)));
      assertEquals("encrypted encrypted-data;", layers(opened));
      assertEquals("AES-256-CBC", opened.report().at("/encryption/contentCipher").asText());
      assertNull(opened.content());
    }

    @Test
    @DisplayName("is DigestedData, which is refused by its name")
    void digested() {
      byte[] cms =
          OpenSsl.runWith(
              Mail.ENTITY, world.folder(), "cms", "-digest_create", "-binary", "-outform", "DER");
      Opened opened =
          verdict("unsupported", "red", Mail.fromAlice().of(CmsMaker.entity("digested-data", cms)));
      assertTrue(Texts.of(opened.report().get("status")).contains("1.2.840.113549.1.7.5"));
    }

    @Test
    @DisplayName("is a CMS message in another without an entity in between")
    void nested() throws Exception {
      unlock(world.bob());
      byte[] signed =
          OpenSsl.runWith(
              Mail.ENTITY,
              world.folder(),
              "cms",
              "-sign",
              "-binary",
              "-nodetach",
              "-outform",
              "DER",
              "-signer",
              world.alice().certificate().toString(),
              "-inkey",
              world.alice().key().toString());
      byte[] bare = ContentInfo.getInstance(signed).getContent().toASN1Primitive().getEncoded();
      byte[] cms = CmsMaker.compressed(CMSObjectIdentifiers.signedData, CmsMaker.deflated(bare));
      Opened opened =
          verdict(
              "verified-revocation-off",
              "green",
              Mail.fromAlice().of(CmsMaker.entity("compressed-data", cms)));
      assertEquals("compressed ;signed opaque;", layers(opened));
      assertArrayEquals(Mail.ENTITY, opened.content());
    }
  }

  /** Octets of messages. */
  private static final class Bytes {
    private Bytes() {}

    static int find(byte[] whole, byte[] part) {
      int at = new String(whole, ISO_8859_1).lastIndexOf(new String(part, ISO_8859_1));
      if (at < 0) {
        throw new AssertionError("not found");
      }
      return at;
    }

    /** The decoded body of an entity. */
    static byte[] body(byte[] entity) {
      String text = new String(entity, ISO_8859_1).replace("\r\n", "\n");
      return Base64.getMimeDecoder().decode(text.substring(text.indexOf("\n\n") + 2));
    }
  }
}
