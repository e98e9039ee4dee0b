package dev.signet.engine.pkcs12;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * How the engine protects what it writes: PBES2 with AES-256-CBC and PBKDF2 with HMAC-SHA-256; MAC
 * HMAC-SHA-256 with the key derivation of PKCS#12, which every reader of today has. Both
 * derivations have as many rounds, since a guesser would take the cheaper one.
 */
final class TodaysProtection {
  static final int ROUNDS = 600_000;

  private static final DigestAlgorithm HASH = DigestAlgorithm.SHA256;
  private static final ContentCipher CIPHER = ContentCipher.AES_256_CBC;
  private static final int SALT_BYTES = 16;

  private final Host host;
  private final Passphrase passphrase;

  TodaysProtection(Host host, Passphrase passphrase) {
    this.host = host;
    this.passphrase = passphrase;
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
    AlgorithmIdentifier prf =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(HASH.hmacOid()), DERNull.INSTANCE);
    AlgorithmIdentifier kdf =
        new AlgorithmIdentifier(
            PKCSObjectIdentifiers.id_PBKDF2, new PBKDF2Params(salt, ROUNDS, prf));
    AlgorithmIdentifier encryption =
        new AlgorithmIdentifier(new ASN1ObjectIdentifier(CIPHER.oid()), new DEROctetString(iv));
    return new AlgorithmIdentifier(
        PKCSObjectIdentifiers.id_PBES2, new DERSequence(kdf, encryption));
  }

  /** The MAC over the authenticated part. */
  Step<MacData> authenticate(byte[] content) {
    byte[] salt = random(SALT_BYTES);
    return Step.ask(
            new Ask.Pkcs12Kdf(
                HASH, passphrase.bmp(), salt, ROUNDS, Mac.Pkcs12.PURPOSE, HASH.bytes()))
        .then(
            key ->
                Step.ask(new Ask.Hmac(HASH, key, host.hold(content)))
                    .map(
                        value -> {
                          Arrays.fill(key, (byte) 0);
                          return new MacData(new DigestInfo(hash(), value), salt, ROUNDS);
                        }));
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
