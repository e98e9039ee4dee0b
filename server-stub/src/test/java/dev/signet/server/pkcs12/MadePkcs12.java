package dev.signet.server.pkcs12;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.CertBag;
import org.bouncycastle.asn1.pkcs.ContentInfo;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.Pfx;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.SafeBag;
import org.bouncycastle.asn1.pkcs.SecretBag;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.pkcs.PKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.PKCS12PfxPduBuilder;
import org.bouncycastle.pkcs.PKCS12SafeBag;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.bc.BcPKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.bc.BcPKCS12PBMac1CalculatorBuilder;

/** Files that no tool makes. */
final class MadePkcs12 {
  private static final AlgorithmIdentifier PBES2 =
      pbes2(PKCSObjectIdentifiers.id_PBKDF2, NISTObjectIdentifiers.id_aes256_CBC);

  private MadePkcs12() {}

  static byte[] nestedClearKey() {
    SafeBag inner = new SafeBag(PKCSObjectIdentifiers.keyBag, clearKey());
    SafeBag nested = new SafeBag(PKCSObjectIdentifiers.safeContentsBag, new DERSequence(inner));
    return file(
        2048, data(new SafeBag(PKCSObjectIdentifiers.safeContentsBag, new DERSequence(nested))));
  }

  static byte[] clearKeyCalledEncrypted() {
    return file(2048, data(shrouded(PBES2, der(clearKey()))));
  }

  static byte[] clearSafeCalledEncrypted() {
    SafeBag key = new SafeBag(PKCSObjectIdentifiers.keyBag, clearKey());
    EncryptedData encrypted =
        new EncryptedData(
            PKCSObjectIdentifiers.data, PBES2, new DEROctetString(der(new DERSequence(key))));
    return file(2048, new ContentInfo(PKCSObjectIdentifiers.encryptedData, encrypted));
  }

  static byte[] unknownEncryption() {
    AlgorithmIdentifier none = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.2.3.4"));
    return file(2048, data(shrouded(none, random(1200))));
  }

  /** PBES2 of another cipher or another derivation of its key. */
  static byte[] encryptedBy(String derivation, String cipher) {
    return file(
        2048,
        data(
            shrouded(
                pbes2(new ASN1ObjectIdentifier(derivation), new ASN1ObjectIdentifier(cipher)),
                random(1200))));
  }

  /** A scheme without parameters. */
  static byte[] encryptedBy(String scheme) {
    return file(
        2048,
        data(
            shrouded(
                new AlgorithmIdentifier(new ASN1ObjectIdentifier(scheme), DERNull.INSTANCE),
                random(1200))));
  }

  /** A key in clear by PKCS#1 that is called encrypted. */
  static byte[] oldClearKeyCalledEncrypted() {
    return file(2048, data(shrouded(PBES2, der(rsa()))));
  }

  static byte[] clearKeyCalledCertificate() {
    CertBag bag =
        new CertBag(PKCSObjectIdentifiers.x509Certificate, new DEROctetString(der(clearKey())));
    return file(
        2048,
        data(shrouded(PBES2, random(1200))),
        data(new SafeBag(PKCSObjectIdentifiers.certBag, bag.toASN1Primitive())));
  }

  /** An encrypted key with a secret beside it. */
  static byte[] secret(ASN1ObjectIdentifier type, byte[] content) {
    SecretBag bag = new SecretBag(type, new DEROctetString(content));
    return file(
        2048,
        data(shrouded(PBES2, random(1200))),
        data(new SafeBag(PKCSObjectIdentifiers.secretBag, bag.toASN1Primitive())));
  }

  static byte[] nothingCalledEncrypted() {
    return file(2048, data(shrouded(PBES2, new byte[0])));
  }

  static byte[] notAnEncryptedKey() {
    return file(
        2048,
        data(
            new SafeBag(PKCSObjectIdentifiers.pkcs8ShroudedKeyBag, new DEROctetString(random(9)))));
  }

  /** Bytes after the safes, within the octet string that holds them. */
  static byte[] trailingWithin() {
    byte[] safes = der(new DERSequence(data(shrouded(PBES2, random(1200)))));
    return pfx(2048, 8, Arrays.copyOf(safes, safes.length + 3));
  }

  static byte[] salt(int bytes) {
    return pfx(2048, bytes, der(new DERSequence(data(shrouded(PBES2, random(1200))))));
  }

  static byte[] macRounds(int rounds) {
    return file(rounds, data(shrouded(PBES2, random(1200))));
  }

  static byte[] emptyPassphraseAsNoBytes() {
    return authentic(new BcPKCS12MacCalculatorBuilder(), "");
  }

  static byte[] pbmac1(String passphrase, int rounds) {
    AlgorithmIdentifier hmac =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_hmacWithSHA256, DERNull.INSTANCE);
    AlgorithmIdentifier kdf =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(random(16), rounds, 32, hmac));
    try {
      return authentic(
          new BcPKCS12PBMac1CalculatorBuilder(new PBMAC1Params(kdf, hmac)), passphrase);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A file with a MAC that Bouncy Castle's own writer computes. */
  private static byte[] authentic(PKCS12MacCalculatorBuilder mac, String passphrase) {
    try {
      return new PKCS12PfxPduBuilder()
          .addData(new PKCS12SafeBag(shrouded(PBES2, random(1200))))
          .build(mac, passphrase.toCharArray())
          .getEncoded(ASN1Encoding.DER);
    } catch (IOException | PKCSException e) {
      throw new AssertionError(e);
    }
  }

  private static AlgorithmIdentifier pbes2(
      ASN1ObjectIdentifier derivation, ASN1ObjectIdentifier cipher) {
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2,
        new PBES2Parameters(
            new KeyDerivationFunc(derivation, new PBKDF2Params(random(16), 2048)),
            new EncryptionScheme(cipher, new DEROctetString(random(16)))));
  }

  /** A file with a MAC of nothing. */
  private static byte[] file(int rounds, ContentInfo... safes) {
    return pfx(rounds, 8, der(new DERSequence(safes)));
  }

  private static byte[] pfx(int rounds, int saltBytes, byte[] safes) {
    DigestInfo digest =
        new DigestInfo(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), random(32));
    ContentInfo content = new ContentInfo(PKCSObjectIdentifiers.data, new DEROctetString(safes));
    return der(new Pfx(content, new MacData(digest, random(saltBytes), rounds)));
  }

  private static ContentInfo data(SafeBag bag) {
    return new ContentInfo(
        PKCSObjectIdentifiers.data, new DEROctetString(der(new DERSequence(bag))));
  }

  private static SafeBag shrouded(AlgorithmIdentifier algorithm, byte[] encrypted) {
    return new SafeBag(
        PKCSObjectIdentifiers.pkcs8ShroudedKeyBag,
        new EncryptedPrivateKeyInfo(algorithm, encrypted).toASN1Primitive());
  }

  private static PrivateKeyInfo clearKey() {
    try {
      return new PrivateKeyInfo(
          new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE), rsa());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static RSAPrivateKey rsa() {
    java.math.BigInteger one = java.math.BigInteger.ONE;
    return new RSAPrivateKey(one, one, one, one, one, one, one, one);
  }

  private static byte[] der(ASN1Encodable value) {
    try {
      return value.toASN1Primitive().getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
