package dev.signet.testing;

import dev.signet.engine.bc.rare.RareAnswers;
import dev.signet.engine.heap.HeapHost;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Answers;
import dev.signet.engine.port.Ask;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/** Private keys as the engine has them once they are unlocked: checked, with their public key. */
public final class Keys {
  private static final Answers ANSWERS = RareAnswers.withCommon(new HeapHost());

  private Keys() {}

  /**
   * @throws dev.signet.engine.SmimeException as {@link PrivateKey#of(byte[])} and {@link
   *     Ask.PublicKeyOf}
   */
  public static PrivateKey read(byte[] pkcs8) {
    PrivateKey key = PrivateKey.of(pkcs8);
    return key.withPublicKey(ANSWERS.answer(new Ask.PublicKeyOf(key)));
  }

  /** The same. */
  public static PrivateKey read(PrivateKeyInfo info) {
    PrivateKey key = PrivateKey.of(info);
    return key.withPublicKey(ANSWERS.answer(new Ask.PublicKeyOf(key)));
  }
}
