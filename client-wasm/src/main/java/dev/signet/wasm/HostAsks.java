package dev.signet.wasm;

import dev.signet.engine.algorithm.ContentCipher;
import dev.signet.engine.algorithm.DigestAlgorithm;
import dev.signet.engine.port.Ask;

/** Offers an ask to the host, under the names that WebCrypto has for the algorithms. */
final class HostAsks {
  private HostAsks() {}

  /**
   * Begins the work.
   *
   * @return false where the host has no such primitive
   */
  static boolean begin(int job, int index, Ask<?> ask) {
    if (ask.rare()) {
      return false;
    }
    if (ask instanceof Ask.Digest digest) {
      return hashes(digest.algorithm())
          && HostFunctions.digest(
              job,
              index,
              Window.text(digest.algorithm().display()),
              WasmBulk.bytesOf(digest.content()));
    }
    if (ask instanceof Ask.Hmac hmac) {
      return authenticates(hmac.digest())
          && HostFunctions.hmac(
              job,
              index,
              Window.text(hmac.digest().display()),
              Window.bytes(hmac.key()),
              WasmBulk.bytesOf(hmac.content()));
    }
    if (ask instanceof Ask.Pbkdf2 pbkdf2) {
      return authenticates(pbkdf2.prf())
          && HostFunctions.pbkdf2(
              job,
              index,
              Window.text(pbkdf2.prf().display()),
              Window.bytes(pbkdf2.password()),
              Window.bytes(pbkdf2.salt()),
              pbkdf2.iterations(),
              pbkdf2.keyBytes());
    }
    if (ask instanceof Ask.DecryptContent decrypt) {
      return decrypt.cipher().aes()
          && HostFunctions.decryptContent(
              job,
              index,
              Window.text(decrypt.cipher().display()),
              Window.bytes(decrypt.key()),
              Window.bytes(decrypt.iv()),
              WasmBulk.bytesOf(decrypt.ciphertext()));
    }
    if (ask instanceof Ask.EncryptContent encrypt) {
      return encrypt.cipher().aes()
          && HostFunctions.encryptContent(
              job,
              index,
              Window.text(encrypt.cipher().display()),
              Window.bytes(encrypt.key()),
              Window.bytes(encrypt.iv()),
              WasmBulk.bytesOf(encrypt.content()));
    }
    if (ask instanceof Ask.OpenSealed sealed) {
      return seals(sealed.cipher())
          && HostFunctions.openSealed(
              job,
              index,
              Window.text(sealed.cipher().display()),
              Window.bytes(sealed.key()),
              Window.bytes(sealed.nonce()),
              Window.bytes(sealed.associated()),
              WasmBulk.bytesOf(sealed.ciphertext()),
              Window.bytes(sealed.tag()));
    }
    if (ask instanceof Ask.Seal seal) {
      return seals(seal.cipher())
          && HostFunctions.seal(
              job,
              index,
              Window.text(seal.cipher().display()),
              Window.bytes(seal.key()),
              Window.bytes(seal.nonce()),
              Window.bytes(seal.associated()),
              WasmBulk.bytesOf(seal.content()));
    }
    if (ask instanceof Ask.AskResponder question) {
      return HostFunctions.askResponder(
          job, index, Window.text(question.responder()), Window.bytes(question.request()));
    }
    if (ask instanceof Ask.Progress progress) {
      return HostFunctions.progress(job, index, progress.done(), progress.total());
    }
    return HostKeyAsks.begin(job, index, ask);
  }

  private static boolean seals(ContentCipher cipher) {
    return cipher.mode() == ContentCipher.Mode.GCM;
  }

  /** Old hashes are not worth a call: the host refuses them, or only little content has them. */
  private static boolean hashes(DigestAlgorithm algorithm) {
    return switch (algorithm) {
      case SHA256, SHA384, SHA512 -> true;
      default -> false;
    };
  }

  /** The hashes that HMAC and signatures have there. */
  static boolean authenticates(DigestAlgorithm algorithm) {
    return algorithm == DigestAlgorithm.SHA1 || hashes(algorithm);
  }
}
