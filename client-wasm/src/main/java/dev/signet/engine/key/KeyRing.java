package dev.signet.engine.key;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.cert.MailCertificate;
import dev.signet.engine.port.Host;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.util.encoders.Hex;

/**
 * The unlocked keys, by handle. A handle is a random prefix of this ring and a number: it says
 * nothing about the key, and one of an earlier ring never names a key of this one.
 */
public final class KeyRing {
  private static final int PREFIX_BYTES = 8;

  private final Host host;
  private final List<UnlockedKey> keys = new ArrayList<>();
  private String prefix;
  private int added;

  public KeyRing(Host host) {
    this.host = host;
  }

  /**
   * Takes a key in. One that is held already, with the same certificate, keeps its handle.
   *
   * @param chain own certificate first
   */
  public UnlockedKey add(
      PrivateKey privateKey, MailCertificate certificate, List<MailCertificate> chain) {
    return add(privateKey, certificate, chain, null);
  }

  /**
   * The same, with the name that its file has for it.
   *
   * @param friendlyName null where it has none
   */
  public UnlockedKey add(
      PrivateKey privateKey,
      MailCertificate certificate,
      List<MailCertificate> chain,
      String friendlyName) {
    for (UnlockedKey held : keys) {
      if (held.certificate().equals(certificate)
          && Arrays.equals(held.privateKey().pkcs8(), privateKey.pkcs8())) {
        return held;
      }
    }
    UnlockedKey key =
        new UnlockedKey(
            nextHandle(),
            privateKey,
            certificate,
            List.copyOf(chain),
            privateKey.kind().signs()
                && permits(certificate, KeyUsage.digitalSignature | KeyUsage.nonRepudiation),
            privateKey.kind().decrypts() && permits(certificate, decryptionUsage(privateKey)),
            friendlyName);
    keys.add(key);
    return key;
  }

  /** RFC 5480 section 3, RFC 8410 section 5: agreement has a usage of its own. */
  private static int decryptionUsage(PrivateKey key) {
    return switch (key.kind()) {
      case EC, X25519, X448 -> KeyUsage.keyAgreement;
      default -> KeyUsage.keyEncipherment;
    };
  }

  /** Whether the key usage extension is missing or has one of the bits. */
  private static boolean permits(MailCertificate certificate, int bits) {
    return certificate.keyUsage().map(usage -> anyOf(usage, bits)).orElse(true);
  }

  private static boolean anyOf(KeyUsage usage, int bits) {
    for (int bit = 1; bit <= bits; bit <<= 1) {
      if ((bits & bit) != 0 && usage.hasUsages(bit)) {
        return true;
      }
    }
    return false;
  }

  private String nextHandle() {
    if (prefix == null) {
      byte[] random = new byte[PREFIX_BYTES];
      host.random(random);
      prefix = Hex.toHexString(random);
    }
    added++;
    return "key-" + prefix + "-" + added;
  }

  /** The keys that are held, in the order in which they came. */
  public List<UnlockedKey> list() {
    return List.copyOf(keys);
  }

  /**
   * The key of a handle.
   *
   * @throws SmimeException {@code KEY_LOCKED} with the handle, when none is held under it
   */
  public UnlockedKey find(String id) {
    for (UnlockedKey key : keys) {
      if (key.id().equals(id)) {
        return key;
      }
    }
    throw new SmimeException(ErrorCode.KEY_LOCKED, "the key is not unlocked", Map.of("key", id));
  }

  /** Forgets every key. Their handles are not given again. */
  public void clear() {
    for (UnlockedKey key : keys) {
      key.privateKey().wipe();
    }
    keys.clear();
  }
}
