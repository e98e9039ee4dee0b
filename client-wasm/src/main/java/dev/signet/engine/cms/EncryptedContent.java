package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.algorithm.KeyDerivationFunction;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * EncryptedContentInfo (RFC 5652 section 6.1).
 *
 * @param contentType OID of what is encrypted
 * @param algorithm what it is encrypted with
 * @param seal what authenticates it; null where nothing does
 */
public record EncryptedContent(
    String contentType, AlgorithmIdentifier algorithm, Bulk ciphertext, Seal seal) {

  private static final byte[] DERIVATION_SALT =
      "The Cryptographic Message Syntax".getBytes(StandardCharsets.US_ASCII);

  /**
   * What AuthEnvelopedData has besides (RFC 5083 section 2.1).
   *
   * @param associated DER of the authenticated attributes as a SET, or empty
   */
  public record Seal(byte[] associated, byte[] tag) {}

  static EncryptedContent read(BerElement element, Seal seal, Host host) {
    List<BerElement> fields = element.children(0x30);
    if (fields.size() != 3 || !fields.get(2).context(0)) {
      throw SmimeException.malformed("the encrypted content is missing");
    }
    return new EncryptedContent(
        CmsMessage.oid(fields.get(0)),
        AlgorithmIdentifier.getInstance(CmsMessage.structure(fields.get(1))),
        fields.get(2).octets(host),
        seal);
  }

  /** Name of the cipher, or its OID, for reports. */
  public String cipherName() {
    try {
      return ContentAlgorithm.read(algorithm).cipher().display();
    } catch (SmimeException e) {
      return algorithm.getAlgorithm().getId();
    }
  }

  /** Whether a tag shows that the content is what the sender encrypted. */
  public boolean authenticated() {
    try {
      return seal != null && ContentAlgorithm.read(algorithm).convincing();
    } catch (SmimeException e) {
      return false;
    }
  }

  /**
   * Refuses what cannot be decrypted whatever the key is. A cipher with a tag that stands where
   * none is checked, or one without where a tag is expected, is how somebody would have the content
   * of an authenticated message decrypted without its check: it is never begun.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code MALFORMED_MESSAGE}
   */
  public void check() {
    ContentAlgorithm read = ContentAlgorithm.read(algorithm);
    if (read.cipher().authenticated() != (seal != null)) {
      throw SmimeException.malformed(
          seal == null
              ? "an authenticated cipher stands where nothing is authenticated"
              : "a cipher that authenticates nothing stands in authenticated data");
    }
    if (seal != null && seal.tag.length != read.tagBytes()) {
      throw SmimeException.malformed("the tag is not as long as the parameters say");
    }
  }

  /** Octets that the content-encryption key may have, the likeliest first; all are to be tried. */
  public List<Integer> keySizes() {
    return ContentAlgorithm.read(algorithm).keySizes();
  }

  /** The content; fails with {@code MALFORMED_MESSAGE}, of one form whatever the cause is. */
  public Step<Bulk> decrypt(byte[] key) {
    check();
    ContentAlgorithm read = ContentAlgorithm.read(algorithm);
    return read.derivation() == null
        ? decrypt(read, key)
        : Step.ask(
                new Ask.DeriveKey(
                    new KeyDerivationFunction(
                        KeyDerivationFunction.Kind.HKDF, DigestAlgorithm.SHA256),
                    key,
                    DERIVATION_SALT,
                    read.derivation(),
                    key.length))
            .then(derived -> decrypt(read, derived));
  }

  private Step<Bulk> decrypt(ContentAlgorithm read, byte[] key) {
    ContentCipher cipher = read.cipher();
    return seal == null
        ? Step.ask(new Ask.DecryptContent(cipher, key, read.iv(), ciphertext))
        : Step.ask(
            new Ask.OpenSealed(cipher, key, read.iv(), seal.associated, ciphertext, seal.tag));
  }
}
