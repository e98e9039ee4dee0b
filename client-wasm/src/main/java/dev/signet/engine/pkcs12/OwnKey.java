package dev.signet.engine.pkcs12;

import dev.signet.engine.ErrorCode;
import dev.signet.engine.SmimeException;
import dev.signet.engine.key.PrivateKey;
import dev.signet.engine.port.Ask;
import dev.signet.engine.port.Step;

/**
 * A private key of a file, read so far that its certificate can be told from others.
 *
 * @param key null where the engine cannot use it
 * @param unsupported why not, or null
 */
record OwnKey(Contents.Key bag, PrivateKey key, SmimeException unsupported) {

  /** Fails as {@link PrivateKey#of} and {@link Ask.PublicKeyOf}, but for what is not supported. */
  static Step<OwnKey> read(Contents.Key bag) {
    return Step.start(() -> identified(PrivateKey.of(bag.info())))
        .map(key -> new OwnKey(bag, key, null))
        .recover(
            e ->
                e.code() == ErrorCode.UNSUPPORTED_ALGORITHM
                    ? Step.done(new OwnKey(bag, null, e))
                    : Step.failed(e));
  }

  /** A key does not say by itself whose it is, nor whether its numbers fit together. */
  private static Step<PrivateKey> identified(PrivateKey key) {
    return Step.ask(new Ask.PublicKeyOf(key)).map(key::withPublicKey);
  }
}
