package dev.signet.engine.cms;

import dev.signet.engine.SmimeException;
import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.asn1.BerElement;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Bulk;
import dev.signet.engine.port.Host;
import dev.signet.engine.port.Step;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * EncryptedContentInfo (RFC 5652 section 6.1).
 *
 * @param cipherOid what the content is encrypted with
 */
public record EncryptedContent(String cipherOid, ASN1Encodable cipherParameters, Bulk ciphertext) {

  static EncryptedContent read(BerElement element, Host host) {
    List<BerElement> fields = element.children(0x30);
    if (fields.size() != 3 || !fields.get(2).context(0)) {
      throw SmimeException.malformed("the encrypted content is missing");
    }
    AlgorithmIdentifier cipher =
        AlgorithmIdentifier.getInstance(CmsMessage.structure(fields.get(1)));
    return new EncryptedContent(
        cipher.getAlgorithm().getId(), cipher.getParameters(), fields.get(2).octets(host));
  }

  /**
   * The cipher.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID
   */
  public ContentCipher cipher() {
    ContentCipher cipher = ContentCipher.of(cipherOid);
    if (cipher != ContentCipher.DES_EDE3_CBC
        && !(cipher.aes() && cipher.mode() == ContentCipher.Mode.CBC)) {
      throw SmimeException.unsupported(cipherOid);
    }
    return cipher;
  }

  /** Name of the cipher, or its OID, for reports. */
  public String cipherName() {
    try {
      return cipher().display();
    } catch (SmimeException e) {
      return cipherOid;
    }
  }

  /**
   * Refuses what cannot be decrypted whatever the key is.
   *
   * @throws SmimeException {@code UNSUPPORTED_ALGORITHM} with the OID, {@code MALFORMED_MESSAGE}
   */
  public void check() {
    iv();
  }

  /** The content; fails with {@code MALFORMED_MESSAGE}, of one form whatever the cause is. */
  public Step<Bulk> decrypt(byte[] key) {
    return Step.ask(new Ask.DecryptContent(cipher(), key, iv(), ciphertext));
  }

  private byte[] iv() {
    if (cipherParameters instanceof ASN1OctetString octets
        && octets.getOctetsLength() == cipher().ivBytes()) {
      return octets.getOctets();
    }
    throw SmimeException.malformed("the initialisation vector is damaged");
  }
}
