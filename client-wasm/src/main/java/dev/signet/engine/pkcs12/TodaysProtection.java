package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PBMAC1Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * How the engine protects what it writes: PBES2 with AES-256-CBC and PBKDF2 with HMAC-SHA-256, and
 * PBMAC1 with the same derivation and HMAC-SHA-256 (RFC 9879). For readers without PBMAC1 the MAC
 * is HMAC-SHA-256 with the key derivation of PKCS#12. All derivations have as many rounds, since a
 * guesser would take the cheapest one.
 */
final class TodaysProtection {
  static final int ROUNDS = 600_000;

  private static final DigestAlgorithm HASH = DigestAlgorithm.SHA256;
  private static final ContentCipher CIPHER = ContentCipher.AES_256_CBC;
  private static final int SALT_BYTES = 16;

  /** RFC 9879 appendix A: what stands where the salt of the other MAC would. */
  private static final byte[] NOT_USED = "NOT USED".getBytes(StandardCharsets.US_ASCII);

  private final Host host;
  private final Passphrase passphrase;
  private final boolean compatible;

  TodaysProtection(Host host, Passphrase passphrase, boolean compatible) {
    this.host = host;
    this.passphrase = passphrase;
    this.compatible = compatible;
  }

  /**
   * Encrypts a private key.
   *
   * @param pkcs8 DER of the PrivateKeyInfo; overwritten when it is done
   */
  Step<EncryptedPrivateKeyInfo> encrypt(byte[] pkcs8) {
    byte[] salt = random(SALT_BYTES);
    byte[] iv = random(CIPHER.ivBytes());
    return Step.ask(new Ask.Pbkdf2(HASH, passphrase.utf8(), salt, ROUNDS, CIPHER.keyBytes()))
        .then(
            key ->
                Step.ask(new Ask.EncryptContent(CIPHER, key, iv, host.hold(pkcs8)))
                    .map(
                        ciphertext -> {
                          Arrays.fill(key, (byte) 0);
                          Arrays.fill(pkcs8, (byte) 0);
                          return new EncryptedPrivateKeyInfo(
                              algorithm(salt, iv), ciphertext.read());
                        }));
  }

  private static AlgorithmIdentifier algorithm(byte[] salt, byte[] iv) {
    // The length of the key is what the cipher says.
    AlgorithmIdentifier kdf =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ROUNDS, hmac()));
    AlgorithmIdentifier encryption =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(CIPHER.oid()), new DEROctetString(iv));
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2, new DERSequence(kdf, encryption));
  }

  private static AlgorithmIdentifier hmac() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(HASH.hmacOid()), DERNull.INSTANCE);
  }

  /** The MAC over the authenticated part. */
  Step<MacData> authenticate(byte[] content) {
    byte[] salt = random(SALT_BYTES);
    return compatible ? macOfPkcs12(salt, content) : pbmac1(salt, content);
  }

  private Step<MacData> pbmac1(byte[] salt, byte[] content) {
    AlgorithmIdentifier kdf =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ROUNDS, HASH.bytes(), hmac()));
    AlgorithmIdentifier algorithm =
        new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBMAC1, new PBMAC1Params(kdf, hmac()));
    return Step.ask(new Ask.Pbkdf2(HASH, passphrase.utf8(), salt, ROUNDS, HASH.bytes()))
        .then(key -> hmac(key, content))
        .map(value -> new MacData(new DigestInfo(algorithm, value), NOT_USED, 1));
  }

  private Step<MacData> macOfPkcs12(byte[] salt, byte[] content) {
    return Step.ask(
            new Ask.Pkcs12Kdf(
                HASH, passphrase.bmp(), salt, ROUNDS, Mac.Pkcs12.PURPOSE, HASH.bytes()))
        .then(key -> hmac(key, content))
        .map(value -> new MacData(new DigestInfo(hash(), value), salt, ROUNDS));
  }

  private Step<byte[]> hmac(byte[] key, byte[] content) {
    return Step.ask(new Ask.Hmac(HASH, key, host.hold(content)))
        .map(
            value -> {
              Arrays.fill(key, (byte) 0);
              return value;
            });
  }

  private static AlgorithmIdentifier hash() {
    return new AlgorithmIdentifier(new ASN1ObjectIdentifier(HASH.oid()), DERNull.INSTANCE);
  }

  private byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    host.random(random);
    return random;
  }
}
