package dev.signet.engine.cms.recipient;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.cms.CmsMessage;
import dev.signet.engine.cms.EnvelopedMessage;
import dev.signet.engine.cms.recipient.Decryption.Outcome;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.key.UnlockedKey;
import dev.signet.engine.port.Answers;
import dev.signet.testing.Keys;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.EnvelopedData;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.KeyAgreeRecipientInfo;
import org.bouncycastle.asn1.cms.OriginatorIdentifierOrKey;
import org.bouncycastle.asn1.cms.RecipientInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cms.CMSAlgorithm;
import org.bouncycastle.cms.CMSEnvelopedDataGenerator;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.PasswordRecipient;
import org.bouncycastle.cms.RecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JceCMSContentEncryptorBuilder;
import org.bouncycastle.cms.jcajce.JceKeyAgreeRecipientInfoGenerator;
import org.bouncycastle.cms.jcajce.JcePasswordRecipientInfoGenerator;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What no other program makes: the second implementation is Bouncy Castle's own CMS. Its primitives
 * are the same as the engine's; encodings and derivations are not.
 */
@DisplayName("Decrypting")
class DecryptionTest {
  private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();
  private static final HeapHost HOST = new HeapHost();
  private static final Answers ANSWERS = RareAnswers.withCommon(HOST);
  private static final byte[] CONTENT = "Text".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] IDENTIFIER = {1, 2, 3};
  private static final byte[] UKM = "user keying material".getBytes(StandardCharsets.US_ASCII);
  private static int serial;

  private record Person(KeyPair pair, UnlockedKey key) {}

  private static KeyPair pair(String algorithm) throws Exception {
    boolean curve = !algorithm.startsWith("X");
    KeyPairGenerator generator = KeyPairGenerator.getInstance(curve ? "EC" : algorithm, PROVIDER);
    if (curve) {
      generator.initialize(new ECGenParameterSpec(algorithm));
    }
    return generator.generateKeyPair();
  }

  /** Without a subject key identifier in the certificate. */
  private static Person person(String algorithm) throws Exception {
    KeyPair pair = pair(algorithm);
    X500Name name = new X500Name("CN=Issuer");
    byte[] certificate =
        new X509v3CertificateBuilder(
                name,
                BigInteger.valueOf(++serial),
                new Date(0),
                new Date(1_000_000_000_000L),
                name,
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()))
            .build(
                new JcaContentSignerBuilder("SHA256withECDSA")
                    .setProvider(PROVIDER)
                    .build(pair("P-256").getPrivate()))
            .getEncoded();
    UnlockedKey key =
        new UnlockedKey(
            "key-" + serial,
            Keys.read(pair.getPrivate().getEncoded()),
            MailCertificate.of(certificate),
            List.of(),
            false,
            true);
    return new Person(pair, key);
  }

  private static byte[] agreed(
      ASN1ObjectIdentifier scheme,
      ASN1ObjectIdentifier wrap,
      KeyPair sender,
      Person to,
      byte[] id,
      byte[] ukm)
      throws Exception {
    return made(
        new JceKeyAgreeRecipientInfoGenerator(scheme, sender.getPrivate(), sender.getPublic(), wrap)
            .addRecipient(id, to.pair().getPublic())
            .setUserKeyingMaterial(ukm)
            .setProvider(PROVIDER));
  }

  private static byte[] made(RecipientInfoGenerator recipient) throws Exception {
    CMSEnvelopedDataGenerator generator = new CMSEnvelopedDataGenerator();
    generator.addRecipientInfoGenerator(recipient);
    return generator
        .generate(
            new CMSProcessableByteArray(CONTENT),
            new JceCMSContentEncryptorBuilder(CMSAlgorithm.AES192_CBC)
                .setProvider(PROVIDER)
                .build())
        .getEncoded();
  }

  private static Secrets secrets(Person... people) {
    List<UnlockedKey> keys = new ArrayList<>();
    for (Person person : people) {
      keys.add(person.key());
    }
    return new Secrets(keys, List.of(), List.of(), List.of());
  }

  private static Decryption decrypt(byte[] message, Secrets secrets) {
    EnvelopedMessage parsed = (EnvelopedMessage) CmsMessage.parse(HOST.hold(message), HOST);
    return ANSWERS.run(
        Decryption.of(
            parsed.recipients(),
            secrets,
            parsed.content().keySizes(),
            key -> parsed.content().decrypt(key)));
  }

  private static void opens(byte[] message, Person person) {
    Decryption opened = decrypt(message, secrets(person));
    assertEquals(Outcome.OPENED, opened.outcome(), opened.keyTransport());
    assertArrayEquals(CONTENT, opened.content().read());
    assertSame(person.key(), opened.key());
  }

  /** Method 1 of RFC 5280 section 4.2.1.2, or method 2. */
  private static byte[] identifier(Person person, boolean shortForm) throws Exception {
    byte[] bits =
        SubjectPublicKeyInfo.getInstance(person.pair().getPublic().getEncoded())
            .getPublicKeyData()
            .getOctets();
    byte[] hash = MessageDigest.getInstance("SHA-1").digest(bits);
    if (!shortForm) {
      return hash;
    }
    byte[] last = Arrays.copyOfRange(hash, 12, 20);
    last[0] = (byte) (0x40 | last[0] & 0x0f);
    return last;
  }

  @Test
  @DisplayName("goes on with user keying material, for every curve and derivation")
  void userKeyingMaterial() throws Exception {
    for (byte[] ukm : new byte[][] {null, UKM}) {
      for (ASN1ObjectIdentifier scheme :
          List.of(
              CMSAlgorithm.ECDH_HKDF_SHA256,
              CMSAlgorithm.ECDH_HKDF_SHA384,
              CMSAlgorithm.ECDH_HKDF_SHA512)) {
        for (String curve : List.of("X25519", "X448")) {
          if (curve.equals("X448") && !x448()) {
            continue;
          }
          Person person = person(curve);
          opens(
              agreed(
                  scheme,
                  CMSAlgorithm.AES256_WRAP,
                  pair(curve),
                  person,
                  identifier(person, ukm == null),
                  ukm),
              person);
        }
      }
      Person person = person("P-521");
      for (ASN1ObjectIdentifier scheme :
          List.of(CMSAlgorithm.ECDH_SHA1KDF, CMSAlgorithm.ECCDH_SHA512KDF)) {
        opens(
            agreed(
                scheme,
                CMSAlgorithm.AES128_WRAP,
                pair("P-521"),
                person,
                identifier(person, false),
                ukm),
            person);
      }
    }
  }

  /** Keys on it are read where the engine knows their OID. */
  private static boolean x448() throws Exception {
    byte[] key = pair("X448").getPrivate().getEncoded();
    try {
      return Keys.read(key).kind() == PrivateKey.Kind.X448;
    } catch (SmimeException e) {
      assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, e.code());
      return false;
    }
  }

  private static byte[] toHidden(Person person) throws Exception {
    return agreed(
        CMSAlgorithm.ECDH_HKDF_SHA256,
        CMSAlgorithm.AES128_WRAP,
        pair("X25519"),
        person,
        new byte[0],
        null);
  }

  @Test
  @DisplayName("tries every key of the kind for a recipient that is hidden")
  void hidden() throws Exception {
    Person other = person("X25519");
    Person meant = person("X25519");
    Decryption opened = decrypt(toHidden(meant), secrets(person("P-256"), other, meant));
    assertSame(meant.key(), opened.key());
    assertEquals(Outcome.FAILED, decrypt(toHidden(meant), secrets(other)).outcome());
    assertEquals(Outcome.NO_KEY, decrypt(toHidden(meant), secrets(person("P-256"))).outcome());
    assertEquals(Outcome.LOCKED, decrypt(toHidden(meant), secrets()).outcome());
  }

  @Test
  @DisplayName("refuses to try more keys than anybody has")
  void bounded() throws Exception {
    Person[] many = new Person[60];
    for (int i = 0; i < many.length; i++) {
      many[i] = person("X25519");
    }
    assertEquals(Outcome.OPENED, decrypt(toHidden(many[3]), secrets(many)).outcome());
    SmimeException error =
        assertThrows(SmimeException.class, () -> decrypt(toHidden(many[59]), secrets(many)));
    assertEquals(ErrorCode.TOO_LARGE, error.code());
  }

  private static byte[] changed(byte[] message, UnaryOperator<KeyAgreeRecipientInfo> change)
      throws Exception {
    EnvelopedData data = EnvelopedData.getInstance(ContentInfo.getInstance(message).getContent());
    KeyAgreeRecipientInfo info =
        (KeyAgreeRecipientInfo)
            RecipientInfo.getInstance(data.getRecipientInfos().getObjectAt(0)).getInfo();
    ASN1EncodableVector infos = new ASN1EncodableVector();
    infos.add(new RecipientInfo(change.apply(info)));
    return new ContentInfo(
            CMSObjectIdentifiers.envelopedData,
            new EnvelopedData(
                null, new DERSet(infos), data.getEncryptedContentInfo(), (ASN1Set) null))
        .getEncoded("DER");
  }

  @Test
  @DisplayName(
      "finds an originator's static key in a certificate at hand, and says where it is not")
  void staticOriginator() throws Exception {
    Person sender = person("P-256");
    Person recipient = person("P-256");
    MailCertificate certificate = sender.key().certificate();
    byte[] message =
        changed(
            agreed(
                CMSAlgorithm.ECDH_SHA256KDF,
                CMSAlgorithm.AES128_WRAP,
                sender.pair(),
                recipient,
                identifier(recipient, false),
                UKM),
            info ->
                new KeyAgreeRecipientInfo(
                    new OriginatorIdentifierOrKey(
                        new IssuerAndSerialNumber(certificate.structure())),
                    info.getUserKeyingMaterial(),
                    info.getKeyEncryptionAlgorithm(),
                    info.getRecipientEncryptedKeys()));
    Secrets with =
        new Secrets(List.of(recipient.key()), List.of(), List.of(), List.of(certificate));
    assertEquals(Outcome.OPENED, decrypt(message, with).outcome());
    SmimeException error =
        assertThrows(SmimeException.class, () -> decrypt(message, secrets(recipient)));
    assertEquals(ErrorCode.UNSUPPORTED_ALGORITHM, error.code());
  }

  @Test
  @DisplayName("tells a key management that it does not have from a message for others")
  void unsupported() throws Exception {
    Person person = person("P-256");
    byte[] mqv = unknownScheme(person, identifier(person, false));
    SmimeException error = assertThrows(SmimeException.class, () -> decrypt(mqv, secrets(person)));
    assertEquals("1.3.132.1.15.1", error.details().get("oid"));
    assertEquals(
        Outcome.NO_KEY, decrypt(unknownScheme(person, IDENTIFIER), secrets(person)).outcome());
  }

  private static byte[] unknownScheme(Person person, byte[] id) throws Exception {
    return changed(
        agreed(
            CMSAlgorithm.ECDH_SHA256KDF, CMSAlgorithm.AES128_WRAP, pair("P-256"), person, id, null),
        info ->
            new KeyAgreeRecipientInfo(
                info.getOriginator(),
                null,
                new AlgorithmIdentifier(
                    CMSAlgorithm.ECMQV_SHA256KDF, info.getKeyEncryptionAlgorithm().getParameters()),
                info.getRecipientEncryptedKeys()));
  }

  @Test
  @DisplayName("derives a password with each hash, in bounded rounds")
  void passwords() throws Exception {
    for (PasswordRecipient.PRF prf :
        List.of(
            PasswordRecipient.PRF.HMacSHA1,
            PasswordRecipient.PRF.HMacSHA224,
            PasswordRecipient.PRF.HMacSHA256,
            PasswordRecipient.PRF.HMacSHA384,
            PasswordRecipient.PRF.HMacSHA512)) {
      assertEquals(Outcome.OPENED, decrypt(password(prf, 1000), password("secret")).outcome());
      assertEquals(Outcome.FAILED, decrypt(password(prf, 1000), password("Secret")).outcome());
    }
    // Bouncy Castle makes none of more rounds than that: the number is put in afterwards.
    String made = Hex.toHexString(password(PasswordRecipient.PRF.HMacSHA1, 1 << 23));
    assertTrue(made.contains("020400800000"));
    byte[] many = Hex.decode(made.replace("020400800000", "02047fffffff"));
    SmimeException error =
        assertThrows(SmimeException.class, () -> decrypt(many, password("secret")));
    assertEquals(ErrorCode.REFUSED_PARAMETERS, error.code());
    assertEquals("2147483647", error.details().get("iterations"));
    // With 6,000,000 rounds, three of four passwords are still within what a message may ask for.
    Search search =
        Search.of(
            list(
                Hex.decode(
                    Hex.toHexString(password(PasswordRecipient.PRF.HMacSHA1, 1_000_000))
                        .replace("02030f4240", "02035b8d80"))),
            new Secrets(List.of(), List.of("a", "b", "c", "d"), List.of(), List.of()));
    assertEquals(3, search.candidates().size());
    assertEquals(ErrorCode.REFUSED_PARAMETERS, search.problem().code());
  }

  private static RecipientList list(byte[] message) {
    return ((EnvelopedMessage) CmsMessage.parse(HOST.hold(message), HOST)).recipients();
  }

  private static Secrets password(String password) {
    return new Secrets(List.of(), List.of(password), List.of(), List.of());
  }

  private static byte[] password(PasswordRecipient.PRF prf, int rounds) throws Exception {
    return made(
        new JcePasswordRecipientInfoGenerator(CMSAlgorithm.AES256_CBC, "secret".toCharArray())
            .setProvider(PROVIDER)
            .setPRF(prf)
            .setSaltAndIterationCount(new byte[16], rounds));
  }
}
